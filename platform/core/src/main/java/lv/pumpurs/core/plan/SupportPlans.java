package lv.pumpurs.core.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lv.pumpurs.core.identity.InScope;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.RestrictedText;
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
     * The open plans of a learner at a school. Nobody else changes them until the transaction ends.
     *
     * @param learnerId the learner
     * @param schoolId the school
     * @return in the order of their keys
     */
    public List<SupportPlan> openAt(UUID learnerId, UUID schoolId) {
        return entities.createQuery("""
                select p from SupportPlan p where p.learnerId = :learner and p.schoolId = :school
                and p.state not in ('REJECTED', 'CLOSED', 'TERMINATED') order by p.id""", SupportPlan.class)
            .setParameter("learner", learnerId)
            .setParameter("school", schoolId)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
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
        return new PlanReading(entities, PlanReading.OF_LEARNER, learnerId, personId, roles).plans();
    }

    /** One plan as a person may read it, in three statements; empty if it is not there or out of reach. */
    Optional<PlanView> read(UUID id, UUID personId, Set<Role> roles) {
        return new PlanReading(entities, PlanReading.ONE, id, personId, roles).plans().stream().findFirst();
    }

    /** What waits for a person's decision, the first fifty, in three statements. */
    List<PlanView> waitingFor(UUID personId, Set<Role> roles) {
        return new PlanReading(entities, PlanReading.WAITING + " and " + InScope.work("p", "?1", roles), personId,
                personId, roles)
            .plans();
    }

    /** One page of the plans that a person reads, in two statements. */
    PlanPage page(PlanFilter filter, PlanSort sort, ListQuery asked, UUID personId, Set<Role> roles) {
        var query = new PlanQuery(filter, personId, roles);
        long total = ((Number) query.in(entities, query.count()).getSingleResult()).longValue();
        return new PlanPage(asked.offset() >= total ? List.of() : query.page(entities, sort, asked), total);
    }

    /** Every plan of a list, one by one, in one statement. */
    void each(PlanFilter filter, ListQuery asked, UUID personId, Set<Role> roles, Consumer<PlanRow> each) {
        new PlanQuery(filter, personId, roles).each(entities, PlanSort.of(asked.sort()), asked.descending(), each);
    }

    /**
     * A plan that somebody wants to do something with. Nobody else changes it until the transaction ends.
     *
     * @param id the plan
     * @param personId who
     * @param roles the person's roles that may do it
     * @return empty if there is no such plan, or the person does not reach it
     */
    Optional<SupportPlan> atHand(UUID id, UUID personId, Set<Role> roles) {
        // a school reads the plans of whoever went to another one, and does nothing more with them
        List<?> inReach = entities.createNativeQuery("select p.id from support_plan p where p.id = ?2 and "
                + InScope.plan("p", "?1", roles) + " and " + InScope.learner("p.learner_id", "?1", roles))
            .setParameter(1, personId)
            .setParameter(2, id)
            .getResultList();
        return inReach.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(entities.find(SupportPlan.class, id, LockModeType.PESSIMISTIC_WRITE))
                    .map(this::gathered);
    }

    /** A plan whose content is shown already; for what a page offers. With the times in which it rested. */
    SupportPlan known(UUID id) {
        return gathered(entities.createQuery("select distinct p from SupportPlan p left join fetch p.suspensions s"
                + " where p.id = ?1 order by s.id", SupportPlan.class)
            .setParameter(1, id)
            .getSingleResult());
    }

    /** With the risks of all its measures, in one statement instead of one a measure. */
    private SupportPlan gathered(SupportPlan plan) {
        entities.createQuery("select distinct m from PlannedMeasure m left join fetch m.risks where m.plan = :plan",
                PlannedMeasure.class)
            .setParameter("plan", plan)
            .getResultList();
        return plan;
    }

    /** What a form about a plan is headed with. */
    PlanTitle title(SupportPlan plan) {
        return new PlanTitle(plan.id(), plan.code().value(), (String) entities
            .createNativeQuery("select l.given_name || ' ' || l.family_name from learner l where l.id = ?1")
            .setParameter(1, plan.subject().learnerId())
            .getSingleResult(), plan.semester().code());
    }

    /** Writes what was done so far, so that a plan knows its new version. */
    void write() {
        entities.flush();
    }

    /** Roles of today in which a person acts for a learner: at the school, in the tenant, by an operator's stay. */
    Set<Role> rolesAt(UUID schoolId, UUID learnerId, UUID personId) {
        List<?> roles = entities.createNativeQuery("""
                select distinct r.role from staff_role_today r
                where r.staff_id = ?1 and (r.school_id is null or (r.school_id = ?2 and exists (
                  select 1 from learner_of_school_role h
                  where h.person_id = ?1 and h.role = r.role and h.learner_id = ?3)))
                union
                select 'OPERATOR_REVIEWER' from plan_under_review u where u.person_id = ?1""")
            .setParameter(1, personId)
            .setParameter(2, schoolId)
            .setParameter(3, learnerId)
            .getResultList();
        return roles.stream().map(role -> Role.valueOf((String) role)).collect(Collectors.toUnmodifiableSet());
    }

    /** The decisions on a plan, the latest first: by day, by the moment in their key, and within one by their step. */
    List<DecisionView> decisions(UUID id) {
        List<?> rows = entities.createNativeQuery("""
                select a.step, a.role, coalesce(t.given_name || ' ' || t.family_name, o.person_name), a.decision,
                       a.decided_on, a.remark, n.edition
                from plan_approval a
                left join staff t on t.id = a.person_id
                left join operator_entry o on o.id = a.operator_entry_id
                left join plan_amendment n on n.id = a.amendment_id
                where a.plan_id = ?1
                order by a.decided_on desc, left(cast(a.id as text), 13) desc, a.step desc, a.id desc""")
            .setParameter(1, id)
            .getResultList();
        return rows.stream()
            .map(Object[].class::cast)
            .map(row -> new DecisionView(((Number) row[0]).intValue(), (String) row[1], (String) row[2],
                    (String) row[3], ((Date) row[4]).toLocalDate(), RestrictedText.typed((String) row[5]),
                    row[6] == null ? 1 : ((Number) row[6]).intValue()))
            .toList();
    }

    /** The plan before and the plans after this one, as far as there are any. */
    List<PlanLink> neighbours(UUID id) {
        List<?> rows = entities.createNativeQuery("""
                select o.id, o.code, o.semester, o.predecessor_id = ?1 from support_plan o
                where o.predecessor_id = ?1
                   or o.id = (select p.predecessor_id from support_plan p where p.id = ?1)
                order by o.semester collate "C", o.code""").setParameter(1, id).getResultList();
        return rows.stream()
            .map(Object[].class::cast)
            .map(row -> new PlanLink((UUID) row[0], (String) row[1], (String) row[2],
                    Boolean.TRUE.equals(row[3])))
            .toList();
    }

    /** Who may give a measure of a plan: a provider of its school today, or whoever it names or has named already. */
    List<ProviderChoice> providers(UUID schoolId, Set<UUID> named) {
        List<?> rows = entities.createNativeQuery("""
                select t.id, t.given_name || ' ' || t.family_name from staff t
                where exists (select 1 from staff_role_today r
                              where r.staff_id = t.id and r.role = 'PROVIDER' and r.school_id = ?1)
                   or t.id = any(cast(string_to_array(?2, ',') as uuid[]))
                order by t.family_name, t.given_name, t.id""")
            .setParameter(1, schoolId)
            .setParameter(2, named.stream().map(UUID::toString).collect(Collectors.joining(",")))
            .getResultList();
        return rows.stream()
            .map(Object[].class::cast)
            .map(row -> new ProviderChoice((UUID) row[0], (String) row[1]))
            .toList();
    }
}
