package lv.pumpurs.praise;

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

/**
 * All praise of the bound tenant, as far as a person reaches. The only class with an entity manager: who looks for a
 * query, or for a missing restriction, looks here. No query names a tenant: the connection is bound to one.
 */
@Dependent
public class Praises {

    /** More would not be read on one page; the file has all. */
    static final int SHOWN = 50;

    /** Rows of a file that are kept at a time. */
    private static final int CHUNK = 500;

    private static final Set<Role> FAMILY = Set.of(Role.GUARDIAN, Role.LEARNER);

    /** Every learner of the tenant is in the view: two restrictions belong to every query, reach and switch. */
    private static final String SWITCHED_ON = """
            exists (select e.schoolId from EnabledSchool e where e.plugin = 'praise' and e.schoolId = l.schoolId)""";

    private static final String IN_REACH = """
            exists (select a.learnerId from LearnerAccess a
                     where a.learnerId = l.id and a.personId = :me and a.role in :roles) and\s""" + SWITCHED_ON;

    /** A family reads what was written to be shown to it. */
    private static final String READABLE = """
            l.id = p.learnerId and exists (select a.learnerId from LearnerAccess a
                 where a.learnerId = l.id and a.personId = :me and a.role in :roles
                   and (a.role not in :family or p.shownToFamily = true)) and\s""" + SWITCHED_ON;

    private static final String LINES = """
            select new lv.pumpurs.praise.PraiseLine(
                p.id, p.givenOn, l.id, l.givenName, l.familyName, l.className, p.words)
            from Praise p, RosterLearner l where\s""" + READABLE;

    private static final String AFTER = " and (p.givenOn < :day or (p.givenOn = :day and p.id < :id))";
    private static final String NEWEST_FIRST = " order by p.givenOn desc, p.id desc";

    private final EntityManager em;

    /**
     * On the entity manager of the request.
     *
     * @param em bound to the tenant by the first statement of the transaction
     */
    @Inject
    public Praises(EntityManager em) {
        this.em = em;
    }

    void add(Praise praise) {
        em.persist(praise);
    }

    List<PraiseLine> latest(UUID me, Set<Role> roles) {
        return after(null, me, roles).setMaxResults(SHOWN).getResultList();
    }

    /** All of them for a file, so many at a time: a list of a whole municipality does not fit into memory twice. */
    void each(UUID me, Set<Role> roles, Consumer<PraiseLine> each) {
        PraiseLine last = null;
        List<PraiseLine> some;
        do {
            some = after(last, me, roles).setMaxResults(CHUNK).getResultList();
            some.forEach(each);
            last = some.isEmpty() ? null : some.getLast();
        } while (some.size() == CHUNK);
    }

    private TypedQuery<PraiseLine> after(@Nullable PraiseLine last, UUID me, Set<Role> roles) {
        TypedQuery<PraiseLine> query = readable(em.createQuery(LINES + (last == null ? "" : AFTER) + NEWEST_FIRST,
                PraiseLine.class), me, roles);
        return last == null ? query : query.setParameter("day", last.givenOn()).setParameter("id", last.id());
    }

    /** Of one learner, in the same scope as the list. */
    List<PraiseLine> of(UUID learner, UUID me, Set<Role> roles, int most) {
        return readable(em.createQuery(LINES + " and l.id = :learner" + NEWEST_FIRST, PraiseLine.class), me, roles)
            .setParameter("learner", learner)
            .setMaxResults(most)
            .getResultList();
    }

    /** How many of one learner, in the same scope. */
    long count(UUID learner, UUID me, Set<Role> roles) {
        return readable(em.createQuery("select count(p) from Praise p, RosterLearner l where " + READABLE
                + " and l.id = :learner", Long.class), me, roles)
            .setParameter("learner", learner)
            .getSingleResult();
    }

    private static <T> TypedQuery<T> readable(TypedQuery<T> query, UUID me, Set<Role> roles) {
        return query.setParameter("me", me).setParameter("roles", roles).setParameter("family", FAMILY);
    }

    List<RosterLearner> learners(UUID me, Set<Role> roles) {
        return em.createQuery("select l from RosterLearner l where " + IN_REACH
                + " order by l.familyName, l.givenName", RosterLearner.class)
            .setParameter("me", me)
            .setParameter("roles", roles)
            .getResultList();
    }

    Optional<RosterLearner> learner(UUID id, UUID me, Set<Role> roles) {
        return em.createQuery("select l from RosterLearner l where l.id = :id and " + IN_REACH, RosterLearner.class)
            .setParameter("id", id)
            .setParameter("me", me)
            .setParameter("roles", roles)
            .getResultStream()
            .findFirst();
    }
}
