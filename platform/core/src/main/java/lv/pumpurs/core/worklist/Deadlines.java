package lv.pumpurs.core.worklist;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How long work may take in the bound tenant, by programme and from a day on. */
@Dependent
public class Deadlines {

    private static final String WORK = Arrays.stream(Due.values())
        .map(Due::deadline)
        .distinct()
        .map(work -> "('" + work + "')")
        .collect(Collectors.joining(", "));

    private static final String LINES = """
            select g.code, g.name_lv, g.name_en, w.work, now.days, next.valid_from, next.days
            from programme g
            cross join (values {work}) w(work)
            cross join today t
            left join lateral (select d.days from work_deadline d
                               where d.programme = g.code and d.work = w.work and d.valid_from <= t.day
                               order by d.valid_from desc limit 1) now on true
            left join lateral (select d.valid_from, d.days from work_deadline d
                               where d.programme = g.code and d.work = w.work and d.valid_from > t.day
                               order by d.valid_from limit 1) next on true
            order by g.starts_on desc, g.code""".replace("{work}", WORK);

    private final EntityManager entities;

    /**
     * On the bound tenant.
     *
     * @param entities of the request
     */
    @Inject
    public Deadlines(EntityManager entities) {
        this.entities = entities;
    }

    /** One line for each programme and kind of work. */
    List<DeadlinesView.Line> lines() {
        List<?> rows = entities.createNativeQuery(LINES).getResultList();
        return rows.stream()
            .map(Object[].class::cast)
            .map(row -> new DeadlinesView.Line((String) row[0], (String) row[1], (String) row[2], (String) row[3],
                    (Integer) row[4], row[5] instanceof Date from ? from.toLocalDate() : null, (Integer) row[6]))
            .toList();
    }

    /** Whether there is such a programme and such a work. */
    boolean knows(String programme, String work) {
        return Arrays.stream(Due.values()).anyMatch(due -> due.deadline().equals(work))
                && !entities.createNativeQuery("select 1 from programme where code = ?1")
                    .setParameter(1, programme)
                    .getResultList()
                    .isEmpty();
    }

    /** Sets what holds from a day on; what was set for the same day before is replaced. */
    void set(String programme, String work, @Nullable Integer days, LocalDate from) {
        entities.createNativeQuery("""
                insert into work_deadline (programme, work, days, valid_from) values (?1, ?2, cast(?3 as integer), ?4)
                on conflict (programme, work, valid_from) do update set days = excluded.days""")
            .setParameter(1, programme)
            .setParameter(2, work)
            .setParameter(3, days == null ? null : days.toString())
            .setParameter(4, from)
            .executeUpdate();
    }
}
