package lv.pumpurs.core.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import lv.pumpurs.core.fixture.TwoTenants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseSetUpDbTest {

    private static final TwoTenants DATABASE = TwoTenants.database();

    private final SetUpCheck check = new SetUpCheck(DATABASE.app());

    @AfterEach
    void the_set_up_repeated_repairs_it() throws SQLException {
        new DatabaseSetUp(DATABASE.superuser()).run("app", "provisioner");
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void after_the_set_up_the_check_finds_nothing() throws Exception {
        check.verify();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text,text,boolean) TO PUBLIC | everybody may call set_config
            GRANT EXECUTE ON FUNCTION pg_catalog.pg_advisory_lock(bigint) TO PUBLIC     | everybody may call pg_advisory_lock
            GRANT EXECUTE ON FUNCTION pg_catalog.lo_create(oid) TO PUBLIC               | everybody may call lo_create
            GRANT SELECT ON pg_catalog.pg_stat_activity TO PUBLIC                       | everybody may read pg_stat_activity
            GRANT UPDATE ON pg_catalog.pg_settings TO PUBLIC                            | everybody may update pg_settings
            GRANT USAGE ON LANGUAGE plpgsql TO PUBLIC                                   | everybody may use the language plpgsql
            GRANT TEMP ON DATABASE pumpurs TO PUBLIC                                    | everybody has TEMP on the database
            GRANT CREATE ON SCHEMA public TO PUBLIC                                     | everybody has CREATE on the schema public
            ALTER ROLE pumpurs_app INHERIT                                              | this login inherits
            ALTER ROLE pumpurs_app CREATEROLE                                           | rights over the whole server
            ALTER ROLE pumpurs_app SET search_path = 't_alfa'                           | searches the schemas
            """)
    void what_a_restore_or_a_hand_undid_is_found_and_the_remedy_named(String undo, String sentence) throws Exception {
        superuser(undo);
        assertThatThrownBy(check::verify).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining(sentence)
            .hasMessageContaining("Run db/set-up.sql");
    }

    @Test
    void a_right_that_the_set_up_cannot_take_back_is_found_too() throws Exception {
        superuser("GRANT t_alfa_owner TO pumpurs_app");
        assertThatThrownBy(check::verify).hasMessageContaining("member of t_alfa_owner");
        superuser("REVOKE t_alfa_owner FROM pumpurs_app");
    }

    /** The login searches the schema that is named like whoever it acts as: before it acts as anybody, there is none. */
    @Test
    void a_schema_named_like_the_login_is_found_too() throws Exception {
        superuser("CREATE SCHEMA pumpurs_app");
        assertThatThrownBy(check::verify).hasMessageContaining("a schema of its own");
        superuser("DROP SCHEMA pumpurs_app");
    }

    @Test
    void another_login_is_not_taken_for_the_servers() throws Exception {
        assertThatThrownBy(new SetUpCheck(DATABASE.superuser())::verify).hasMessageContaining("not pumpurs_app");
    }

    @Test
    void the_set_up_needs_a_superuser() {
        assertThatThrownBy(() -> new DatabaseSetUp(DATABASE.provisioner()).run("a", "b"))
            .isInstanceOf(SQLException.class);
    }

    private static void superuser(String sql) throws SQLException {
        try (Connection connection = DATABASE.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
