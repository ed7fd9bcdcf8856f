package lv.pumpurs.core.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;

/** The support plans of a tenant; reading for a person names the person and the roles, as scope is part of the query. */
@Dependent
public class SupportPlans {

    private final EntityManager entities;

    /**
     * The collection.
     *
     * @param entities bound to a tenant
     */
    @Inject
    public SupportPlans(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Adds a plan.
     *
     * @param plan the plan
     * @throws Refused if the learner has an open plan for the same school, semester and programme; two at the same
     *         moment are stopped by the database
     */
    public void add(SupportPlan plan) {
        var subject = plan.subject();
        PlanProblem.ALREADY_OPEN.when(openPlan(subject).isPresent());
        entities.persist(plan);
    }

    /**
     * Adds plans of learners who are known to have no open plan of these semesters; for loading many at once.
     *
     * @param plans the plans
     */
    public void addAll(List<SupportPlan> plans) {
        plans.forEach(entities::persist);
    }

    /**
     * The open plan about a subject.
     *
     * @param subject learner, school, semester and programme
     * @return the plan, if one is open
     */
    public Optional<SupportPlan> openPlan(PlanSubject subject) {
        return entities.createQuery("""
                select p from SupportPlan p where p.learnerId = :learner and p.schoolId = :school
                and p.semester = :semester and p.programme = :programme
                and p.state not in ('REJECTED', 'CLOSED', 'TERMINATED')""", SupportPlan.class)
            .setParameter("learner", subject.learnerId())
            .setParameter("school", subject.schoolId())
            .setParameter("semester", subject.semester().code())
            .setParameter("programme", subject.programme())
            .getResultStream()
            .findFirst();
    }

    /**
     * Gives out plan codes. The series is locked until the transaction ends, so that no number is given out twice.
     *
     * @param prefix letters of the school, see {@link PlanCode#prefix}
     * @param semester the plans' semester
     * @param count how many
     * @return that many codes in a row
     */
    public List<PlanCode> nextCodes(String prefix, Semester semester, int count) {
        var last = (Number) entities.createNativeQuery("""
                insert into plan_number (prefix, semester, last) values (?1, ?2, ?3)
                on conflict (prefix, semester) do update set last = plan_number.last + excluded.last
                returning last""")
            .setParameter(1, prefix)
            .setParameter(2, semester.code())
            .setParameter(3, count)
            .getSingleResult();
        int first = last.intValue() - count + 1;
        return IntStream.rangeClosed(first, last.intValue())
            .mapToObj(number -> PlanCode.of(prefix, semester, number))
            .toList();
    }

    /**
     * The plans of a learner as a person may read them, the latest first, in three statements. Whoever reaches the
     * learner only as a provider reads the plans with a measure of the own, that measure and the risks it is against.
     *
     * @param learnerId the learner
     * @param personId the reader
     * @param roles the reader's roles that may read plans; none reads nothing
     * @return the plans; empty too if the reader does not reach the learner
     */
    public List<PlanView> byLearner(UUID learnerId, UUID personId, Set<Role> roles) {
        return new PlanReading(entities, learnerId, personId, roles).plans();
    }
}
