package lv.pumpurs.core.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.Plugin;
import org.flywaydb.core.Flyway;

/**
 * Brings schemas to the version of this build: the platform first, then each plugin, each with its own history table in
 * the schema. A second run does nothing. Rights of the working role are given after every run, so that a migration
 * cannot forget them.
 */
public final class Migrations {

    private static final Logger LOG = Logger.getLogger(Migrations.class.getName());
    private static final int SIDE_BY_SIDE = 4;

    private final DataSource provisioner;
    private final List<String> plugins;

    /**
     * For one database and the plugins of this build.
     *
     * @param provisioner data source of the login {@code pumpurs_provisioner}
     * @param plugins facts of the installed plugins
     */
    public Migrations(DataSource provisioner, Collection<Plugin> plugins) {
        this.provisioner = provisioner;
        this.plugins = plugins.stream().map(Plugin::id).sorted().toList();
    }

    /**
     * Migrates one schema: the nation's, or a tenant's with platform and plugins.
     *
     * @param schema what to migrate; it must exist
     * @return number of migrations that ran
     * @throws SQLException when rights cannot be given
     */
    public int migrate(SchemaName schema) throws SQLException {
        OwnedDataSource owner = new OwnedDataSource(provisioner, schema);
        int ran = 0;
        for (String module : modules(schema)) {
            ran += flyway(owner, schema, module).migrate().migrationsExecuted;
        }
        if (ran > 0) {
            grant(owner, schema);
        }
        return ran;
    }

    /**
     * Migrates several schemas side by side, the first one alone before the others: what fails for a canary fails
     * before it reaches the rest. Afterwards one schema's failure stops that schema only.
     *
     * @param schemas what to migrate
     * @return the failures by schema; empty when all went well
     */
    public Map<SchemaName, Exception> migrateAll(List<SchemaName> schemas) {
        Map<SchemaName, Exception> failures = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
        if (schemas.isEmpty() || !collect(schemas.get(0), () -> migrate(schemas.get(0)), failures)) {
            return failures;
        }
        try (ExecutorService side = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            Map<SchemaName, Future<Integer>> running = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
            schemas.stream().skip(1).forEach(schema -> running.put(schema, side.submit(() -> migrate(schema))));
            running.forEach((schema, future) -> collect(schema, future::get, failures));
        }
        return failures;
    }

    private interface Work {
        int run() throws Exception;
    }

    private static boolean collect(SchemaName schema, Work work, Map<SchemaName, Exception> failures) {
        try {
            work.run();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failures.put(schema, e);
        } catch (ExecutionException e) {
            failures.put(schema, e.getCause() instanceof Exception cause ? cause : e);
        } catch (Exception e) {
            failures.put(schema, e);
        }
        LOG.log(Level.WARNING, "schema {0} was not migrated", schema);
        return false;
    }

    private List<String> modules(SchemaName schema) {
        if (schema.equals(SchemaName.NATION)) {
            return List.of("nation");
        }
        List<String> modules = new ArrayList<>();
        modules.add("platform");
        modules.addAll(plugins);
        return modules;
    }

    private static Flyway flyway(DataSource owner, SchemaName schema, String module) {
        return Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(owner)
            .defaultSchema(schema.value())
            .schemas(schema.value())
            .createSchemas(false)
            .locations("classpath:db/" + module)
            .table("history_" + module.replace('-', '_'))
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .validateMigrationNaming(true)
            .failOnMissingLocations(true)
            .cleanDisabled(true)
            .load();
    }

    /**
     * Rows of tables, reading of views; nothing on the change log and on the histories, and of the read log only adding
     * what a page says itself: who, when and what for come from the transaction.
     */
    private static void grant(DataSource owner, SchemaName schema) throws SQLException {
        try (Connection connection = owner.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("GRANT USAGE ON SCHEMA " + schema.value() + " TO " + schema.workingRole());
            statement.execute("REVOKE ALL ON ALL FUNCTIONS IN SCHEMA " + schema.value() + " FROM PUBLIC");
            for (String grant : grants(statement, schema)) {
                statement.execute(grant);
            }
            connection.commit();
        }
    }

    private static List<String> grants(Statement statement, SchemaName schema) throws SQLException {
        List<String> grants = new ArrayList<>();
        String query = """
                SELECT format(CASE WHEN relname = 'change_log' OR relname ~ '^history_' THEN 'REVOKE ALL ON %%I FROM %s'
                                   WHEN relname = 'read_log' THEN 'GRANT INSERT (learner_id, row_count, filters) ON %%I TO %s'
                                   WHEN relkind IN ('v', 'm') THEN 'GRANT SELECT ON %%I TO %s'
                                   ELSE 'GRANT SELECT, INSERT, UPDATE, DELETE ON %%I TO %s' END, relname)
                FROM pg_class WHERE relnamespace = '%s'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
                ORDER BY relname""".formatted(schema.workingRole(), schema.workingRole(), schema.workingRole(),
                schema.workingRole(), schema.value());
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                grants.add(rows.getString(1));
            }
        }
        return grants;
    }
}
