package lv.pumpurs.core.figures;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The published figures of a tenant, each computed anew from the rows. Two statements, however many figures. */
@Dependent
public class Figures {

    private static final String PUBLISHED = """
            select f.id::text, f.code, f.measure, s.name, f.semester_from, f.semester_to, f.unit, f.value, f.source,
                   f.published_on, f.note_lv, f.note_en, f.quote
            from published_figure f left join school s on s.id = f.school_id
            order by f.code, f.measure, s.name
            """;

    /** Open ends of a period reach as far as the rows do. */
    private static final String SCOPE = """
            select f.id::text as id, f.measure, f.school_id, f.risk,
                   coalesce(f.semester_from, '') as semester_from, coalesce(f.semester_to, '~') as semester_to,
                   coalesce(a.starts_on, '-infinity') as first_day, coalesce(b.last_day, 'infinity') as last_day
            from published_figure f
            left join semester a on a.code = f.semester_from
            left join semester b on b.code = f.semester_to
            """;

    private static final String COMPUTED = Measure.query(SCOPE, Measure.values());

    private final EntityManager entities;

    /**
     * The collection.
     *
     * @param entities bound to a tenant
     */
    @Inject
    public Figures(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Every published figure with its computed value and the difference.
     *
     * @return by code
     */
    public List<Figure> all() {
        Map<Object, @Nullable String> computed = new HashMap<>();
        for (var row : rows(COMPUTED)) {
            computed.put(row[0], (String) row[2]);
        }
        return rows(PUBLISHED).stream().map(row -> figure(row, computed.get(row[0]))).toList();
    }

    private static Figure figure(Object[] row, @Nullable String computed) {
        var measure = Measure.valueOf((String) row[2]);
        var published = (String) row[7];
        var day = (Date) row[9];
        return new Figure((String) row[1], measure, (String) row[3], new Figure.Span((String) row[4], (String) row[5]),
                (String) row[6], measure.unit().shown(computed, published), published,
                measure.unit().difference(computed, published),
                new Figure.Source((String) row[8], day == null ? null : day.toLocalDate()),
                new Figure.Note((String) row[10], (String) row[11]), (String) row[12]);
    }

    private List<Object[]> rows(String sql) {
        List<?> found = entities.createNativeQuery(sql).getResultList();
        return found.stream().map(Object[].class::cast).toList();
    }
}
