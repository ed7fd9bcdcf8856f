package lv.pumpurs.core.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lv.pumpurs.core.fixture.NationAlone;
import lv.pumpurs.core.migration.TenantMigrations.Outcome;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.Plugin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Six tenants of one version, and a build that brings another plugin; what one test leaves, the next goes on with. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TenantMigrationsDbTest {

    private static final List<String> SLUGS = List.of("mig-a", "mig-b", "mig-c", "mig-d", "mig-e", "mig-f");
    private static NationAlone nation;

    record Named(String id) implements Plugin {}

    @BeforeAll
    static void six_tenants_of_the_version_before() throws Exception {
        nation = NationAlone.create("migrations");
        Schemas schemas = new Schemas(nation.provisioner());
        Migrations before = new Migrations(nation.provisioner(), List.of());
        for (String slug : SLUGS) {
            SchemaName schema = SchemaName.ofTenant(slug);
            schemas.ensureRoles(schema);
            schemas.ensureSchema(schema);
            before.migrate(schema);
            nation.execute("INSERT INTO nation.tenant (id, slug, schema_name, name, kind, locale, state, file_digest,"
                    + " schema_version) VALUES (gen_random_uuid(), '" + slug + "', '" + schema + "', '" + slug
                    + "', 'MUNICIPALITY', 'lv', 'ACTIVE', '-', 'broken-plugin=202601010000 " + before.build() + "')");
            ready(slug);
        }
    }

    @Test
    @Order(1)
    void a_canary_that_fails_is_closed_and_nobody_else_is_touched() throws Exception {
        unready("mig-a");
        Outcome outcome = build().run();
        assertThat(outcome.failed()).containsOnlyKeys("mig-a");
        assertThat(outcome.failed().get("mig-a")).hasToString("MIGRATION_FAILED 42P01");
        assertThat(outcome.migrated()).isZero();
        assertThat(outcome.untouched()).isEqualTo(5);
        assertThat(closed()).containsExactly("mig-a");
        assertThat(histories()).isEmpty();
        assertThat(lastRun()).containsExactly("STOPPED");
        assertThat(states()).containsExactly("mig-a broken-plugin FAILED", "mig-a platform DONE",
                "mig-b broken-plugin SKIPPED", "mig-b platform SKIPPED", "mig-c broken-plugin SKIPPED",
                "mig-c platform SKIPPED", "mig-d broken-plugin SKIPPED", "mig-d platform SKIPPED",
                "mig-e broken-plugin SKIPPED", "mig-e platform SKIPPED", "mig-f broken-plugin SKIPPED",
                "mig-f platform SKIPPED");
    }

    @Test
    @Order(2)
    void one_that_fails_in_the_middle_is_closed_alone_and_the_others_are_migrated() throws Exception {
        unready("mig-d");
        Outcome outcome = build().run();
        // mig-a failed the last time and is still not mended: it must not be the canary again
        assertThat(outcome.failed()).containsOnlyKeys("mig-a", "mig-d");
        assertThat(outcome.migrated()).isEqualTo(4);
        assertThat(outcome.sentence()).startsWith("4 tenants migrated, failed and closed: {")
            .contains("mig-a=MIGRATION_FAILED 42P01");
        assertThat(closed()).containsExactly("mig-a", "mig-d");
        assertThat(histories()).containsExactly("t_mig_b", "t_mig_c", "t_mig_e", "t_mig_f");
        assertThat(lastRun()).containsExactly("FAILED");
        assertThat(nation.look("SELECT slug FROM nation.tenant WHERE schema_version LIKE '%broken-plugin=202611230900%'"
                + " ORDER BY 1"))
            .containsExactly("mig-b", "mig-c", "mig-e", "mig-f");
    }

    @Test
    @Order(3)
    void a_process_that_is_killed_while_it_migrates_is_recognised_as_dead() throws Exception {
        ready("mig-a");
        Process killed = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                KilledMigration.class.getName(), Integer.toString(nation.port()), "migrations")
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.INHERIT)
            .start();
        assertThat(killed.waitFor()).isEqualTo(99);
        assertThat(lastRun()).containsExactly("RUNNING");
        assertThat(states()).containsExactly("mig-a broken-plugin WAITING", "mig-a platform RUNNING",
                "mig-d broken-plugin WAITING", "mig-d platform WAITING");
        assertThat(build().isRunning()).isFalse();

        Outcome outcome = build().run();
        assertThat(outcome.migrated()).isEqualTo(1);
        assertThat(outcome.failed()).containsOnlyKeys("mig-d");
        assertThat(nation.look("SELECT state FROM nation.migration_run ORDER BY started_at")).containsExactly("STOPPED",
                "FAILED", "INTERRUPTED", "FAILED");
        assertThat(nation.look("SELECT DISTINCT state FROM nation.tenant_migration WHERE run_id ="
                + " (SELECT id FROM nation.migration_run WHERE state = 'INTERRUPTED') ORDER BY 1"))
            .containsExactly("INTERRUPTED", "SKIPPED");
    }

    @Test
    @Order(4)
    void two_runs_at_once_are_one_run() throws Exception {
        try (TenantMigrations.Run under_way = build().begin().orElseThrow()) {
            assertThat(build().isRunning()).isTrue();
            assertThatThrownBy(() -> build().run()).isInstanceOf(SQLException.class)
                .extracting(refused -> ((SQLException) refused).getSQLState())
                .isEqualTo(FailureReason.LOCK_NOT_AVAILABLE);
            assertThat(under_way.work(Runnable::run).failed()).containsOnlyKeys("mig-d");
        }
        assertThat(build().isRunning()).isFalse();
    }

    @Test
    @Order(5)
    void a_tenant_that_somebody_works_on_is_left_to_them_and_not_closed() throws Exception {
        ready("mig-d");
        nation.execute("UPDATE nation.tenant SET migration_failed = false WHERE slug = 'mig-d'");
        WorkLock.onTenant(nation.provisioner(), "mig-d", kept -> {
            assertThat(build().run().failed().get("mig-d")).hasToString("BUSY 55P03");
            return true;
        });
        assertThat(closed()).isEmpty();
    }

    @Test
    @Order(6)
    void after_it_is_mended_only_what_failed_is_run_and_then_nothing_at_all() throws Exception {
        Outcome mended = build().run();
        assertThat(mended).isEqualTo(new Outcome(1, Map.of(), 0));
        assertThat(lastRun()).containsExactly("DONE");
        assertThat(states()).containsExactly("mig-d broken-plugin DONE", "mig-d platform DONE");
        assertThat(nation.look("SELECT from_version || ' ' || to_version FROM nation.tenant_migration WHERE run_id ="
                + " (SELECT id FROM nation.migration_run ORDER BY started_at DESC LIMIT 1) AND module = 'platform'"))
            .singleElement()
            .asString()
            .matches("(\\d{12}) \\1");
        List<String> before = traces();

        assertThat(build().run().sentence()).isEqualTo("every tenant is up to date");
        assertThat(traces()).isEqualTo(before);
        assertThat(histories()).hasSize(6);
    }

    @Test
    @Order(7)
    void the_command_before_a_roll_out_does_the_same_and_ends_with_what_came_of_it() throws Exception {
        nation.execute("UPDATE nation.tenant SET schema_version = 'platform=202601010000' WHERE slug = 'mig-b'");
        assertThat(upgrade(nation.port())).isZero();
        assertThat(states()).containsExactly("mig-b platform DONE");
        assertThat(nation.look("SELECT schema_version FROM nation.tenant WHERE slug = 'mig-b'"))
            .containsExactly(new Migrations(nation.provisioner(), List.of()).build().toString());
        // nobody listens there
        assertThat(upgrade(1)).isEqualTo(1);
    }

    private static int upgrade(int port) throws Exception {
        ProcessBuilder command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                "lv.pumpurs.core.provisioning.Upgrade");
        command.environment().put("database_port", Integer.toString(port));
        command.environment().put("DATABASE_NAME", "migrations");
        command.environment().put("database_provisioner_password", "provisioner");
        return command.redirectOutput(Redirect.DISCARD).redirectError(Redirect.INHERIT).start().waitFor();
    }

    static TenantMigrations build() {
        return new TenantMigrations(nation.provisioner(), List.of(new Named("broken-plugin")), InstantSource.system());
    }

    /** The plugin's migration fails where this table is missing. */
    private static void ready(String slug) throws SQLException {
        SchemaName schema = SchemaName.ofTenant(slug);
        nation.execute("CREATE TABLE " + schema + ".only_here (id int); ALTER TABLE " + schema + ".only_here OWNER TO "
                + schema.ownerRole());
    }

    private static void unready(String slug) throws SQLException {
        nation.execute("DROP TABLE " + SchemaName.ofTenant(slug) + ".only_here");
    }

    private static List<String> closed() throws SQLException {
        return nation.look("SELECT slug FROM nation.tenant WHERE migration_failed ORDER BY 1");
    }

    private static List<String> histories() throws SQLException {
        return nation.look("SELECT table_schema FROM information_schema.columns WHERE column_name = 'more'"
                + " AND table_name = 'only_here' ORDER BY 1");
    }

    private static List<String> lastRun() throws SQLException {
        return nation.look("SELECT state FROM nation.migration_run ORDER BY started_at DESC LIMIT 1");
    }

    private static List<String> states() throws SQLException {
        return nation.look("SELECT slug || ' ' || module || ' ' || m.state FROM nation.tenant_migration m"
                + " JOIN nation.tenant t ON t.id = m.tenant_id WHERE run_id ="
                + " (SELECT id FROM nation.migration_run ORDER BY started_at DESC LIMIT 1) ORDER BY 1");
    }

    /** Versions of every row that a run could have touched. */
    private static List<String> traces() throws SQLException {
        List<String> traces = new ArrayList<>(nation.look("SELECT xmin::text || slug FROM nation.tenant"
                + " UNION ALL SELECT xmin::text || id FROM nation.migration_run"
                + " UNION ALL SELECT xmin::text || run_id || tenant_id || module FROM nation.tenant_migration"
                + " UNION ALL SELECT xmin::text || relname || coalesce(relacl::text, '') FROM pg_class"
                + " WHERE relnamespace::regnamespace::text ~ '^t_mig_' ORDER BY 1"));
        for (String slug : SLUGS) {
            traces.addAll(nation.look("SELECT xmin::text || version FROM " + SchemaName.ofTenant(slug)
                    + ".history_platform ORDER BY 1"));
        }
        return traces;
    }
}
