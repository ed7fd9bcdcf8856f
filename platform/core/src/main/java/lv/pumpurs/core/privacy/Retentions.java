package lv.pumpurs.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.privacy.RetentionView.Hold;
import lv.pumpurs.core.privacy.RetentionView.Line;
import lv.pumpurs.core.privacy.RetentionView.Rule;
import lv.pumpurs.core.privacy.RetentionView.Year;
import org.jspecify.annotations.Nullable;

/** How long plans are kept in the bound tenant, and of whom the time is over. */
@Dependent
public class Retentions {

    private static final String LINES = """
            select g.code, g.name_lv, g.name_en, now.years, now.counted_from, now.valid_from,
                   next.years, next.counted_from, next.valid_from
            from programme g
            cross join today t
            left join lateral (select r.* from retention r where r.programme = g.code and r.valid_from <= t.day
                               order by r.valid_from desc limit 1) now on true
            left join lateral (select r.* from retention r where r.programme = g.code and r.valid_from > t.day
                               order by r.valid_from limit 1) next on true
            order by g.starts_on desc, g.code""";

    private static final String HOLDS = """
            select h.learner_id, h.placed_on, h.reason, t.given_name || ' ' || t.family_name
            from legal_hold h join staff t on t.id = h.placed_by
            where h.lifted_on is null order by h.placed_on, h.id""";

    private static final String YEARS = """
            select cast(extract(year from r.kept_until + 1) as integer) as year, count(*)
            from learner_retention r join learner l on l.id = r.learner_id and l.anonymised_on is null
            where r.kept_until >= (select t.day from today t) and not r.held
            group by 1 order by 1""";

    private final EntityManager entities;

    /**
     * On the bound tenant.
     *
     * @param entities of the transaction
     */
    @Inject
    public Retentions(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Somebody whose time is over.
     *
     * @param learner who
     * @param before what is older goes; null if all does
     */
    public record Due(UUID learner, @Nullable LocalDate before) {}

    RetentionView view() {
        long today = ((Number) entities.createNativeQuery("select count(*) from retention_due").getSingleResult())
            .longValue();
        return new RetentionView(rows(LINES).stream()
            .map(row -> new Line((String) row[0], (String) row[1], (String) row[2], rule(row, 3), rule(row, 6)))
            .toList(),
                rows(HOLDS).stream()
                    .map(row -> new Hold((UUID) row[0], day(row[1]), (String) row[2], (String) row[3]))
                    .toList(),
                rows(YEARS).stream()
                    .map(row -> new Year(((Number) row[0]).intValue(), ((Number) row[1]).longValue()))
                    .toList(),
                today);
    }

    private static @Nullable Rule rule(Object[] row, int from) {
        return row[from] == null
                ? null
                : new Rule(((Number) row[from]).intValue(), (String) row[from + 1], day(row[from + 2]));
    }

    private static LocalDate day(Object value) {
        return ((Date) value).toLocalDate();
    }

    private List<Object[]> rows(String sql) {
        List<?> found = entities.createNativeQuery(sql).getResultList();
        return found.stream().map(Object[].class::cast).toList();
    }

    boolean knows(String programme) {
        return !entities.createNativeQuery("select 1 from programme where code = ?1")
            .setParameter(1, programme)
            .getResultList()
            .isEmpty();
    }

    /** Sets what holds from a day on; what was set for the same day before is replaced. */
    void set(String programme, SetRetention input) {
        entities.createNativeQuery("""
                insert into retention (programme, years, counted_from, valid_from) values (?1, ?2, ?3, ?4)
                on conflict (programme, valid_from)
                 do update set years = excluded.years, counted_from = excluded.counted_from""")
            .setParameter(1, programme)
            .setParameter(2, input.years())
            .setParameter(3, input.countedFrom().name())
            .setParameter(4, input.validFrom())
            .executeUpdate();
    }

    /**
     * Some of those whose time is over, in the order of their keys.
     *
     * @param after the last one of those before
     * @param most how many at most
     * @return who, and what of them
     */
    public List<Due> due(UUID after, int most) {
        List<?> found = entities.createNativeQuery("""
                select d.learner_id, d.whole, d.before from retention_due d where d.learner_id > ?1
                order by d.learner_id""").setParameter(1, after).setMaxResults(most).getResultList();
        return found.stream()
            .map(Object[].class::cast)
            .map(row -> new Due((UUID) row[0], Boolean.TRUE.equals(row[1]) ? null : day(row[2])))
            .toList();
    }

    /** What of one is over now, whatever was found before; empty if nothing is. */
    List<Due> due(UUID learner) {
        List<?> found = entities
            .createNativeQuery("select d.learner_id, d.whole, d.before from retention_due d where d.learner_id = ?1")
            .setParameter(1, learner)
            .getResultList();
        return found.stream()
            .map(Object[].class::cast)
            .map(row -> new Due((UUID) row[0], Boolean.TRUE.equals(row[1]) ? null : day(row[2])))
            .toList();
    }
}
