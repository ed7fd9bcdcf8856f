package lv.pumpurs.core.figures;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The measures of the domain, each with its one definition: a query over {@code scope}, whose rows say what to count
 * for: {@code id}, {@code measure} (null for every measure), {@code school_id} and {@code risk} (null for all),
 * {@code semester_from}, {@code semester_to}, {@code first_day}, {@code last_day}. It answers {@code id} and
 * {@code value}, a text.
 *
 * <p>Plans, learners and learner-semesters are different units and are never mixed: the national communications once
 * added plans up and published the sum as learners. Distinct means by learner within the tenant.
 */
public enum Measure {

    /**
     * Plans of the semester that passed their last approval; the semester is the plan's own, whenever it was approved.
     */
    M1_PLANS_PREPARED(Unit.PLANS, """
            count(p.id)::text
            from scope s left join support_plan p on\s""" + Sql.PREPARED),

    /** Prepared plans that were evaluated or closed and of which at least one measure was delivered. */
    M2_PLANS_REALISED(Unit.PLANS, """
            count(p.id)::text
            from scope s left join support_plan p on\s""" + Sql.PREPARED + """
             and (p.evaluated_on is not null or p.closed_on is not null)
             and exists (select 1 from planned_measure d where d.plan_id = p.id and d.delivered_quantity > 0)
            """),

    /** Distinct learners with a plan that was active on at least one day of the period. */
    M3_LEARNERS_SUPPORTED(Unit.LEARNERS, """
            count(distinct p.learner_id)::text
            from scope s left join support_plan p on\s""" + Sql.ACTIVE),

    /** Distinct providers with a measure in a plan that was active on at least one day of the period. */
    M4_EDUCATORS_ENGAGED(Unit.EDUCATORS, """
            count(distinct m.provider_id)::text
            from scope s left join support_plan p on\s""" + Sql.ACTIVE + """
             left join planned_measure m on m.plan_id = p.id
            """),

    /** Schools that take part in the period and were announced to; M5a. */
    M5_SCHOOLS_ANNOUNCED(Unit.SCHOOLS, """
            count(distinct y.school_id)::text
            from scope s left join school_participation y on y.announced and\s""" + Sql.TAKES_PART),

    /** Schools that take part in the period and that a text names. */
    M5_SCHOOLS_LISTED(Unit.SCHOOLS, """
            count(distinct y.school_id)::text
            from scope s left join school_participation y on y.listed and\s""" + Sql.TAKES_PART),

    /** Schools that take part in the period and have at least one prepared plan of it; M5b. */
    M5_SCHOOLS_WITH_PLAN(Unit.SCHOOLS, """
            count(distinct y.school_id)::text
            from scope s left join school_participation y on\s""" + Sql.TAKES_PART + """
             and exists (select 1 from support_plan p where p.school_id = y.school_id and\s""" + Sql.PREPARED + ")\n"),

    /** The semester from which a school, or the first of all schools, takes part. */
    M5_FIRST_SEMESTER(Unit.SEMESTER, """
            min(y.from_semester collate "C")
            from scope s left join school_participation y on\s""" + Sql.TAKES_PART),

    /** Kinds of measures by the number of prepared plans that plan them, the most used first. */
    M6_MEASURE_USE_RANK(Unit.MEASURE_KIND, """
            (select string_agg(u.kind, ',' order by u.plans desc, u.position) from (
                select m.kind, k.position, count(distinct p.id) as plans
                from support_plan p
                join planned_measure m on m.plan_id = p.id
                join measure_kind k on k.code = m.kind
                where (s.risk is null or exists (select 1 from planned_measure_risk x
                                                 where x.planned_measure_id = m.id and x.risk = s.risk))
                  and\s""" + Sql.PREPARED + """
                group by m.kind, k.position) u)
            from scope s
            """),

    /** Kinds of measures that at least one prepared plan plans. */
    M6_MEASURE_PRESENT(Unit.MEASURE_PRESENT, """
            string_agg(distinct m.kind, ',' order by m.kind)
            from scope s
            left join support_plan p on\s""" + Sql.PREPARED + """
             left join planned_measure m on m.plan_id = p.id
                and (s.risk is null or exists (select 1 from planned_measure_risk x
                                               where x.planned_measure_id = m.id and x.risk = s.risk))
            """),

    /** Lowest and highest grade of general education of the learners who had a plan active in the period. */
    GRADES_FROM_TO(Unit.GRADES, """
            min(e.grade) || '-' || max(e.grade)
            from scope s
            left join support_plan p on\s""" + Sql.ACTIVE + """
             left join semester t on t.code = p.semester
            left join enrolment e on e.learner_id = p.learner_id and e.school_id = p.school_id
                and e.school_year = t.school_year and not e.vocational
            """),

    /**
     * Of the learners in a final grade (9 and 12) of general education who had a plan active in the period, those who
     * graduated from it, in per cent. A learner below grade 9 cannot have obtained basic education and is not counted.
     */
    M7_COMPLETION(Unit.PERCENT, """
            round(100.0 * count(distinct e.learner_id) filter (where e.outcome = 'GRADUATED')
                  / nullif(count(distinct e.learner_id), 0), 1)::text
            from scope s
            left join support_plan p on\s""" + Sql.ACTIVE + """
             left join semester t on t.code = p.semester
            left join enrolment e on e.learner_id = p.learner_id and e.school_id = p.school_id
                and e.school_year = t.school_year and e.grade in (9, 12) and not e.vocational
            """);

    /** Parts of several definitions. */
    private static final class Sql {

        static final String PREPARED = """
                p.approved_on is not null
                 and p.semester collate "C" between s.semester_from and s.semester_to
                 and (s.school_id is null or p.school_id = s.school_id)
                """;

        static final String ACTIVE = """
                p.active_from <= s.last_day and p.active_to >= s.first_day
                 and (s.school_id is null or p.school_id = s.school_id)
                """;

        /** A school of which nobody knows since when it takes part is taken to have done so all the time. */
        static final String TAKES_PART = """
                (y.from_semester is null or y.from_semester collate "C" <= s.semester_to)
                 and (y.to_semester is null or y.to_semester collate "C" >= s.semester_from)
                 and (s.school_id is null or y.school_id = s.school_id)
                """;

        private Sql() {}
    }

    /** Condition for a prepared plan {@code p} of a scope {@code s}, for queries beside the measures' own. */
    static final String PREPARED_PLAN = Sql.PREPARED;

    private final Unit unit;
    private final String definition;

    Measure(Unit unit, String definition) {
        this.unit = unit;
        this.definition = definition;
    }

    /**
     * What the measure counts.
     *
     * @return the unit
     */
    public Unit unit() {
        return unit;
    }

    /**
     * One query for some measures over one scope.
     *
     * @param scope a query that gives the rows of {@code scope}
     * @param measures what to count
     * @return a query for scope id, name of the measure and value
     */
    static String query(String scope, Measure... measures) {
        return Arrays.stream(measures)
            .map(one -> "select s.id, '" + one.name() + "' as measure, " + one.definition
                    + " where (s.measure is null or s.measure = '" + one.name() + "')"
                    + (one == M6_MEASURE_USE_RANK ? "" : " group by s.id"))
            .collect(Collectors.joining("\nunion all\n", "with scope as (" + scope + ")\n", ""));
    }
}
