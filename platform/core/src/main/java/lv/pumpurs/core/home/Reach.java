package lv.pumpurs.core.home;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.pumpurs.core.home.HomeView.StateCount;
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
        Object count = entities.createNativeQuery("""
                select count(distinct a.learner_id) from spi_learner_access a
                where a.person_id = ?1 and a.role = any (string_to_array(?2, ','))""")
            .setParameter(1, me)
            .setParameter(2, joined(roles))
            .getSingleResult();
        return ((Number) count).longValue();
    }

    /** Whoever reaches a learner only as a provider reaches the plans with a measure of the own. */
    List<StateCount> plans(UUID me, Set<Role> roles, String semester) {
        List<?> rows = entities.createNativeQuery("""
                select p.state, count(*) from support_plan p
                where p.semester = ?3 and exists (
                    select 1 from spi_learner_access a
                    where a.learner_id = p.learner_id and a.person_id = ?1 and a.role = any (string_to_array(?2, ','))
                      and (a.role <> 'PROVIDER' or exists (
                          select 1 from planned_measure m where m.plan_id = p.id and m.provider_id = ?1)))
                group by p.state order by count(*) desc, p.state""")
            .setParameter(1, me)
            .setParameter(2, joined(roles))
            .setParameter(3, semester)
            .getResultList();
        return rows.stream()
            .map(Object[].class::cast)
            .map(row -> new StateCount((String) row[0], ((Number) row[1]).longValue()))
            .toList();
    }

    private static String joined(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }
}
