package lv.pumpurs.core.home;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.home.HomeView.StateCount;
import lv.pumpurs.core.identity.InScope;
import lv.pumpurs.spi.Role;

/** How much lies within a person's reach today; scope is part of each query. */
@Dependent
public class Reach {

    private final EntityManager entities;

    /**
     * On the bound tenant.
     *
     * @param entities of the request
     */
    @Inject
    public Reach(EntityManager entities) {
        this.entities = entities;
    }

    long learners(UUID me, Set<Role> roles) {
        Object count = entities
            .createNativeQuery(
                    "select count(*) from learner l where l.merged_into is null and l.anonymised_on is null and "
                            + InScope.learner("l.id", "?1", roles))
            .setParameter(1, me)
            .getSingleResult();
        return ((Number) count).longValue();
    }

    /** Whoever reaches a learner only as a provider reaches the plans with a measure of the own. */
    List<StateCount> plans(UUID me, Set<Role> roles, String semester) {
        List<?> rows = entities
            .createNativeQuery("select p.state, count(*) from support_plan p where p.semester = ?2 and "
                    + InScope.plan("p", "?1", roles) + " group by p.state order by count(*) desc, p.state")
            .setParameter(1, me)
            .setParameter(2, semester)
            .getResultList();
        return rows.stream()
            .map(Object[].class::cast)
            .map(row -> new StateCount((String) row[0], ((Number) row[1]).longValue()))
            .toList();
    }
}
