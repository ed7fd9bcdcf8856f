package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.pumpurs.spi.Role;
import lv.pumpurs.spi.learner.RosterLearner;
import lv.pumpurs.spi.plan.LearnerPlan;
import lv.pumpurs.spi.plan.PlanMeasure;
import lv.pumpurs.spi.plan.PlanRest;

/** The measures that belong to this plugin, of the learners whom a provider reaches: three statements however many. */
@Dependent
public class Measures {

    /** What was held last week is still written down after the plan has ended. */
    private static final int DAYS_AFTER = 14;

    private static final String MINE = """
            select l, p, m from RosterLearner l, LearnerPlan p, PlanMeasure m
            where p.learnerId = l.id and m.planId = p.id and m.providerId = :me and p.activeFrom is not null
              and (m.kind like 'CONS\\_%' escape '\\' or m.kind like 'SERV\\_%' escape '\\')
              and exists (select e.schoolId from EnabledSchool e
                          where e.plugin = 'consultations' and e.schoolId = p.schoolId)
              and exists (select a.learnerId from LearnerAccess a
                          where a.learnerId = l.id and a.personId = :me and a.role in :roles)""";

    private final EntityManager em;
    private final Consultations consultations;

    /**
     * On the entity manager of the request.
     *
     * @param em bound to the tenant
     * @param consultations what was used of the measures
     */
    @Inject
    public Measures(EntityManager em, Consultations consultations) {
        this.em = em;
        this.consultations = consultations;
    }

    /** Those of plans that are in force, or were a few days ago. */
    List<MeasureAtHand> mine(UUID me, Set<Role> roles, LocalDate today) {
        return whole(em.createQuery(MINE + " and p.activeFrom <= :today and p.activeTo >= :since"
                + " order by l.familyName, l.givenName, m.subject, m.id", Object[].class)
            .setParameter("today", today)
            .setParameter("since", today.minusDays(DAYS_AFTER)), me, roles);
    }

    /** Those of one learner. */
    List<MeasureAtHand> ofLearner(UUID learner, UUID me, Set<Role> roles) {
        return whole(em.createQuery(MINE + " and l.id = :learner order by m.startsOn desc, m.id", Object[].class)
            .setParameter("learner", learner), me, roles);
    }

    /** Some by key; one that is not the provider's is not among them. */
    List<MeasureAtHand> some(Collection<UUID> keys, UUID me, Set<Role> roles) {
        return keys.isEmpty()
                ? List.of()
                : whole(em.createQuery(MINE + " and m.id in :keys order by l.familyName, l.givenName, m.id",
                        Object[].class)
                    .setParameter("keys", keys), me, roles);
    }

    /**
     * The same with what is used of them by now, and until the transaction ends nobody else is told it: of two who write for
     * one measure at the same moment the second one counts what the first one wrote.
     */
    List<MeasureAtHand> reserved(List<MeasureAtHand> measures) {
        List<UUID> keys = measures.stream().map(MeasureAtHand::id).toList();
        em.createNativeQuery("select spi_hold_measures(?1)")
            .setParameter(1, keys.stream().map(UUID::toString).collect(Collectors.joining(",")))
            .getSingleResult();
        Map<UUID, BigDecimal> used = consultations.used(keys);
        return measures.stream()
            .map(one -> new MeasureAtHand(one.learner(), one.plan(), one.measure(), one.rests(),
                    used.getOrDefault(one.id(), BigDecimal.ZERO)))
            .toList();
    }

    private List<MeasureAtHand> whole(TypedQuery<Object[]> query, UUID me, Set<Role> roles) {
        List<Object[]> rows = query.setParameter("me", me).setParameter("roles", roles).getResultList();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<UUID, BigDecimal> used = consultations.used(rows.stream().map(row -> ((PlanMeasure) row[2]).id()).toList());
        Map<UUID, List<PlanRest>> rests = em
            .createQuery("select r from PlanRest r where r.planId in :plans", PlanRest.class)
            .setParameter("plans", rows.stream().map(row -> ((LearnerPlan) row[1]).id()).collect(Collectors.toSet()))
            .getResultStream()
            .collect(Collectors.groupingBy(PlanRest::planId));
        return rows.stream()
            .map(row -> {
                PlanMeasure measure = (PlanMeasure) row[2];
                return new MeasureAtHand((RosterLearner) row[0], (LearnerPlan) row[1], measure,
                        rests.getOrDefault(measure.planId(), List.of()),
                        used.getOrDefault(measure.id(), BigDecimal.ZERO));
            })
            .toList();
    }
}
