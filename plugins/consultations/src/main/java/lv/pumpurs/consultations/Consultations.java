package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.spi.Role;
import lv.pumpurs.spi.learner.RosterLearner;

/** All consultations of the bound tenant, as far as a person reaches. */
@Dependent
public class Consultations {

    /** More would not be read on one page; older ones come with the calendar. */
    static final int SHOWN = 50;

    private static final String IN_REACH = """
            exists (select a.learnerId from LearnerAccess a
                    where a.learnerId = l.id and a.personId = :me and a.role in :roles)""";

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
        return em.createQuery("""
                select new lv.pumpurs.consultations.ConsultationLine(
                    c.id, c.heldOn, l.id, l.givenName, l.familyName, l.className, c.subject, c.minutes)
                from Consultation c, RosterLearner l
                where l.id = c.learnerId and exists (select a.learnerId from LearnerAccess a
                    where a.learnerId = l.id and a.personId = :me and a.role in :roles
                      and (a.role <> :own or c.providerId = :me))
                order by c.heldOn desc, c.id desc""", ConsultationLine.class)
            .setParameter("me", me)
            .setParameter("roles", roles)
            .setParameter("own", Role.PROVIDER)
            .setMaxResults(SHOWN)
            .getResultList();
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
