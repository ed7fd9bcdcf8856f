package lv.pumpurs.core.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import lv.pumpurs.core.tenancy.SchemaName;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;

/**
 * Brings the tables of a plugin into a tenant's schema when the municipality allows it for the first time. All of its
 * migrations run in one transaction: a failure leaves the tenant as it was, and open. How far it is, and why it failed,
 * stands in the nation's schema ({@code plugin_installation}).
 */
public final class PluginInstallations {

    private static final Logger LOG = Logger.getLogger(PluginInstallations.class.getName());
    private static final String STARTED = """
            INSERT INTO plugin_installation AS i (tenant_id, plugin, version, state, total, started_at)
            SELECT id, ?, ?, 'RUNNING', ?, ? FROM tenant WHERE slug = ?
            ON CONFLICT (tenant_id, plugin) DO UPDATE SET version = excluded.version, state = 'RUNNING', done = 0,
              total = excluded.total, started_at = excluded.started_at, ended_at = NULL, reason = NULL,
              reason_detail = NULL""";
    private static final String ONE_MORE = """
            UPDATE plugin_installation SET done = done + 1
            WHERE plugin = ? AND tenant_id = (SELECT id FROM tenant WHERE slug = ?)""";
    private static final String ENDED = """
            UPDATE plugin_installation SET state = ?, ended_at = ?, reason = ?, reason_detail = ?
            WHERE plugin = ? AND tenant_id = (SELECT id FROM tenant WHERE slug = ?)""";

    private final DataSource provisioner;
    private final BuildVersion build;
    private final InstantSource clock;

    /**
     * For one database and build.
     *
     * @param provisioner data source of the login {@code pumpurs_provisioner}
     * @param build what this build has
     * @param clock for the times of the record
     */
    public PluginInstallations(DataSource provisioner, BuildVersion build, InstantSource clock) {
        this.provisioner = provisioner;
        this.build = build;
        this.clock = clock;
    }

    /**
     * Makes a plugin's tables in a tenant. A second time makes those that are missing, which is none.
     *
     * @param slug the tenant
     * @param plugin id of a plugin of this build
     * @return why it did not work; empty if the tables are there
     */
    public Optional<FailureReason> install(String slug, String plugin) {
        if (build.of(plugin) == null) {
            return Optional.empty();
        }
        try {
            return WorkLock.onTenant(provisioner, slug, kept -> installAlone(slug, plugin, kept));
        } catch (SQLException e) {
            // whoever holds the lock writes the record; there is nothing to write here
            return Optional.of(FailureReason.of(e, FailureReason.Code.MIGRATION_FAILED));
        }
    }

    /**
     * Whether somebody works at a tenant at this moment, in whatever process.
     *
     * @param slug the tenant
     * @return true if so
     * @throws SQLException when the database cannot be reached
     */
    public boolean isAtWork(String slug) throws SQLException {
        return WorkLock.isOnTenant(provisioner, slug);
    }

    private Optional<FailureReason> installAlone(String slug, String plugin, DataSource kept) throws SQLException {
        started(kept, slug, plugin);
        SchemaName schema = SchemaName.ofTenant(slug);
        try {
            Migrations migrations = new Migrations(kept, build);
            migrations.migrate(schema, plugin, new Progress(kept, slug, plugin));
            migrations.grant(schema);
            BoundWork.in(kept, SchemaName.NATION, nation -> {
                ended(nation, slug, plugin, null);
                return SchemaVersions.migrated(nation, slug, build.part(Set.of(plugin)));
            });
            return Optional.empty();
        } catch (SQLException | RuntimeException e) {
            FailureReason reason = FailureReason.of(e, FailureReason.Code.MIGRATION_FAILED);
            LOG.log(Level.WARNING, "plugin {0} was not brought into tenant {1}: {2}",
                    new Object[]{plugin, slug, reason});
            BoundWork.in(kept, SchemaName.NATION, nation -> ended(nation, slug, plugin, reason));
            return Optional.of(reason);
        }
    }

    private void started(DataSource kept, String slug, String plugin) throws SQLException {
        BoundWork.in(kept, SchemaName.NATION, nation -> {
            try (PreparedStatement statement = nation.prepareStatement(STARTED)) {
                statement.setString(1, plugin);
                statement.setString(2, build.of(plugin));
                statement.setInt(3, ModuleScripts.of(plugin).count());
                statement.setObject(4, now());
                statement.setString(5, slug);
                return statement.executeUpdate();
            }
        });
    }

    private boolean ended(Connection nation, String slug, String plugin, @Nullable FailureReason reason)
            throws SQLException {
        try (PreparedStatement statement = nation.prepareStatement(ENDED)) {
            statement.setString(1, reason == null ? "DONE" : "FAILED");
            statement.setObject(2, now());
            statement.setString(3, reason == null ? null : reason.code().name());
            statement.setString(4, reason == null ? null : reason.detail());
            statement.setString(5, plugin);
            statement.setString(6, slug);
            return statement.executeUpdate() > 0;
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Counts the migrations as they run, in a transaction of its own: theirs is not to be seen before it ends. */
    private record Progress(DataSource kept, String slug, String plugin) implements Callback {

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.AFTER_EACH_MIGRATE;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            try {
                BoundWork.in(kept, SchemaName.NATION, nation -> {
                    try (PreparedStatement statement = nation.prepareStatement(ONE_MORE)) {
                        statement.setString(1, plugin);
                        statement.setString(2, slug);
                        return statement.executeUpdate();
                    }
                });
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String getCallbackName() {
            return "progress";
        }
    }
}
