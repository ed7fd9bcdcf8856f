package lv.pumpurs.core.operator;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.pumpurs.core.operator.MigrationsView.Line;
import lv.pumpurs.core.operator.MigrationsView.Run;
import org.jspecify.annotations.Nullable;

/** Runs of migrations as they were written down; to be used while the nation is bound. */
@Dependent
public class MigrationRuns {

    private final EntityManager em;

    /**
     * On the entity manager of the request.
     *
     * @param em bound to the nation
     */
    @Inject
    public MigrationRuns(EntityManager em) {
        this.em = em;
    }

    /** A run and its key. */
    record Latest(UUID id, Run run) {}

    /** The latest run, if there was one. */
    Optional<Latest> latest(Instant now) {
        List<?> rows = em.createNativeQuery("""
                SELECT r.id, r.state, (extract(epoch FROM r.started_at) * 1000)::bigint,
                  extract(epoch FROM coalesce(r.ended_at, ?1::timestamptz) - r.started_at)::bigint,
                  (SELECT count(DISTINCT tenant_id) FROM tenant_migration m WHERE m.run_id = r.id
                     AND NOT EXISTS (SELECT FROM tenant_migration x WHERE x.run_id = r.id
                       AND x.tenant_id = m.tenant_id AND x.state IN ('WAITING', 'RUNNING'))),
                  (SELECT count(DISTINCT tenant_id) FROM tenant_migration m WHERE m.run_id = r.id)
                FROM migration_run r ORDER BY r.started_at DESC LIMIT 1""")
            .setParameter(1, now.toString())
            .getResultList();
        return rows.stream().map(Object[].class::cast).map(MigrationRuns::latest).findFirst();
    }

    private static Latest latest(Object[] row) {
        return new Latest((UUID) row[0], new Run((String) row[1], Instant.ofEpochMilli(number(row[2])), number(row[3]),
                (int) number(row[4]), (int) number(row[5])));
    }

    /** The tenants of a run; those that need somebody come first. */
    List<Line> tenants(UUID run, Instant now) {
        List<?> rows = em.createNativeQuery("""
                SELECT t.slug, t.name, m.state, m.percent, m.seconds, m.module, m.reason, m.reason_detail
                FROM (SELECT tenant_id,
                    CASE WHEN bool_or(state = 'FAILED') THEN 'FAILED'
                         WHEN bool_or(state = 'INTERRUPTED') THEN 'INTERRUPTED'
                         WHEN bool_and(state = 'DONE') THEN 'DONE'
                         WHEN bool_and(state = 'WAITING') THEN 'WAITING'
                         WHEN bool_or(state = 'SKIPPED') THEN 'SKIPPED' ELSE 'RUNNING' END AS state,
                    100 * count(*) FILTER (WHERE state = 'DONE') / count(*) AS percent,
                    extract(epoch FROM CASE WHEN bool_or(state IN ('WAITING', 'RUNNING')) THEN ?2::timestamptz
                      ELSE max(ended_at) END - min(started_at))::bigint AS seconds,
                    max(module) FILTER (WHERE state = 'FAILED') AS module, max(reason) AS reason,
                    max(reason_detail) AS reason_detail
                  FROM tenant_migration WHERE run_id = ?1 GROUP BY tenant_id) m
                JOIN tenant t ON t.id = m.tenant_id
                ORDER BY array_position(ARRAY['FAILED', 'INTERRUPTED', 'RUNNING', 'WAITING', 'SKIPPED', 'DONE'], m.state),
                  t.name COLLATE "lv-x-icu", t.slug""")
            .setParameter(1, run)
            .setParameter(2, now.toString())
            .getResultList();
        return rows.stream().map(Object[].class::cast).map(MigrationRuns::line).toList();
    }

    private static Line line(Object[] row) {
        return new Line((String) row[0], (String) row[1], (String) row[2], (int) number(row[3]),
                row[4] == null ? null : Long.valueOf(number(row[4])), (String) row[5], SetupNotes.why(row[6], row[7]));
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
