package lv.pumpurs.core.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import lv.pumpurs.core.fixture.TinyPool;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an attacker would write into a statement of tenant alfa; beta is the neighbour. */
class InjectionDbTest {

    private static final String PERMISSION = "42501";
    private static final String SYNTAX = "42601";

    private static TinyPool pool;

    @BeforeAll
    static void tables() throws SQLException {
        ProbeTables.ensure();
        pool = TwoTenants.database().appPool(1);
    }

    @AfterAll
    static void close() throws SQLException {
        pool.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT title FROM probe UNION SELECT title FROM t_beta.probe",
            "SELECT title FROM nation.tenant", "SELECT * FROM nation.plan_review",
            "SELECT nation.plan_waits('t_beta', gen_random_uuid(), 'x', 'x', 'x', current_date)",
            "SELECT nation.plan_waits_no_more('t_beta', gen_random_uuid())", "UPDATE t_beta.probe SET title = ''",
            "DELETE FROM t_beta.probe",
            "INSERT INTO t_beta.probe SELECT * FROM probe",
            "WITH x AS (DELETE FROM t_beta.probe RETURNING title) SELECT title FROM x"})
    void another_schema_is_out_of_reach(String sql) throws Exception {
        assertThat(refusal(sql).getSQLState()).isEqualTo(PERMISSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 1; SET LOCAL ROLE t_beta; SELECT title FROM t_beta.probe",
            "SELECT 1; RESET ROLE; SELECT 1", "SELECT 1; COMMIT; SELECT 1", "SELECT 1; COPY (SELECT 1) TO PROGRAM 'id'",
            "SELECT ';' ; SELECT 2", "SELECT $$;$$ ; SELECT 2", "SELECT 1 /* ; */ ; SELECT 2",
            "SELECT {fn now()} ; SELECT 2", ""})
    void more_or_less_than_one_statement_is_refused(String sql) throws Exception {
        assertThat(refusal(sql).getSQLState()).isEqualTo(SYNTAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT ';'", "SELECT $$;$$", "SELECT 1 -- ;", "SELECT /* ; */ 1",
            "/* a */ -- b\n  select 1", "SELECT E'\\';'",
            "SELECT 1;", "MERGE INTO probe p USING (SELECT 1) s ON false WHEN MATCHED THEN DO NOTHING"})
    void a_semicolon_that_separates_nothing_is_let_through(String sql) throws Exception {
        run(sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT set_config('role','t_beta',true)",
            "SELECT set_config('search_path','t_beta',false)",
            "SELECT set_config('pumpurs.actor','01930000-0000-7000-8000-000000000001',true)",
            "SELECT set_config('pumpurs.permission','log:read',true), act FROM shown_change",
            "UPDATE pg_settings SET setting = 'log:read' WHERE name = 'pumpurs.permission'",
            "SELECT set_config('session_replication_role','replica',true)",
            "SELECT set_config('role','t_beta',true), query_to_xml('select title from t_beta.probe',false,false,'')",
            "SELECT query_to_xml('select 1',false,false,'')", "SELECT table_to_xml('probe',false,false,'')",
            "SELECT schema_to_xml('t_alfa',false,false,'')", "SELECT database_to_xml(false,false,'')",
            "SELECT cursor_to_xml('c',1,false,false,'')", "SELECT query_to_xmlschema('select 1',false,false,'')",
            "SELECT * FROM ts_stat('select to_tsvector(title) from probe')",
            "SELECT ts_rewrite('a'::tsquery, 'select ''a''::tsquery, ''b''::tsquery')",
            "UPDATE pg_settings SET setting = 't_beta' WHERE name = 'role'"})
    void a_statement_cannot_run_text_or_change_the_session(String sql) throws Exception {
        assertThat(refusal(sql).getSQLState()).isEqualTo(PERMISSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT lo_create(0)", "SELECT lo_from_bytea(0,'x')", "SELECT lo_get(1)",
            "SELECT pg_notify('a','b')", "SELECT pg_advisory_lock(1)", "SELECT pg_try_advisory_xact_lock(1)",
            "SELECT pg_advisory_unlock_all()", "SELECT pg_sleep(0)", "SELECT pg_sleep_for('1 ms')",
            "SELECT pg_terminate_backend(1)", "SELECT pg_cancel_backend(1)", "SELECT pg_export_snapshot()",
            "SELECT pg_logical_emit_message(true,'a','b')", "SELECT pg_read_file('/etc/passwd')",
            "SELECT pg_ls_dir('.')", "SELECT lo_import('/etc/passwd')", "SELECT * FROM pg_authid",
            "SELECT * FROM pg_stat_activity", "SELECT * FROM pg_stat_get_activity(null)",
            "SELECT * FROM pg_stat_all_tables", "SELECT * FROM pg_prepared_statements",
            "SELECT * FROM pg_prepared_statement()", "SELECT * FROM pg_locks", "SELECT * FROM pg_cursors",
            "SELECT pg_relation_size(oid) FROM pg_class WHERE relname = 'probe'",
            "SELECT pg_total_relation_size(oid) FROM pg_class WHERE relname = 'probe'"})
    void other_sessions_files_locks_and_sizes_are_out_of_reach(String sql) throws Exception {
        assertThat(refusal(sql).getSQLState()).isEqualTo(PERMISSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DO $$ BEGIN SET LOCAL ROLE t_beta; END $$",
            "DECLARE c CURSOR WITH HOLD FOR SELECT title FROM probe", "LISTEN x", "NOTIFY x", "SET ROLE t_beta",
            "RESET ROLE", "SET SESSION AUTHORIZATION DEFAULT",
            "SET LOCAL pumpurs.actor = '01930000-0000-7000-8000-000000000001'", "SET pumpurs.permission = 'log:read'",
            "RESET pumpurs.roles", "SET session_replication_role = replica", "TRUNCATE change_log", "COMMIT",
            "COPY probe TO STDOUT", "LOCK TABLE probe",
            "EXPLAIN ANALYZE DELETE FROM probe", "PREPARE p AS SELECT 1", "CALL x()", "TRUNCATE probe", "DISCARD ALL",
            "CREATE TABLE newtable (id int)", "CREATE TEMP TABLE probe (id int)", "ALTER TABLE probe ADD x int",
            "DROP TABLE probe", "GRANT SELECT ON probe TO PUBLIC", "VACUUM probe", "BEGIN", "/* SELECT */ DO $$ $$"})
    void anything_but_reading_and_writing_rows_is_refused(String sql) throws Exception {
        SQLException refused = refusal(sql);
        assertThat(refused.getSQLState()).isEqualTo(PERMISSION);
        assertThat((Throwable) refused).hasMessageContaining("only statements that read or write rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE TABLE newtable (id int)", "CREATE TEMP TABLE probe (id int)",
            "SELECT * INTO newtable FROM probe", "SELECT * INTO TEMP newtable FROM probe",
            "CREATE VIEW v AS SELECT 1", "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'select 1'",
            "ALTER TABLE probe ADD x int", "DROP TABLE probe", "TRUNCATE probe",
            "DO $$ BEGIN SET LOCAL ROLE t_beta; END $$", "LOCK TABLE t_beta.probe",
            "TRUNCATE change_log", "TRUNCATE read_log", "DROP TABLE change_log",
            "ALTER TABLE probe DISABLE TRIGGER ALL",
            "ALTER TABLE probe DISABLE TRIGGER change_log", "ALTER TABLE read_log DISABLE TRIGGER ALL",
            "SET session_replication_role = replica", "SET LOCAL session_replication_role = replica",
            "DROP FUNCTION record_change() CASCADE", "CREATE OR REPLACE VIEW shown_change AS SELECT 1",
            "ALTER TABLE read_log ALTER person DROP DEFAULT", "COPY read_log TO STDOUT", "LOCK TABLE change_log",
            "CREATE SCHEMA x", "CREATE ROLE x", "COPY probe TO PROGRAM 'id'", "DROP TRIGGER change_log ON probe",
            "CREATE TABLE public.x (id int)", "ALTER ROLE t_alfa SUPERUSER",
            "SELECT nation.plan_waits_no_more('t_alfa', gen_random_uuid())", "SET ROLE t_alfa_owner"})
    void even_without_the_guard_the_working_role_may_not(String sql) throws Exception {
        try (Connection raw = pool.getConnection(); Statement statement = raw.createStatement()) {
            raw.setAutoCommit(false);
            Binder.set(raw, new TenantScope.Binding(TwoTenants.ALFA, null));
            SQLException refused = catchThrowableOfType(SQLException.class, () -> statement.execute(sql));
            assertThat((Throwable) refused).isNotNull();
            assertThat(refused.getSQLState()).isEqualTo(PERMISSION);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE FROM change_log", "UPDATE change_log SET actor = null", "SELECT * FROM change_log",
            "INSERT INTO change_log (table_name, row_id, act) VALUES ('x', '" + "01930000-0000-7000-8000-000000000001"
                    + "', 'INSERT')",
            "UPDATE change_log SET roles = null",
            "MERGE INTO change_log c USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE",
            "DELETE FROM read_log", "UPDATE read_log SET person = null", "SELECT * FROM read_log",
            "INSERT INTO read_log (learner_id) SELECT '01930000-0000-7000-8000-000000000001' RETURNING id",
            "INSERT INTO read_log (learner_id, person) SELECT id, id FROM probe",
            "INSERT INTO read_log (learner_id, at) SELECT id, now() FROM probe",
            "INSERT INTO read_log (learner_id, purposes) SELECT id, '{AUDIT}' FROM probe",
            "INSERT INTO shown_read (learner_id) SELECT id FROM probe", "DELETE FROM shown_change",
            "DELETE FROM history_platform", "SELECT * FROM history_platform", "SELECT record_change()",
            "SELECT * INTO newtable FROM probe"})
    void the_change_log_and_the_histories_are_closed(String sql) throws Exception {
        assertThat(refusal(sql).getSQLState()).isEqualTo(PERMISSION);
    }

    /** Not even a permission stands between them and other routes: the views answer to the one that the gate bound. */
    @Test
    void the_logs_show_nothing_to_a_transaction_of_another_route() throws Exception {
        ProbeTables.ensure();
        assertThat(run("SELECT count(*) FROM shown_change")).isEqualTo("0");
        assertThat(run("SELECT count(*) FROM shown_read")).isEqualTo("0");
        Acting teacher = new Acting(ProbeTables.SAME, Set.of(Role.CLASS_TEACHER), "learner:read");
        assertThat(run(teacher, "SELECT count(*) FROM shown_change")).isEqualTo("0");
        Acting coordinator = new Acting(ProbeTables.SAME, Set.of(Role.TENANT_COORDINATOR), "log:read");
        assertThat(run(coordinator, "SELECT count(*) > 0 FROM shown_change")).isEqualTo("t");
    }

    @Test
    void a_reading_without_a_person_cannot_be_written_down() throws Exception {
        assertThat(refusal("INSERT INTO read_log (learner_id) SELECT id FROM probe").getSQLState())
            .isEqualTo("23502");
    }

    @Test
    void temporary_tables_could_not_shadow_a_tenants_table() throws Exception {
        assertThat(run("SELECT current_setting('search_path')")).isEqualTo("pg_catalog, \"$user\", pg_temp");
        assertThat(run("SELECT current_schemas(true)")).isEqualTo("{pg_catalog,t_alfa}");
    }

    @Test
    void statistics_show_no_values_of_another_tenant() throws Exception {
        assertThat(run("SELECT count(*) FROM pg_stats WHERE schemaname = 't_beta'")).isEqualTo("0");
    }

    @Test
    void no_extension_that_reaches_outside_is_installed() throws Exception {
        assertThat(run("SELECT string_agg(extname, ',') FROM pg_extension")).isEqualTo("plpgsql");
    }

    @Test
    void stored_procedures_are_not_called() throws Exception {
        SQLException refused = TenantScope.call(TwoTenants.ALFA, null, () -> {
            try (Connection guarded = guarded()) {
                return catchThrowableOfType(SQLException.class, () -> guarded.prepareCall("{call x()}"));
            }
        });
        assertThat(refused.getSQLState()).isEqualTo(PERMISSION);
    }

    private static Connection guarded() throws SQLException {
        Connection guarded = GuardedConnection.around(pool.getConnection(), new ConnectionBinder());
        guarded.setAutoCommit(false);
        return guarded;
    }

    private static SQLException refusal(String sql) throws Exception {
        SQLException refused = catchThrowableOfType(SQLException.class, () -> run(sql));
        assertThat((Throwable) refused).as("refusal").isNotNull();
        assertThat(ProbeTables.look(pool, "SELECT session_user || current_user || current_setting('search_path')"))
            .containsExactly("pumpurs_apppumpurs_apppg_catalog, \"$user\", pg_temp");
        return refused;
    }

    private static String run(String sql) throws Exception {
        return run(null, sql);
    }

    private static String run(@Nullable Acting acting, String sql) throws Exception {
        return TenantScope.call(TwoTenants.ALFA, acting, () -> {
            try (Connection guarded = guarded(); Statement statement = guarded.createStatement()) {
                if (!statement.execute(sql)) {
                    return "";
                }
                try (ResultSet rows = statement.getResultSet()) {
                    return rows.next() ? String.valueOf(rows.getString(1)) : "";
                }
            }
        });
    }
}
