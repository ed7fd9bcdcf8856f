package lv.pumpurs.core.tenancy;

import static lv.pumpurs.core.fixture.TwoTenants.ALFA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import lv.pumpurs.core.fixture.Statements;
import lv.pumpurs.core.fixture.TinyPool;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;

/** Whoever acts is bound with the tenant, for one transaction. */
class ActingDbTest {

    private static final String SESSION = "SELECT concat_ws('/', session_user, current_user,"
            + " current_setting('search_path'), current_setting('pumpurs.actor'), current_setting('pumpurs.roles'),"
            + " current_setting('pumpurs.permission'), current_setting('pumpurs.purposes'))";

    @Test
    void tenant_person_roles_permission_and_purpose_are_bound_by_one_statement() throws Exception {
        Acting both = new Acting(Ids.next(), Set.of(Role.GUARDIAN, Role.PROVIDER), "probe:read");
        Statements statements = new Statements();
        try (TinyPool pool = TwoTenants.database().appPool(1)) {
            assertThat(TenantScope.call(ALFA, both, () -> session(statements.on(pool))))
                .isEqualTo("pumpurs_app/t_alfa/pg_catalog, \"$user\", pg_temp/" + both.person()
                        + "/PROVIDER,GUARDIAN/probe:read/SUPPORT,FAMILY");
            assertThat(statements.taken()).hasSize(2).last().isEqualTo("/* t_alfa */ " + SESSION);
            assertThat(TenantScope.call(ALFA, null, () -> session(statements.on(pool))))
                .isEqualTo("pumpurs_app/t_alfa/pg_catalog, \"$user\", pg_temp////");
        }
    }

    @Test
    void the_roles_cannot_change_inside_a_transaction() throws Exception {
        Acting teacher = new Acting(Ids.next(), Set.of(Role.PROVIDER), "probe:write");
        try (TinyPool pool = TwoTenants.database().appPool(1)) {
            TenantScope.call(ALFA, teacher, () -> {
                try (Connection guarded = GuardedConnection.around(pool.getConnection(), new ConnectionBinder())) {
                    guarded.setAutoCommit(false);
                    guarded.prepareStatement(SESSION).close();
                    TenantScope.bind(ALFA, new Acting(teacher.person(), Set.of(Role.TENANT_ADMIN), "probe:write"));
                    assertThatThrownBy(() -> guarded.prepareStatement(SESSION))
                        .hasMessageContaining("changed inside a transaction");
                }
                return true;
            });
        }
    }

    private static String session(DataSource source) throws SQLException {
        try (Connection guarded = GuardedConnection.around(source.getConnection(), new ConnectionBinder())) {
            guarded.setAutoCommit(false);
            try (PreparedStatement statement = guarded.prepareStatement(SESSION);
                    ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
