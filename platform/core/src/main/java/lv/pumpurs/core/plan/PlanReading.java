package lv.pumpurs.core.plan;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.identity.InScope;
import lv.pumpurs.core.plan.PlanView.MeasureView;
import lv.pumpurs.core.plan.PlanView.RiskView;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/** Reads plans for one reader: plans, risks and measures, one statement each. */
final class PlanReading {

    /**
     * What follows from the day and from what is under way: a plan whose time of support is over and that nobody has
     * judged yet waits for that; one that is being amended is in force as it was approved.
     */
    static final String STATE = """
            case when p.state in ('ACTIVE', 'SUSPENDED') and p.active_to < (select t.day from today t) then 'EVALUATION_DUE'
                 when p.state = 'ACTIVE' and exists (select 1 from plan_amendment n where n.plan_id = p.id
                  and n.stage in ('WRITTEN', 'IN_APPROVAL', 'RETURNED')) then 'AMENDMENT_PENDING'
                 else p.state end""";

    /** All of a learner. */
    static final String OF_LEARNER = "p.learner_id = ?1";
    /** One. */
    static final String ONE = "p.id = ?1";
    /** What waits for the person of ?1. */
    static final String WAITING = """
            p.id in (select w.id from support_plan w
                     where w.id in (select d.plan_id from waiting_decision d where d.person_id = ?1)
                     order by w.code limit 50)""";

    private static final String PLANS = """
            select p.id, p.code, p.semester, g.name_lv, g.name_en, s.name, t.given_name || ' ' || t.family_name, {state},
                   c.role, p.approved_on, p.active_from, p.active_to, p.evaluated_on, p.closed_on, p.result, p.reason,
                   l.id, l.given_name || ' ' || l.family_name, p.version, {all},
                   case when {full} then 'FULL' when {named} then 'NAMED' else 'GROUP' end
            from support_plan p
            join programme g on g.code = p.programme
            join school s on s.id = p.school_id
            join learner l on l.id = p.learner_id
            join staff t on t.id = p.author_id
            left join approval_step c on c.programme = p.programme and c.ordinal = p.approval_step
            where {which} and {plan}
            order by p.semester collate "C" desc, p.code desc
            """;

    /** One measure of the reader's own against the risk is enough to know it. */
    private static final String RISKS = """
            select p.id, case when {open} then r.code else 'RESTRICTED' end, case when {open} then r.name_lv end,
                   case when {open} then r.name_en end, g.name_lv, g.name_en, case when {open} then k.severity end,
                   case when {open} then k.result end, {of risk k.note}, {of risk k.remark}
            from support_plan p
            join plan_risk k on k.plan_id = p.id
            join risk r on r.code = k.risk
            join risk_group g on g.code = r.risk_group
            left join lateral (select o.provider_id from planned_measure_risk x
                               join planned_measure o on o.id = x.planned_measure_id
                               where o.plan_id = p.id and o.provider_id = ?2 and x.risk = k.risk limit 1) m on true
            where {which} and {plan} and (m.provider_id is not null or {all})
            order by g.position, r.position
            """;

    private static final String MEASURES = """
            select p.id, k.code, k.name_lv, k.name_en, k.unit, t.given_name || ' ' || t.family_name, m.subject,
                   m.planned_quantity, m.delivered_quantity,
                   (select string_agg(x.risk, ',' order by x.risk) from planned_measure_risk x
                    join risk r on r.code = x.risk where x.planned_measure_id = m.id and {open}), m.id, m.starts_on, m.ends_on,
                   {of measure m.remark}
            from support_plan p
            join planned_measure m on m.plan_id = p.id
            join measure_kind k on k.code = m.kind
            left join staff t on t.id = m.provider_id
            where {which} and {plan} and (m.provider_id = ?2 or {all})
            order by k.position, m.id
            """;

    private final EntityManager entities;
    private final String which;
    private final UUID of;
    private final UUID reader;
    private final Set<Role> roles;

    PlanReading(EntityManager entities, String which, UUID of, UUID reader, Set<Role> roles) {
        this.entities = entities;
        this.which = which;
        this.of = of;
        this.reader = reader;
        this.roles = roles;
    }

    List<PlanView> plans() {
        Map<UUID, List<RiskView>> risks = new HashMap<>();
        for (var row : rows(RISKS)) {
            risks.computeIfAbsent((UUID) row[0], plan -> new ArrayList<>())
                .add(new RiskView((String) row[1], (String) row[2], (String) row[3], (String) row[4], (String) row[5],
                        (String) row[6], RiskSight.told(row, 8), (String) row[7], RiskSight.told(row, 10)));
        }
        Map<UUID, List<MeasureView>> measures = new HashMap<>();
        for (var row : rows(MEASURES)) {
            measures.computeIfAbsent((UUID) row[0], plan -> new ArrayList<>()).add(measure(row));
        }
        return rows(PLANS).stream()
            .map(row -> plan(row, risks.getOrDefault(row[0], List.of()),
                    measures.getOrDefault(row[0], List.of())))
            .toList();
    }

    private static PlanView plan(Object[] row, List<RiskView> risks, List<MeasureView> measures) {
        var dates = new PlanView.Dates(date(row[9]), date(row[10]), date(row[11]), date(row[12]), date(row[13]));
        var about = new PlanView.About((UUID) row[16], (String) row[17], ((Number) row[18]).intValue(),
                (Boolean) row[19], RiskSight.valueOf((String) row[20]));
        return new PlanView((UUID) row[0], about, (String) row[1], (String) row[2], (String) row[3], (String) row[4],
                (String) row[5], (String) row[6], (String) row[7], (String) row[8], dates, (String) row[14],
                (String) row[15], risks, measures);
    }

    private static MeasureView measure(Object[] row) {
        return new MeasureView((String) row[1], (String) row[2], (String) row[3], (String) row[4], (String) row[5],
                (String) row[6], (BigDecimal) row[7], (BigDecimal) row[8],
                row[9] == null ? List.of() : List.of(((String) row[9]).split(",")), (UUID) row[10], date(row[11]),
                date(row[12]), RiskSight.told(row, 13));
    }

    private static @Nullable LocalDate date(@Nullable Object value) {
        return value == null ? null : ((Date) value).toLocalDate();
    }

    private List<Object[]> rows(String sql) {
        List<?> found = entities.createNativeQuery(scoped(sql))
            .setParameter(1, of)
            .setParameter(2, reader)
            .getResultList();
        return found.stream().map(Object[].class::cast).toList();
    }

    /** Of a plan in reach all is shown, but by a provider's role alone only what is the person's own. */
    private String scoped(String sql) {
        return RiskSight.in(sql, "?2", roles)
            .replace("{which}", which)
            .replace("{state}", STATE)
            .replace("{plan}", InScope.plan("p", "?2", roles))
            .replace("{all}", InScope.plan("p", "?2", InScope.others(roles)));
    }
}
