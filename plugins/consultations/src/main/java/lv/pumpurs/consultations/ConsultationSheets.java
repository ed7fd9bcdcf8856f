package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.pumpurs.consultations.Consultations.Reader;
import lv.pumpurs.consultations.SheetHead.Sums;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;
import lv.pumpurs.spi.learner.RosterLearner;
import lv.pumpurs.spi.plan.LearnerPlan;
import lv.pumpurs.spi.school.SchoolName;
import lv.pumpurs.spi.staff.StaffName;

/**
 * All monthly sheets of the bound tenant, as far as a person reaches: a provider the own ones, the staff of a school those of
 * its plans, a family its child's. What was done is paid for also when the plan has ended or the child has moved since.
 */
@Dependent
public class ConsultationSheets {

    /** More would not be read on one page. */
    static final int SHOWN = 50;

    static final Set<Role> FAMILY = Set.of(Role.GUARDIAN, Role.LEARNER);

    private static final String OF_SCHOOL = """
            exists (select a.schoolId from SchoolAccess a where a.schoolId = c.schoolId and a.personId = :me
                    and a.role in :offices)""";
    private static final String OF_FAMILY = """
            exists (select a.learnerId from LearnerAccess a where a.learnerId = c.learnerId and a.personId = :me
                    and a.role in :family)""";
    private static final String HEADS = """
            select c, l, p, o, t from ConsultationSheet c, RosterLearner l, LearnerPlan p, SchoolName o, StaffName t
            where l.id = c.learnerId and p.id = c.planId and o.id = c.schoolId and t.id = c.providerId and\s""";

    private final EntityManager em;

    /**
     * On the entity manager of the request.
     *
     * @param em bound to the tenant by the first statement of the transaction
     */
    @Inject
    public ConsultationSheets(EntityManager em) {
        this.em = em;
    }

    /** New ones, and whatever was done with others; two who hand the same month in at the same moment do it once. */
    void write(Collection<ConsultationSheet> added) {
        try {
            added.forEach(em::persist);
            em.flush();
        } catch (OptimisticLockException lost) {
            throw new Refused(ConsultationProblem.SHEET_TWICE);
        } catch (PersistenceException refused) {
            ConsultationProblem.SHEET_TWICE.unless(!Broken.is(refused, "consultation_sheet_once"));
            throw refused;
        }
    }

    /** What a provider has of a month, in the order of the days, with the sheets that it is on. */
    List<Consultation> ofMonth(UUID provider, YearMonth month) {
        return em.createQuery("select c from Consultation c left join fetch c.sheet where c.providerId = :provider"
                + " and c.day between :first and :last and c.measureId is not null and " + Consultations.SWITCHED_ON
                + " order by c.day, c.startsAt, c.id", Consultation.class)
            .setParameter("provider", provider)
            .setParameter("first", month.atDay(1))
            .setParameter("last", month.atEndOfMonth())
            .getResultList();
    }

    /** A provider's sheets of a month. */
    List<ConsultationSheet> handedIn(UUID provider, YearMonth month) {
        return em.createQuery("select c from ConsultationSheet c where c.providerId = :provider and c.month = :month"
                + " order by c.number, c.id", ConsultationSheet.class)
            .setParameter("provider", provider)
            .setParameter("month", month.atDay(1))
            .getResultList();
    }

    /** Months before a day of which a provider has not handed everything in that is confirmed, and how much it is. */
    List<Object[]> forgotten(UUID provider, LocalDate before) {
        return em.createQuery("select extract(year from c.day), extract(month from c.day), count(c)"
                + " from Consultation c where c.providerId = :provider and c.day < :before and c.state = 'CONFIRMED'"
                + " and c.sheet is null and " + Consultations.SWITCHED_ON
                + " group by extract(year from c.day), extract(month from c.day)", Object[].class)
            .setParameter("provider", provider)
            .setParameter("before", before)
            .getResultList();
    }

    /** One that a person reaches, and that nobody else changes until the transaction ends. */
    Optional<ConsultationSheet> take(UUID id, Reader reader) {
        return take(Set.of(id), reader).stream().findFirst();
    }

    /** The same with several, in the order of their keys: who takes the same ones at the same moment waits. */
    List<ConsultationSheet> take(Collection<UUID> ids, Reader reader) {
        return ids.isEmpty()
                ? List.of()
                : scoped(em.createQuery("select c from ConsultationSheet c where c.id in :ids and " + scope(reader)
                        + " order by c.id", ConsultationSheet.class), reader)
                    .setParameter("ids", ids)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultList();
    }

    /** What is on it counts otherwise now: who has read it before is told so. */
    void recount(ConsultationSheet sheet) {
        em.lock(sheet, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    /** One to be read. */
    Optional<Named> find(UUID id, Reader reader) {
        return named(scoped(em.createQuery(HEADS + "c.id = :id and " + scope(reader), Object[].class), reader)
            .setParameter("id", id)).stream().findFirst();
    }

    /** What is on one, in the order of the days. */
    List<Consultation> on(UUID sheet) {
        return em.createQuery("select c from Consultation c where c.sheet.id = :sheet order by c.day, c.startsAt, c.id",
                Consultation.class)
            .setParameter("sheet", sheet)
            .getResultList();
    }

    /** What is on a provider's sheets of a month, at whichever school. */
    List<Consultation> worked(UUID provider, YearMonth month) {
        return em.createQuery("select c from Consultation c join fetch c.sheet where c.sheet.providerId = :provider"
                + " and c.sheet.month = :month order by c.day, c.startsAt, c.id", Consultation.class)
            .setParameter("provider", provider)
            .setParameter("month", month.atDay(1))
            .getResultList();
    }

    /** One page, the latest month first. */
    List<Named> page(Reader reader, SheetFilter filter, int page) {
        return named(narrowed(HEADS, " order by c.month desc, o.name, t.familyName, t.givenName, l.familyName,"
                + " l.givenName, c.number, c.id", Object[].class, reader, filter)
            .setFirstResult((page - 1) * SHOWN)
            .setMaxResults(SHOWN));
    }

    /** Those that wait for longest. */
    List<Named> longest(Reader reader, String stage, int most) {
        return named(narrowed(HEADS, " order by c.submittedOn, c.id", Object[].class, reader,
                new SheetFilter(null, stage, null, null, null))
            .setMaxResults(most));
    }

    /** How many there are. */
    long count(Reader reader, SheetFilter filter) {
        return narrowed("select count(c) from ConsultationSheet c where ", "", Long.class, reader, filter)
            .getSingleResult();
    }

    /** What is payable of some. */
    Map<UUID, Sums> sums(Collection<UUID> sheets) {
        Map<UUID, Sums> sums = new HashMap<>();
        if (!sheets.isEmpty()) {
            em.createQuery("select s.id, count(c), sum(c.minutes) from ConsultationSheet s, Consultation c"
                    + " where c.sheet = s and s.id in :sheets and c.state = 'CONFIRMED' group by s.id", Object[].class)
                .setParameter("sheets", sheets)
                .getResultList()
                .forEach(row -> sums.put((UUID) row[0],
                        new Sums(((Number) row[1]).longValue(), ((Number) row[2]).longValue())));
        }
        return sums;
    }

    /** Who has handed something in that a person reaches. */
    List<StaffName> providers(Reader reader) {
        return scoped(em.createQuery("select t from StaffName t where exists (select c.id from ConsultationSheet c"
                + " where c.providerId = t.id and " + scope(reader) + ") order by t.familyName, t.givenName, t.id",
                StaffName.class), reader)
            .getResultList();
    }

    /** Some learners by key; whoever asks has them in a month of the own. */
    Map<UUID, RosterLearner> learners(Collection<UUID> keys) {
        return keys.isEmpty()
                ? Map.of()
                : em.createQuery("select l from RosterLearner l where l.id in :keys", RosterLearner.class)
                    .setParameter("keys", keys)
                    .getResultStream()
                    .collect(Collectors.toMap(RosterLearner::id, one -> one));
    }

    /** ID codes of some plans. */
    Map<UUID, String> codes(Collection<UUID> plans) {
        return plans.isEmpty()
                ? Map.of()
                : em.createQuery("select p from LearnerPlan p where p.id in :keys", LearnerPlan.class)
                    .setParameter("keys", plans)
                    .getResultStream()
                    .collect(Collectors.toMap(LearnerPlan::id, LearnerPlan::code));
    }

    /** From constants only: what comes from outside is a parameter. */
    private <T> TypedQuery<T> narrowed(String select, String end, Class<T> of, Reader reader, SheetFilter filter) {
        Map<String, Object> values = new HashMap<>();
        List<String> narrowing = new ArrayList<>(List.of(scope(reader)));
        if (filter.month() != null) {
            narrowing.add("c.month = :month");
            values.put("month", filter.month().atDay(1));
        }
        if (filter.stage() != null) {
            narrowing.add("c.stage = :stage");
            values.put("stage", filter.stage());
        }
        if (filter.school() != null) {
            narrowing.add("c.schoolId = :school");
            values.put("school", filter.school());
        }
        if (filter.provider() != null) {
            narrowing.add("c.providerId = :provider");
            values.put("provider", filter.provider());
        }
        if (filter.learner() != null) {
            narrowing.add("c.learnerId = :learner");
            values.put("learner", filter.learner());
        }
        TypedQuery<T> query = scoped(em.createQuery(select + String.join(" and ", narrowing) + end, of), reader);
        values.forEach(query::setParameter);
        return query;
    }

    private static List<Named> named(TypedQuery<Object[]> query) {
        return query.getResultStream()
            .map(row -> new Named((ConsultationSheet) row[0], (RosterLearner) row[1], (LearnerPlan) row[2],
                    (SchoolName) row[3], (StaffName) row[4]))
            .toList();
    }

    /** A sheet with the names that belong to it. */
    record Named(ConsultationSheet sheet, RosterLearner learner, LearnerPlan plan, SchoolName school,
            StaffName provider) {

        SheetHead head(Sums sums) {
            return new SheetHead(sheet.id(), sheet.version(), sheet.month(), sheet.number(), sheet.stage().code(),
                    learner.id(), learner.name(), learner.className(), plan.code(), provider.name(), school.name(),
                    sums);
        }
    }

    /** What a person reaches in the roles asked for, said so that nothing is asked that the roles do not need. */
    private static String scope(Reader reader) {
        List<String> ways = new ArrayList<>();
        if (reader.roles().contains(Role.PROVIDER)) {
            ways.add("c.providerId = :me");
        }
        if (!offices(reader).isEmpty()) {
            ways.add(OF_SCHOOL);
        }
        if (!family(reader).isEmpty()) {
            ways.add(OF_FAMILY);
        }
        return Consultations.SWITCHED_ON + " and (" + (ways.isEmpty() ? "1 = 0" : String.join(" or ", ways)) + ")";
    }

    private static <T> TypedQuery<T> scoped(TypedQuery<T> query, Reader reader) {
        if (!reader.roles().isEmpty()) {
            query.setParameter("me", reader.me());
        }
        if (!offices(reader).isEmpty()) {
            query.setParameter("offices", offices(reader));
        }
        return family(reader).isEmpty() ? query : query.setParameter("family", family(reader));
    }

    private static Set<Role> offices(Reader reader) {
        return reader.roles()
            .stream()
            .filter(role -> role != Role.PROVIDER && !FAMILY.contains(role))
            .collect(Collectors.toSet());
    }

    private static Set<Role> family(Reader reader) {
        return reader.roles().stream().filter(FAMILY::contains).collect(Collectors.toSet());
    }
}
