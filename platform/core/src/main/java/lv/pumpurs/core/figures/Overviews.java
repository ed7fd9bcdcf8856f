package lv.pumpurs.core.figures;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lv.pumpurs.core.figures.Overview.Counts;
import lv.pumpurs.core.figures.Overview.MeasureUse;
import lv.pumpurs.core.figures.Overview.SchoolCounts;
import lv.pumpurs.core.figures.Overview.SemesterCounts;
import lv.pumpurs.core.schoolyear.Semester;
import org.jspecify.annotations.Nullable;

/** Counts a tenant for a period, by the definitions of {@link Measure}. Three statements, whatever the size. */
@Dependent
public class Overviews {

    private static final String TOTAL = "total";

    /** One row for the tenant, one a school, one a semester. Parameters 1 and 2: first and last semester. */
    private static final String SCOPES = """
            select k.id, null::text as measure, k.school_id, null::text as risk, k.semester_from, k.semester_to,
                   a.starts_on as first_day, b.last_day
            from (select 'total' as id, null::uuid as school_id, cast(?1 as text) as semester_from,
                         cast(?2 as text) as semester_to
                  union all select s.id::text, s.id, cast(?1 as text), cast(?2 as text) from school s
                  union all select t.code, null, t.code, t.code from semester t
                            where t.code collate "C" between cast(?1 as text) and cast(?2 as text)) k
            join semester a on a.code = k.semester_from
            join semester b on b.code = k.semester_to
            """;

    private static final String COUNTS = Measure.query(SCOPES, Measure.M1_PLANS_PREPARED, Measure.M2_PLANS_REALISED,
            Measure.M3_LEARNERS_SUPPORTED, Measure.M4_EDUCATORS_ENGAGED);

    private static final String USE = """
            select k.code, k.name_lv, k.name_en, count(distinct p.id), count(distinct p.learner_id)
            from (select cast(?1 as text) as semester_from, cast(?2 as text) as semester_to,
                         null::uuid as school_id) s
            join support_plan p on\s""" + Measure.PREPARED_PLAN + """
            join planned_measure m on m.plan_id = p.id
            join measure_kind k on k.code = m.kind
            group by k.code, k.name_lv, k.name_en, k.position
            order by count(distinct p.id) desc, k.position
            """;

    private final EntityManager entities;

    /**
     * The collection.
     *
     * @param entities bound to a tenant
     */
    @Inject
    public Overviews(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The semesters that have prepared plans: what a reader may choose.
     *
     * @return the latest first
     */
    public List<Semester> semestersWithPlans() {
        List<?> codes = entities.createNativeQuery("""
                select distinct p.semester collate "C" as code from support_plan p where p.approved_on is not null
                order by code desc""").getResultList();
        return codes.stream().map(code -> Semester.of((String) code)).toList();
    }

    /**
     * The semester to begin with: the latest with prepared plans.
     *
     * @return empty if there are none
     */
    public Optional<Semester> latestSemester() {
        return semestersWithPlans().stream().findFirst();
    }

    /**
     * Counts a period.
     *
     * @param from first semester
     * @param to last semester, not before the first; both published
     * @return the overview
     */
    public Overview of(Semester from, Semester to) {
        Map<String, Map<Measure, Integer>> counted = new HashMap<>();
        for (var row : rows(COUNTS, from, to)) {
            counted.computeIfAbsent((String) row[0], scope -> new EnumMap<>(Measure.class))
                .put(Measure.valueOf((String) row[1]), Integer.valueOf((String) row[2]));
        }
        List<?> schools = entities.createNativeQuery("select s.id, s.name from school s order by s.name")
            .getResultList();
        var bySchool = schools.stream()
            .map(Object[].class::cast)
            .map(row -> new SchoolCounts((UUID) row[0], (String) row[1], counts(counted.get(row[0].toString()))))
            .toList();
        var bySemester = counted.keySet()
            .stream()
            .filter(Semester::isCode)
            .sorted()
            .map(code -> new SemesterCounts(Semester.of(code), counts(counted.get(code))))
            .toList();
        var use = rows(USE, from, to).stream()
            .map(row -> new MeasureUse((String) row[0], (String) row[1],
                    (String) row[2], ((Number) row[3]).intValue(), ((Number) row[4]).intValue()))
            .toList();
        return new Overview(from, to, counts(counted.get(TOTAL)), bySchool, bySemester, use);
    }

    private static Counts counts(@Nullable Map<Measure, Integer> counted) {
        return counted == null
                ? Counts.NONE
                : new Counts(counted.getOrDefault(Measure.M1_PLANS_PREPARED, 0),
                        counted.getOrDefault(Measure.M2_PLANS_REALISED, 0),
                        counted.getOrDefault(Measure.M3_LEARNERS_SUPPORTED, 0),
                        counted.getOrDefault(Measure.M4_EDUCATORS_ENGAGED, 0));
    }

    private List<Object[]> rows(String sql, Semester from, Semester to) {
        List<?> found = entities.createNativeQuery(sql)
            .setParameter(1, from.code())
            .setParameter(2, to.code())
            .getResultList();
        return found.stream().map(Object[].class::cast).toList();
    }
}
