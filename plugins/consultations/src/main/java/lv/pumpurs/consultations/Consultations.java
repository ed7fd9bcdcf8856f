package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import lv.pumpurs.spi.Role;
import lv.pumpurs.spi.learner.RosterLearner;
import org.jspecify.annotations.Nullable;

/** All consultations of the bound tenant, as far as a person reaches. */
@Dependent
public class Consultations {

    /** More would not be read on one page; older ones come with the calendar. */
    static final int SHOWN = 50;

    private static final String IN_REACH = """
            exists (select a.learnerId from LearnerAccess a
                    where a.learnerId = l.id and a.personId = :me and a.role in :roles)""";

    private static final String LINES = """
            select new lv.pumpurs.consultations.ConsultationLine(
                c.id, c.heldOn, l.id, l.givenName, l.familyName, l.className, c.subject, c.minutes)
            from Consultation c, RosterLearner l
            where l.id = c.learnerId and exists (select a.learnerId from LearnerAccess a
                where a.learnerId = l.id and a.personId = :me and a.role in :roles
                  and (a.role <> :own or c.providerId = :me)) {after}
            order by c.heldOn desc, c.id desc""";
    private static final String AFTER = "and (c.heldOn < :day or (c.heldOn = :day and c.id < :id))";

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

    void add(Consultation consultation) {
        em.persist(consultation);
    }

    /** A provider reads the own consultations; whoever reaches the learner in another role reads all of them. */
    List<ConsultationLine> latest(UUID me, Set<Role> roles) {
        return before(null, me, roles).setMaxResults(SHOWN).getResultList();
    }

    /** All of them, the latest first, so many at a time. */
    void each(UUID me, Set<Role> roles, Consumer<ConsultationLine> each) {
        ConsultationLine last = null;
        List<ConsultationLine> some;
        do {
            some = before(last, me, roles).setMaxResults(CHUNK).getResultList();
            some.forEach(each);
            last = some.isEmpty() ? null : some.getLast();
        } while (some.size() == CHUNK);
    }

    /** Those that come after one in the list, or all. */
    private TypedQuery<ConsultationLine> before(@Nullable ConsultationLine last, UUID me, Set<Role> roles) {
        TypedQuery<ConsultationLine> query = em.createQuery(LINES.replace("{after}", last == null ? "" : AFTER),
                ConsultationLine.class)
            .setParameter("me", me)
            .setParameter("roles", roles)
            .setParameter("own", Role.PROVIDER);
        return last == null ? query : query.setParameter("day", last.heldOn()).setParameter("id", last.id());
    }

    /** Of one learner, in the same scope as the list. */
    List<ConsultationLine> of(UUID learner, UUID me, Set<Role> roles, int most) {
        return em.createQuery("""
                select new lv.pumpurs.consultations.ConsultationLine(
                    c.id, c.heldOn, l.id, l.givenName, l.familyName, l.className, c.subject, c.minutes)
                from Consultation c, RosterLearner l
                where l.id = c.learnerId and l.id = :learner and exists (select a.learnerId from LearnerAccess a
                    where a.learnerId = l.id and a.personId = :me and a.role in :roles
                      and (a.role <> :own or c.providerId = :me))
                order by c.heldOn desc, c.id desc""", ConsultationLine.class)
            .setParameter("learner", learner)
            .setParameter("me", me)
            .setParameter("roles", roles)
            .setParameter("own", Role.PROVIDER)
            .setMaxResults(most)
            .getResultList();
    }

    /** How many of one learner, in the same scope. */
    long count(UUID learner, UUID me, Set<Role> roles) {
        return em.createQuery("""
                select count(c) from Consultation c
                where c.learnerId = :learner and exists (select a.learnerId from LearnerAccess a
                    where a.learnerId = c.learnerId and a.personId = :me and a.role in :roles
                      and (a.role <> :own or c.providerId = :me))""", Long.class)
            .setParameter("learner", learner)
            .setParameter("me", me)
            .setParameter("roles", roles)
            .setParameter("own", Role.PROVIDER)
            .getSingleResult();
    }

    List<RosterLearner> learners(UUID me, Set<Role> roles) {
        return em.createQuery("select l from RosterLearner l where " + IN_REACH
                + " order by l.familyName, l.givenName", RosterLearner.class)
            .setParameter("me", me)
            .setParameter("roles", roles)
            .getResultList();
    }

    Optional<RosterLearner> learner(UUID me, Set<Role> roles, UUID id) {
        return em.createQuery("select l from RosterLearner l where l.id = :id and " + IN_REACH, RosterLearner.class)
            .setParameter("id", id)
            .setParameter("me", me)
            .setParameter("roles", roles)
            .getResultStream()
            .findFirst();
    }
}
