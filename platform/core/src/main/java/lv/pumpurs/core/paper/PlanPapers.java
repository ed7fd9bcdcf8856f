package lv.pumpurs.core.paper;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.pumpurs.core.identity.InScope;
import lv.pumpurs.core.plan.RiskSight;
import lv.pumpurs.core.paper.PlanPaper.Decided;
import lv.pumpurs.core.paper.PlanPaper.Head;
import lv.pumpurs.core.paper.PlanPaper.Life;
import lv.pumpurs.core.paper.PlanPaper.Measure;
import lv.pumpurs.core.paper.PlanPaper.Outcome;
import lv.pumpurs.core.paper.PlanPaper.Pupil;
import lv.pumpurs.core.paper.PlanPaper.Risk;
import lv.pumpurs.core.paper.PlanPaper.RiskGroup;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/** Plans as papers, read for one reader in four statements; scope is part of each, as it is on the page. */
@Dependent
public class PlanPapers {

    private static final String PLAN = """
            select p.code, p.semester, g.name_lv,
                   school_name_on(p.school_id, coalesce(p.active_from, p.applied_on, (select t.day from today t))),
                   t.given_name || ' ' || t.family_name, p.state, {all},
                   l.id, l.given_name || ' ' || l.family_name,
                   (select e.class_name from enrolment e join semester y on y.school_year = e.school_year
                    where y.code = p.semester and e.learner_id = l.id and e.school_id = p.school_id
                    order by e.valid_from desc limit 1),
                   case when {all} then p.applied_on end, case when {all} then p.applied_by end,
                   p.approved_on, p.active_from, p.active_to, p.evaluated_on, p.result, p.closed_on, p.reason,
                   case when {all} then p.strengths end, case when {all} then p.learner_voice end,
                   1 + (select count(*) from plan_amendment n where n.plan_id = p.id and n.stage = 'ADOPTED'),
                   exists (select 1 from plan_amendment n where n.plan_id = p.id
                           and n.stage in ('WRITTEN', 'IN_APPROVAL', 'RETURNED'))
            from support_plan p
            join programme g on g.code = p.programme
            join staff t on t.id = p.author_id
            join learner l on l.id = p.learner_id
            where p.id = ?1 and {plan}
            """;

    private static final String RISKS = """
            select g.name_lv, case when {open} then r.code else 'RESTRICTED' end, case when {open} then r.name_lv end,
                   case when {open} then k.severity end, case when {open} then k.result end,
                   {of risk k.note}, {of risk k.remark}
            from support_plan p
            join plan_risk k on k.plan_id = p.id
            join risk r on r.code = k.risk
            join risk_group g on g.code = r.risk_group
            left join lateral (select o.provider_id from planned_measure_risk x
                               join planned_measure o on o.id = x.planned_measure_id
                               where o.plan_id = p.id and o.provider_id = ?2 and x.risk = k.risk limit 1) m on true
            where p.id = ?1 and {plan} and ({all} or m.provider_id is not null)
            order by g.position, r.position
            """;

    private static final String MEASURES = """
            select k.name_lv, m.subject, t.given_name || ' ' || t.family_name,
                   (select string_agg(x.risk, ',' order by x.risk) from planned_measure_risk x
                    join risk r on r.code = x.risk where x.planned_measure_id = m.id and {open}),
                   k.unit, m.planned_quantity, m.delivered_quantity, m.starts_on, m.ends_on,
                   {of measure m.remark}, m.id
            from support_plan p
            join planned_measure m on m.plan_id = p.id
            join measure_kind k on k.code = m.kind
            left join staff t on t.id = m.provider_id
            where p.id = ?1 and {plan} and ({all} or m.provider_id = ?2)
            order by k.position, m.id
            """;

    /** A key begins with its millisecond; of decisions in the same one the step tells which came first. */
    private static final String DECISIONS = """
            select a.decided_on, a.role, coalesce(t.given_name || ' ' || t.family_name, o.person_name), a.decision,
                   case when {colleague} then a.remark end, false
            from support_plan p
            join plan_approval a on a.plan_id = p.id
            left join staff t on t.id = a.person_id
            left join operator_entry o on o.id = a.operator_entry_id
            where p.id = ?1 and {plan} and {all}
            order by a.decided_on, left(cast(a.id as text), 13), a.step, a.id
            """;

    private final EntityManager entities;

    /**
     * The collection.
     *
     * @param entities bound to a tenant
     */
    @Inject
    public PlanPapers(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A plan as a person may read it. Whoever reaches the learner only as a provider reads the own measures and the
     * risks they are against, without evidence, application and decisions.
     *
     * @param planId the plan
     * @param reader the reader
     * @param roles the reader's roles that may read plans; none reads nothing
     * @param now when the paper is made
     * @return empty if there is no such plan or it is out of reach
     */
    public Optional<PlanPaper> find(UUID planId, UUID reader, Set<Role> roles, Instant now) {
        Asked asked = new Asked(planId, reader, roles);
        return rows(PLAN, asked).stream().findFirst().map(row -> paper(row, asked, now));
    }

    private PlanPaper paper(Object[] row, Asked asked, Instant now) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<RiskGroup> groups = groups(rows(RISKS, asked), numbers);
        return new PlanPaper(
                new Head((String) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4],
                        (String) row[5], (Boolean) row[6], ((Number) row[21]).intValue(), (Boolean) row[22]),
                new Pupil((UUID) row[7], (String) row[8], (String) row[9], (String) row[19], (String) row[20]),
                new Life(date(row[10]), (String) row[11], date(row[12]), date(row[13]), date(row[14]), date(row[15]),
                        (String) row[16], date(row[17]), (String) row[18]),
                groups, rows(MEASURES, asked).stream().map(measure -> measure(measure, numbers)).toList(),
                rows(DECISIONS, asked).stream().map(PlanPapers::decided).toList(), now, null);
    }

    private static List<RiskGroup> groups(List<Object[]> rows, Map<String, Integer> numbers) {
        Map<String, List<Risk>> byGroup = new LinkedHashMap<>();
        int last = 0;
        for (Object[] row : rows) {
            int number = ++last;
            numbers.put((String) row[1], number);
            byGroup.computeIfAbsent((String) row[0], group -> new ArrayList<>())
                .add(new Risk(number, (String) row[2], (String) row[3], RiskSight.told(row, 5),
                        row[4] == null ? null : new Outcome((String) row[4], RiskSight.told(row, 7))));
        }
        return byGroup.entrySet().stream().map(group -> new RiskGroup(group.getKey(), group.getValue())).toList();
    }

    /** A risk that this reader does not see has no number. */
    private static Measure measure(Object[] row, Map<String, Integer> numbers) {
        String against = row[3] == null
                ? ""
                : Stream.of(((String) row[3]).split(","))
                    .filter(numbers::containsKey)
                    .map(numbers::get)
                    .sorted()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
        return new Measure((UUID) row[11], (String) row[0], (String) row[1], (String) row[2], against, (String) row[4],
                (BigDecimal) row[5], (BigDecimal) row[6], day(row[7]), day(row[8]), RiskSight.told(row, 9));
    }

    private static Decided decided(Object[] row) {
        return new Decided(day(row[0]), (String) row[1], (String) row[2], (String) row[3],
                RiskSight.told(row, 4));
    }

    private static LocalDate day(Object value) {
        return ((Date) value).toLocalDate();
    }

    private static @Nullable LocalDate date(@Nullable Object value) {
        return value == null ? null : day(value);
    }

    private List<Object[]> rows(String sql, Asked asked) {
        List<?> found = entities.createNativeQuery(asked.scoped(sql))
            .setParameter(1, asked.planId())
            .setParameter(2, asked.reader())
            .getResultList();
        return found.stream().map(Object[].class::cast).toList();
    }

    /** One plan, for one reader. */
    private record Asked(UUID planId, UUID reader, Set<Role> roles) {

        String scoped(String sql) {
            // what those who decide wrote to each other is not the family's to read
            String toReader = sql.replace("{colleague}", InScope.isFamily(roles) ? "false" : "true");
            return RiskSight.in(toReader, "?2", roles)
                .replace("{plan}", InScope.plan("p", "?2", roles))
                .replace("{all}", InScope.plan("p", "?2", InScope.others(roles)));
        }
    }
}
