package lv.pumpurs.core.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.Ids;
import org.jspecify.annotations.Nullable;

/** The nation's rows about runs of migrations: what an operator sees while one is under way and afterwards. */
final class MigrationBook {

    private final DataSource provisioner;
    private final InstantSource clock;
    private final BuildVersion build;

    MigrationBook(DataSource provisioner, InstantSource clock, BuildVersion build) {
        this.provisioner = provisioner;
        this.clock = clock;
        this.build = build;
    }

    /** A tenant whose schema is behind this build. */
    record Behind(UUID id, String slug, @Nullable String holds, boolean failed) {

        SchemaName schema() {
            return SchemaName.ofTenant(slug);
        }
    }

    /** How a run or a tenant's part of it ended. */
    enum End {
        DONE, FAILED, STOPPED, SKIPPED
    }

    /**
     * The open tenants that are behind, the canary first. What failed the last time comes last: one tenant that stays
     * broken must not keep all others from being migrated.
     */
    List<Behind> behind() throws SQLException {
        List<Behind> behind = nation(connection -> {
            List<Behind> all = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(
                    """
                    SELECT id, slug, schema_version, migration_failed FROM tenant WHERE state = 'ACTIVE' ORDER BY slug""");
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(new Behind(rows.getObject(1, UUID.class), rows.getString(2), rows.getString(3),
                            rows.getBoolean(4)));
                }
            }
            return all;
        });
        return behind.stream()
            .filter(tenant -> tenant.failed() || !build.isMetBy(tenant.holds()))
            .sorted(Comparator.comparing(Behind::failed))
            .toList();
    }

    /** Runs that nobody works at any more; the caller holds the lock, so whoever said RUNNING is dead. */
    void buryTheDead() throws SQLException {
        nation(connection -> {
            try (PreparedStatement run = connection.prepareStatement(
                    "UPDATE migration_run SET state = 'INTERRUPTED', ended_at = ? WHERE state = 'RUNNING'");
                    PreparedStatement tenants = connection.prepareStatement("""
                            UPDATE tenant_migration SET ended_at = CASE state WHEN 'RUNNING' THEN ?::timestamptz END,
                              state = CASE state WHEN 'RUNNING' THEN 'INTERRUPTED' ELSE 'SKIPPED' END
                            WHERE state IN ('RUNNING', 'WAITING')""")) {
                run.setObject(1, now());
                tenants.setObject(1, now());
                return run.executeUpdate() + tenants.executeUpdate();
            }
        });
    }

    UUID begin(List<Behind> tenants) throws SQLException {
        return nation(connection -> {
            UUID run = Ids.next();
            try (PreparedStatement statement = connection.prepareStatement(
                    "INSERT INTO migration_run (id, build, state, started_at) VALUES (?, ?, 'RUNNING', ?)")) {
                statement.setObject(1, run);
                statement.setString(2, build.toString());
                statement.setObject(3, now());
                statement.executeUpdate();
            }
            try (PreparedStatement statement = connection.prepareStatement("""
                    INSERT INTO tenant_migration (run_id, tenant_id, module, from_version, to_version, state)
                    VALUES (?, ?, ?, ?, ?, 'WAITING')""")) {
                for (Behind tenant : tenants) {
                    BuildVersion held = BuildVersion.parse(tenant.holds());
                    for (String module : build.heldBy(tenant.holds()).modules()) {
                        statement.setObject(1, run);
                        statement.setObject(2, tenant.id());
                        statement.setString(3, module);
                        statement.setString(4, held.of(module));
                        statement.setString(5, build.of(module));
                        statement.addBatch();
                    }
                }
                statement.executeBatch();
            }
            return run;
        });
    }

    void start(UUID run, Behind tenant, String module) throws SQLException {
        nation(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    UPDATE tenant_migration SET state = 'RUNNING', started_at = ?
                    WHERE run_id = ? AND tenant_id = ? AND module = ?""")) {
                statement.setObject(1, now());
                statement.setObject(2, run);
                statement.setObject(3, tenant.id());
                statement.setString(4, module);
                return statement.executeUpdate();
            }
        });
    }

    void done(UUID run, Behind tenant, String module) throws SQLException {
        nation(connection -> end(connection, run, tenant, module, null));
    }

    /** The last module's end, and the tenant is open again with the same stroke. */
    void migrated(UUID run, Behind tenant, String lastModule) throws SQLException {
        nation(connection -> {
            end(connection, run, tenant, lastModule, null);
            return SchemaVersions.migrated(connection, tenant.slug(), build.heldBy(tenant.holds()));
        });
    }

    /** The module failed, those after it are left out; a tenant that was only busy stays as it was. */
    void failed(UUID run, Behind tenant, String module, FailureReason reason) throws SQLException {
        nation(connection -> {
            end(connection, run, tenant, module, reason);
            if (reason.code() != FailureReason.Code.BUSY) {
                SchemaVersions.failed(connection, tenant.slug());
            }
            return skip(connection, run, tenant);
        });
    }

    void skip(UUID run, List<Behind> tenants) throws SQLException {
        nation(connection -> {
            int skipped = 0;
            for (Behind tenant : tenants) {
                skipped += skip(connection, run, tenant);
            }
            return skipped;
        });
    }

    void end(UUID run, End end) throws SQLException {
        nation(connection -> {
            try (PreparedStatement statement = connection
                .prepareStatement("UPDATE migration_run SET state = ?, ended_at = ? WHERE id = ?")) {
                statement.setString(1, end.name());
                statement.setObject(2, now());
                statement.setObject(3, run);
                return statement.executeUpdate();
            }
        });
    }

    private int end(Connection connection, UUID run, Behind tenant, String module, @Nullable FailureReason reason)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                UPDATE tenant_migration SET state = ?, started_at = coalesce(started_at, ?), ended_at = ?,
                  reason = ?, reason_detail = ?
                WHERE run_id = ? AND tenant_id = ? AND module = ?""")) {
            OffsetDateTime now = now();
            statement.setString(1, (reason == null ? End.DONE : End.FAILED).name());
            statement.setObject(2, now);
            statement.setObject(3, now);
            statement.setString(4, reason == null ? null : reason.code().name());
            statement.setString(5, reason == null ? null : reason.detail());
            statement.setObject(6, run);
            statement.setObject(7, tenant.id());
            statement.setString(8, module);
            return statement.executeUpdate();
        }
    }

    private static int skip(Connection connection, UUID run, Behind tenant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                UPDATE tenant_migration SET state = 'SKIPPED'
                WHERE run_id = ? AND tenant_id = ? AND state IN ('WAITING', 'RUNNING')""")) {
            statement.setObject(1, run);
            statement.setObject(2, tenant.id());
            return statement.executeUpdate();
        }
    }

    private <T> T nation(BoundWork<T> work) throws SQLException {
        return BoundWork.in(provisioner, SchemaName.NATION, work);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
