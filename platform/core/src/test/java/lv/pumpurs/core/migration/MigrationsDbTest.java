package lv.pumpurs.core.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.Plugin;
import org.junit.jupiter.api.Test;

class MigrationsDbTest {

    private static final TwoTenants DATABASE = TwoTenants.database();

    private record Named(String id) implements Plugin {}

    @Test
    void platform_and_plugin_keep_a_history_each_and_a_second_run_does_nothing() throws Exception {
        SchemaName schema = schema("m-one");
        Migrations migrations = new Migrations(DATABASE.provisioner(), List.of(new Named("trial-plugin")));
        assertThat(migrations.migrate(schema)).isPositive();
        assertThat(migrations.migrate(schema)).isZero();
        assertThat(look("SELECT tablename FROM pg_tables WHERE schemaname = 't_m_one' AND tablename ~ '^history'"))
            .containsExactlyInAnyOrder("history_platform", "history_trial_plugin");
    }

    @Test
    void the_working_role_gets_rows_of_tables_reading_of_views_and_nothing_else() throws Exception {
        SchemaName schema = schema("m-two");
        new Migrations(DATABASE.provisioner(), List.of(new Named("trial-plugin"))).migrate(schema);
        assertThat(rights("trial")).containsExactly("DELETE", "INSERT", "SELECT", "UPDATE");
        assertThat(rights("trial_view")).containsExactly("SELECT");
        assertThat(rights("change_log")).isEmpty();
        assertThat(rights("read_log")).isEmpty();
        assertThat(look("SELECT column_name FROM information_schema.role_column_grants WHERE grantee = 't_m_two'"
                + " AND table_name = 'read_log' AND privilege_type = 'INSERT' ORDER BY 1"))
            .containsExactly("filters", "learner_id", "reason", "row_count");
        assertThat(look("SELECT DISTINCT privilege_type FROM information_schema.role_column_grants"
                + " WHERE grantee = 't_m_two' AND table_name = 'read_log'"))
            .containsExactly("INSERT");
        assertThat(rights("history_platform")).isEmpty();
        assertThat(rights("history_trial_plugin")).isEmpty();
        // the functions it calls give it no right that it has not, but for two: the logs forget, where the gate bound that
        assertThat(look("SELECT proname || ' ' || prosecdef FROM pg_proc WHERE pronamespace = 't_m_two'::regnamespace"
                + " AND has_function_privilege('t_m_two', oid, 'EXECUTE')"))
            .containsExactlyInAnyOrder("claim_request_key false", "tables_of_learners false", "rows_of_learner false",
                    "move_rows_of_learner false", "school_name_on false", "plan_without_words false",
                    "forget_changes true", "forget_readings true", "spi_hold_measures false");
        assertThat(look("SELECT 1 WHERE has_schema_privilege('t_m_two', 't_m_two', 'CREATE')")).isEmpty();
        assertThat(look("SELECT relname FROM pg_class WHERE relnamespace = 't_m_two'::regnamespace"
                + " AND relowner <> 't_m_two_owner'::regrole AND relkind IN ('r', 'v', 'S')"))
            .isEmpty();
    }

    @Test
    void rights_that_a_killed_run_did_not_give_are_given_by_the_next() throws Exception {
        SchemaName schema = schema("m-three");
        Migrations migrations = new Migrations(DATABASE.provisioner(), List.of());
        migrations.migrate(schema);
        superuser("REVOKE INSERT ON t_m_three.staff FROM t_m_three; GRANT SELECT ON t_m_three.change_log TO t_m_three");
        assertThat(migrations.migrate(schema)).isEqualTo(2);
        assertThat(look("SELECT 1 WHERE has_table_privilege('t_m_three', 't_m_three.staff', 'INSERT')"
                + " AND NOT has_table_privilege('t_m_three', 't_m_three.change_log', 'SELECT')"))
            .hasSize(1);
        assertThat(migrations.migrate(schema)).isZero();
    }

    private static SchemaName schema(String slug) throws SQLException {
        SchemaName schema = SchemaName.ofTenant(slug);
        Schemas schemas = new Schemas(DATABASE.provisioner());
        assertThat(schemas.ensureRoles(schema)).isTrue();
        assertThat(schemas.ensureSchema(schema)).isTrue();
        assertThat(schemas.ensureRoles(schema)).isFalse();
        assertThat(schemas.ensureSchema(schema)).isFalse();
        return schema;
    }

    private static List<String> rights(String table) throws SQLException {
        return look("SELECT privilege_type FROM information_schema.role_table_grants WHERE grantee = 't_m_two'"
                + " AND table_name = '" + table + "' ORDER BY 1");
    }

    private static List<String> look(String query) throws SQLException {
        try (Connection connection = DATABASE.superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static void superuser(String sql) throws SQLException {
        try (Connection connection = DATABASE.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
