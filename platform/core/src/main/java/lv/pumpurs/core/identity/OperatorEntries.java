package lv.pumpurs.core.identity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Operators' stays in the bound tenant. */
@Dependent
public class OperatorEntries {

    private final EntityManager em;

    /**
     * On the entity manager of the request.
     *
     * @param em bound to the tenant
     */
    @Inject
    public OperatorEntries(EntityManager em) {
        this.em = em;
    }

    void add(OperatorEntry entry) {
        em.persist(entry);
    }

    /** Ends a stay that was read in another transaction. */
    OperatorEntry leave(OperatorEntry entry, Instant now) {
        OperatorEntry here = em.merge(entry);
        here.leave(now);
        return here;
    }

    /** The open stays of an operator, the one that lasts longest first; more than one after entering twice. */
    List<OperatorEntry> open(String subject, Instant now) {
        return em.createQuery("""
                select e from OperatorEntry e
                where e.operatorSubject = :subject and e.leftAt is null and e.expiresAt > :now
                order by e.expiresAt desc""", OperatorEntry.class)
            .setParameter("subject", subject)
            .setParameter("now", now.atOffset(ZoneOffset.UTC))
            .getResultList();
    }
}
