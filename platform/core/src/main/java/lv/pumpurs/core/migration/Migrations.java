package lv.pumpurs.core.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.Plugin;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings one schema to the version of this build: the platform first, then each plugin, each with its own history table
 * in the schema. A second run does nothing. Rights of the working role are looked at after every run, so that neither a
 * migration nor a run that was killed can forget them. {@link TenantMigrations} does it for all tenants.
 */
public final class Migrations {

    private final DataSource provisioner;
    private final BuildVersion build;

    /**
     * For one database and the plugins of this build.
     *
     * @param provisioner data source of the login {@code pumpurs_provisioner}
     * @param plugins facts of the installed plugins
     */
    public Migrations(DataSource provisioner, Collection<Plugin> plugins) {
        this(provisioner, BuildVersion.of(plugins));
    }

    /**
     * For one database and a build that is known already.
     *
     * @param provisioner data source of the login {@code pumpurs_provisioner}
     * @param build what a schema is to hold
     */
    public Migrations(DataSource provisioner, BuildVersion build) {
        this.provisioner = provisioner;
        this.build = build;
    }

    /**
     * What a schema holds after its migration.
     *
     * @return the version of this build
     */
    public BuildVersion build() {
        return build;
    }

    /**
     * Migrates one schema: the nation's, or a tenant's with platform and plugins.
     *
     * @param schema what to migrate; it must exist
     * @return number of migrations that ran and of rights that were missing
     * @throws SQLException when rights cannot be given
     */
    public int migrate(SchemaName schema) throws SQLException {
        int ran = 0;
        for (String module : schema.equals(SchemaName.NATION) ? List.of("nation") : build.modules()) {
            ran += migrate(schema, module);
        }
        return ran + grant(schema);
    }

    /** One module's part, all of it or nothing; the rights are still to be given. */
    int migrate(SchemaName schema, String module, Callback... told) throws SQLException {
        try (WholeRun whole = new WholeRun(new OwnedDataSource(provisioner, schema))) {
            int ran = flyway(whole, schema, module).callbacks(told).load().migrate().migrationsExecuted;
            whole.commit();
            return ran;
        }
    }

    /**
     * Rows of tables, reading of views; nothing on the change log and on the histories, and of the read log only adding
     * what a page says itself: who, when and what for come from the transaction. Gives how many were missing.
     */
    int grant(SchemaName schema) throws SQLException {
        try (Connection connection = new OwnedDataSource(provisioner, schema).getConnection();
                Statement statement = connection.createStatement()) {
            List<String> missing = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(missingRights(schema))) {
                while (rows.next()) {
                    missing.add(rows.getString(1));
                }
            }
            if (!missing.isEmpty()) {
                // several statements in one call are one transaction
                statement.execute(String.join("; ", missing));
            }
            return missing.size();
        }
    }

    /** Statements that would give what is missing and take what is too much. */
    private static String missingRights(SchemaName schema) {
        return """
                SELECT format('GRANT USAGE ON SCHEMA %%I TO %%I', s.name, s.name) FROM (SELECT '%1$s'::name AS name) s
                WHERE NOT has_schema_privilege(s.name, s.name, 'USAGE')
                UNION ALL
                SELECT format('REVOKE ALL ON ALL FUNCTIONS IN SCHEMA %%I FROM PUBLIC', '%1$s')
                WHERE EXISTS (SELECT FROM pg_proc WHERE pronamespace = '%1$s'::regnamespace
                  AND has_function_privilege('public', oid, 'EXECUTE'))
                UNION ALL
                SELECT format('REVOKE ALL ON %%1$I FROM %1$s; GRANT INSERT (learner_id, row_count, filters, reason) ON %%1$I TO %1$s', relname)
                FROM pg_class
                WHERE relnamespace = '%1$s'::regnamespace AND relname = 'read_log'
                  AND (has_table_privilege('%1$s', oid, 'SELECT, INSERT, UPDATE, DELETE')
                    OR NOT (has_column_privilege('%1$s', oid, 'learner_id', 'INSERT')
                      AND has_column_privilege('%1$s', oid, 'row_count', 'INSERT')
                      AND has_column_privilege('%1$s', oid, 'filters', 'INSERT')
                      AND has_column_privilege('%1$s', oid, 'reason', 'INSERT')))
                UNION ALL
                SELECT format(CASE WHEN closed THEN 'REVOKE ALL ON %%I FROM %1$s'
                               WHEN relkind IN ('v', 'm') THEN 'GRANT SELECT ON %%I TO %1$s'
                               ELSE 'GRANT SELECT, INSERT, UPDATE, DELETE ON %%I TO %1$s' END, relname)
                FROM (SELECT relname, relkind, relname = 'change_log' OR relname ~ '^history_' AS closed,
                        has_table_privilege('%1$s', oid, 'SELECT') AS may_read,
                        has_table_privilege('%1$s', oid, 'INSERT')::int + has_table_privilege('%1$s', oid, 'UPDATE')::int
                          + has_table_privilege('%1$s', oid, 'DELETE')::int AS may_write
                      FROM pg_class WHERE relnamespace = '%1$s'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
                        AND relname <> 'read_log') t
                WHERE CASE WHEN closed THEN may_read OR may_write > 0
                       WHEN relkind IN ('v', 'm') THEN NOT may_read
                       ELSE NOT may_read OR may_write < 3 END
                """.formatted(schema.value());
    }

    private static FluentConfiguration flyway(DataSource owner, SchemaName schema, String module) {
        return Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(owner)
            .defaultSchema(schema.value())
            .schemas(schema.value())
            .createSchemas(false)
            .resourceProvider(ModuleScripts.of(module))
            .javaMigrationClassProvider(List::of)
            .table("history_" + module.replace('-', '_'))
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .validateMigrationNaming(true)
            .cleanDisabled(true);
    }
}
