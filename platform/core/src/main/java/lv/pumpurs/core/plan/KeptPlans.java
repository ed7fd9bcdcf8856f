package lv.pumpurs.core.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lv.pumpurs.core.personaldata.KeptRows;
import lv.pumpurs.spi.PersonalData;
import lv.pumpurs.spi.Role;

/**
 * What plans say of a learner: application, strengths, risks, measures and what came of them. A family is told of a plan
 * from its approval on. A forgotten plan keeps its days, states, codes of catalogues and quantities, and another code:
 * the old one stands on papers.
 */
@Dependent
public class KeptPlans implements PersonalData {

    /** Plans that are over: only those expire. */
    private static final String OVER = """
            p.learner_id = any {keys} and p.forgotten_on is null and p.state in ('REJECTED', 'CLOSED', 'TERMINATED')
             and exists (select 1 from semester s where s.code = p.semester
                          and coalesce(p.closed_on, p.terminated_on, s.last_day) < {before})""";

    private static final String ALL = "p.learner_id = any {keys} and p.forgotten_on is null";

    private static final String PLANS = """
            select p.code, p.semester, g.name_lv as programme,
                   school_name_on(p.school_id, p.active_from) as school_id,
                   t.given_name || ' ' || t.family_name as author_id, p.state, p.applied_on, p.applied_by, p.approved_on,
                   p.active_from, p.active_to, p.strengths, p.learner_voice, p.evaluated_on, p.result, p.closed_on,
                   p.terminated_on, p.reason
            from support_plan p join programme g on g.code = p.programme join staff t on t.id = p.author_id
            where p.learner_id = any {keys} and p.approved_on is not null order by p.semester collate "C", p.code""";

    private static final String NOT_YET = """
            select count(*) from support_plan p where p.learner_id = any {keys} and p.approved_on is null""";

    /** As much of a risk of a special category as the matrix lets a family see. */
    private static final String RISKS = """
            select p.code as plan_id, case when {named} then r.name_lv else g.name_lv end as risk,
                   case when {named} then k.severity end as severity, case when {full} then k.note end as note,
                   case when {named} then k.result end as result, case when {full} then k.remark end as remark
            from support_plan p join plan_risk k on k.plan_id = p.id join risk r on r.code = k.risk
            join risk_group g on g.code = r.risk_group
            where p.learner_id = any {keys} and p.approved_on is not null
            order by p.semester collate "C", p.code, g.position, r.position""".replace("{named}", seen(RiskSight.NAMED))
        .replace("{full}", seen(RiskSight.FULL));

    private static final String MEASURES = """
            select p.code as plan_id, k.name_lv as kind, m.subject, t.given_name || ' ' || t.family_name as provider_id,
                   m.planned_quantity, m.delivered_quantity, m.starts_on, m.ends_on,
                   case when {opens} or not exists (select 1 from planned_measure_risk x join risk s on s.code = x.risk
                     where x.planned_measure_id = m.id and s.special_category <> 'NONE') then m.remark end as remark
            from support_plan p join planned_measure m on m.plan_id = p.id join measure_kind k on k.code = m.kind
            left join staff t on t.id = m.provider_id
            where p.learner_id = any {keys} and p.approved_on is not null
            order by p.semester collate "C", p.code, k.position, m.id"""
        .replace("{opens}", Boolean.toString(RiskSight.of(Role.GUARDIAN).opens()));

    private static final String[] FORGET = {"""
            update plan_risk k set note = null, remark = null from support_plan p
            where p.id = k.plan_id and {which} and (k.note is not null or k.remark is not null)""", """
            update planned_measure m set subject = null, remark = null from support_plan p
            where p.id = m.plan_id and {which} and (m.subject is not null or m.remark is not null)""", """
            update support_plan p set code = regexp_replace(p.code, '[^-]*$', '') || 'x' || right(cast(p.id as text), 12),
              strengths = null, learner_voice = null, reason = case when p.reason is not null then '–' end,
              forgotten_on = (select t.day from today t), version = p.version + 1
            where {which}"""};

    private final KeptRows rows;
    private final KeptSteps steps;

    /**
     * On the bound tenant.
     *
     * @param entities of the transaction
     */
    @Inject
    public KeptPlans(EntityManager entities) {
        this.rows = new KeptRows(entities);
        this.steps = new KeptSteps(rows);
    }

    private static String seen(RiskSight least) {
        return RiskSight.of(Role.GUARDIAN).compareTo(least) <= 0 ? "true" : "r.special_category = 'NONE'";
    }

    @Override
    public Set<String> tables() {
        return Set.of("support_plan", "plan_risk", "planned_measure", "planned_measure_risk", "plan_approval",
                "plan_amendment", "plan_suspension", "plan_writer", "plan_proposal", "application_scan",
                "application_scan_content");
    }

    @Override
    public List<Section> of(Subject subject, UUID reader) {
        if (subject.kind() != Kind.LEARNER) {
            return List.of();
        }
        Section plans = rows.section("support_plan", PLANS, Map.of("state", "plan.state.", "applied_by", "role.",
                "result", "plan.result."), subject, reader);
        List<Section> all = new ArrayList<>(KeptRows.filled(
                new Section(plans.table(), plans.rows(), rows.withheld(plans.table(), NOT_YET, subject).withheld()),
                rows.section("plan_risk", RISKS, Map.of("severity", "plan.severity.", "result", "plan.result."),
                        subject, reader),
                rows.section("planned_measure", MEASURES, Map.of(), subject, reader)));
        all.addAll(steps.of(subject, reader));
        return all;
    }

    @Override
    public int anonymise(Subject subject) {
        if (subject.kind() != Kind.LEARNER) {
            return 0;
        }
        return steps.anonymise(subject, ALL) + rows.change(subject, which(FORGET, ALL));
    }

    @Override
    public int expire(Subject subject, LocalDate before) {
        if (subject.kind() != Kind.LEARNER) {
            return 0;
        }
        return steps.expire(subject, before, OVER) + rows.change(subject, before, which(FORGET, OVER));
    }

    /** The plans themselves come last: that they are forgotten is what the others ask. */
    static String[] which(String[] statements, String plans) {
        return Stream.of(statements).map(sql -> sql.replace("{which}", plans)).toArray(String[]::new);
    }
}
