package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lv.pumpurs.spi.Role;
import lv.pumpurs.spi.learner.RosterLearner;
import org.jspecify.annotations.Nullable;

/** All consultations of the bound tenant, as far as a person reaches. */
@Dependent
public class Consultations {

    /** More would not be read on one page. */
    static final int SHOWN = 50;

    /** What is of a school where the plugin is off is not there, also for whoever has it on elsewhere. */
    static final String SWITCHED_ON = "exists (select e.schoolId from EnabledSchool e"
            + " where e.plugin = 'consultations' and e.schoolId = c.schoolId)";

    private static final String LINES = """
            select new lv.pumpurs.consultations.ConsultationLine(c.id, c.day, c.startsAt, l.id, l.givenName,
                l.familyName, l.className, c.subject, c.minutes, c.mode,
                case when c.state = 'HELD' and c.confirmBy < :today then 'UNCONFIRMED'
                     when c.state = 'CONFIRMED' and s.stage is not null then s.stage else c.state end)
            from Consultation c left join c.sheet s, RosterLearner l where l.id = c.learnerId and\s""";
    private static final String COUNT = "select count(c) from Consultation c where ";
    private static final String LATEST = " order by c.day desc, c.id desc";
    private static final String AFTER = " and (c.day < :day or (c.day = :day and c.id < :id))";

    private static final Set<String> TAKING_PROVIDER = Set.of("PLANNED", "HELD", "CONFIRMED", "NO_SHOW",
            "DISALLOWED");
    private static final Set<String> TAKING_LEARNER = Set.of("PLANNED", "HELD", "CONFIRMED");

    /** Rows of a file that are kept at a time. */
    private static final int CHUNK = 500;

    private final EntityManager em;

    /**
     * On the entity manager of the request.
     *
     * @param em bound to the tenant by the first statement of the transaction
     */
    @Inject
    public Consultations(EntityManager em) {
        this.em = em;
    }

    /**
     * Who reads what, and on which day.
     *
     * @param me the reader
     * @param roles the reader's roles that hold the permission
     * @param today the day in Latvia
     */
    public record Reader(UUID me, Set<Role> roles, LocalDate today) {

        private static final String BY_LEARNER = """
                exists (select a.learnerId from LearnerAccess a
                        where a.learnerId = c.learnerId and a.personId = :me and a.role in :roles
                          and (a.role <> :own or c.providerId = :me))""";
        private static final String TO_CORRECT = "c.id in (select o.id from Consultation o join o.sheet s"
                + " where s.stage = 'RETURNED' and s.providerId = :me)";

        /**
         * A provider reaches the own ones, and what came back also when the learner has left; whoever reaches the learner in
         * another role, all. It is said so that pages are found by index: among the own, or in the whole tenant.
         *
         * @return a condition on a consultation {@code c}, with the parameters that {@link #scoped} sets
         */
        public String scope() {
            return "(c.schoolId is null or " + SWITCHED_ON + ") and " + reach();
        }

        /**
         * Says to a query with {@link #scope()} who reads.
         *
         * @param query the query
         * @return the same
         * @param <T> of its rows
         */
        public <T> TypedQuery<T> scoped(TypedQuery<T> query) {
            return query.setParameter("me", me).setParameter("roles", roles).setParameter("own", Role.PROVIDER);
        }

        private String reach() {
            if (roles.equals(Set.of(Role.PROVIDER))) {
                return "c.providerId = :me and (" + BY_LEARNER + " or " + TO_CORRECT + ")";
            }
            return roles.contains(Role.TENANT_COORDINATOR)
                    ? "(exists (select t.personId from TenantAccess t where t.personId = :me and t.role in :roles) or "
                            + BY_LEARNER + ")"
                    : BY_LEARNER;
        }
    }

    /** A new session: its first row holds the provider's time. */
    void add(List<Consultation> session) {
        session.getFirst().lead();
        session.forEach(em::persist);
        write();
    }

    /**
     * Writes down what was done. Two who take the same time at the same moment are told what the rules would have told
     * the second one.
     */
    void write() {
        try {
            em.flush();
        } catch (PersistenceException refused) {
            if (Broken.is(refused, "consultation_provider_at_one_place")) {
                throw ConsultationProblem.PROVIDER_TAKEN.at("startsAt");
            } else if (Broken.is(refused, "consultation_learner_at_one_place")) {
                throw ConsultationProblem.LEARNER_TAKEN.at("startsAt");
            } else if (Broken.is(refused, "consultation_order_id_fkey")) {
                throw ConsultationProblem.NO_ORDER.at("mode");
            }
            throw refused;
        }
    }

    /** A sheet that was returned, and from which everything was taken back, is no sheet. */
    void discardIfEmpty(ConsultationSheet sheet) {
        if (em.createQuery("select count(c) from Consultation c where c.sheet = :sheet", Long.class)
            .setParameter("sheet", sheet)
            .getSingleResult() == 0) {
            em.remove(sheet);
        }
    }

    /** One that lets go of the provider's time leaves it to another learner of the session, if one is still expected. */
    void handOver(Consultation from) {
        write();
        List<Consultation> expected = ofSession(from.sessionId()).stream()
            .filter(one -> !one.id().equals(from.id()) && one.state(one.slot().day()).takesProvider())
            .toList();
        if (!expected.isEmpty() && expected.stream().noneMatch(Consultation::leads)) {
            expected.getFirst().lead();
            write();
        }
    }

    /** One that a person reaches; the others look as if they were not there. */
    Optional<Consultation> find(UUID id, Reader reader) {
        return reader.scoped(em.createQuery("select c from Consultation c where c.id = :id and " + reader.scope(),
                Consultation.class))
            .setParameter("id", id)
            .getResultStream()
            .findFirst();
    }

    /** The same without a reader, for whoever holds its code. */
    Optional<Consultation> known(UUID id) {
        return em.createQuery("select c from Consultation c where c.id = :id and (c.schoolId is null or "
                + SWITCHED_ON + ")", Consultation.class)
            .setParameter("id", id)
            .getResultStream()
            .findFirst();
    }

    /** Everybody's of a session, in a fixed order. */
    List<Consultation> ofSession(UUID session) {
        return em.createQuery("select c from Consultation c where c.sessionId = :session order by c.id",
                Consultation.class)
            .setParameter("session", session)
            .getResultList();
    }

    /** What a provider has on a day, but for one session. */
    List<Slot> takenOfProvider(UUID provider, LocalDate day, @Nullable UUID butSession) {
        return em.createQuery("select c from Consultation c where c.providerId = :provider and c.day = :day"
                + " and c.state in :taking", Consultation.class)
            .setParameter("provider", provider)
            .setParameter("day", day)
            .setParameter("taking", TAKING_PROVIDER)
            .getResultStream()
            .filter(one -> !one.sessionId().equals(butSession))
            .map(Consultation::slot)
            .toList();
    }

    /** What each of some learners has on a day, but for one session. */
    Map<UUID, List<Slot>> takenOfLearners(Collection<UUID> learners, LocalDate day, @Nullable UUID butSession) {
        return em.createQuery("select c from Consultation c where c.learnerId in :learners and c.day = :day"
                + " and c.state in :taking", Consultation.class)
            .setParameter("learners", learners)
            .setParameter("day", day)
            .setParameter("taking", TAKING_LEARNER)
            .getResultStream()
            .filter(one -> !one.sessionId().equals(butSession))
            .collect(Collectors.groupingBy(Consultation::learnerId,
                    Collectors.mapping(Consultation::slot, Collectors.toList())));
    }

    /** How much was held of measures, whether it was confirmed or not. */
    Map<UUID, BigDecimal> held(Collection<UUID> measures) {
        return sums(measures, Set.of("HELD", "CONFIRMED"));
    }

    /** How much of measures is planned or was held. */
    Map<UUID, BigDecimal> used(Collection<UUID> measures) {
        return sums(measures, TAKING_LEARNER);
    }

    private Map<UUID, BigDecimal> sums(Collection<UUID> measures, Set<String> states) {
        Map<UUID, BigDecimal> sums = new HashMap<>();
        if (!measures.isEmpty()) {
            em.createQuery("select c.measureId, sum(c.quantity) from Consultation c where c.measureId in :measures"
                    + " and c.state in :states and " + SWITCHED_ON + " group by c.measureId", Object[].class)
                .setParameter("measures", measures)
                .setParameter("states", states)
                .getResultList()
                .forEach(row -> sums.put((UUID) row[0], (BigDecimal) row[1]));
        }
        return sums;
    }

    /** One page, the latest first. */
    List<ConsultationLine> page(Reader reader, ConsultationFilter filter, int page) {
        return narrowed(LINES, LATEST, ConsultationLine.class, reader, filter).setFirstResult((page - 1) * SHOWN)
            .setMaxResults(SHOWN)
            .getResultList();
    }

    /** The latest of them. */
    List<ConsultationLine> latest(Reader reader, ConsultationFilter filter, int most) {
        return narrowed(LINES, LATEST, ConsultationLine.class, reader, filter).setMaxResults(most).getResultList();
    }

    /** How many there are. */
    long count(Reader reader, ConsultationFilter filter) {
        return narrowed(COUNT, "", Long.class, reader, filter).getSingleResult();
    }

    /** All of them, the latest first, so many at a time. */
    void each(Reader reader, ConsultationFilter filter, Consumer<ConsultationLine> each) {
        ConsultationLine last = null;
        List<ConsultationLine> some;
        do {
            TypedQuery<ConsultationLine> query = narrowed(LINES, (last == null ? "" : AFTER) + LATEST,
                    ConsultationLine.class, reader, filter);
            if (last != null) {
                query.setParameter("day", last.heldOn()).setParameter("id", last.id());
            }
            some = query.setMaxResults(CHUNK).getResultList();
            some.forEach(each);
            last = some.isEmpty() ? null : some.getLast();
        } while (some.size() == CHUNK);
    }

    /** From constants only: what comes from outside is a parameter. */
    private <T> TypedQuery<T> narrowed(String select, String end, Class<T> of, Reader reader,
            ConsultationFilter filter) {
        YearMonth month = filter.month();
        String state = filter.state();
        String narrowing = (month == null ? "" : " and c.day between :first and :last")
                + (filter.learner() == null ? "" : " and c.learnerId = :learner")
                + (state == null ? "" : switch (state) {
                    case "HELD" -> " and c.state = 'HELD' and (c.confirmBy is null or c.confirmBy >= :today)";
                    case "UNCONFIRMED" -> " and c.state = 'HELD' and c.confirmBy < :today";
                    case "CONFIRMED" -> " and c.state = :state and c.sheet is null";
                    case "SUBMITTED", "VERIFIED", "ACCEPTED", "RETURNED", "PAID" ->
                        " and c.state = 'CONFIRMED' and c.sheet.stage = :state";
                    default -> " and c.state = :state";
                });
        TypedQuery<T> query = reader.scoped(em.createQuery(select + reader.scope() + narrowing + end, of));
        if ((select + narrowing).contains(":today")) {
            query.setParameter("today", reader.today());
        }
        if (month != null) {
            query.setParameter("first", month.atDay(1)).setParameter("last", month.atEndOfMonth());
        }
        if (filter.learner() != null) {
            query.setParameter("learner", filter.learner());
        }
        return narrowing.contains(":state") ? query.setParameter("state", state) : query;
    }

    /** A learner by key; whoever asks has found something of the learner's before. */
    @Nullable
    RosterLearner learner(UUID id) {
        return em.find(RosterLearner.class, id);
    }
}
