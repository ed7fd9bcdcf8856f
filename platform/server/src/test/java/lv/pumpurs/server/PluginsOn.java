package lv.pumpurs.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import lv.pumpurs.core.fixture.TwoTenants;

/** Every plugin on in every school of both tenants, as at first, for those who come after a test that switches. */
public final class PluginsOn {

    private PluginsOn() {}

    /**
     * Undoes what somebody has switched and set.
     *
     * @throws SQLException if the database refuses
     */
    public static void everywhere() throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update nation.tenant set offered = 'consultations' where slug in ('alfa', 'beta')");
            for (String schema : new String[]{"t_alfa", "t_beta"}) {
                statement
                    .execute("update %1$s.plugin_permit set allowed = true, on_by_default = true".formatted(schema));
                statement.execute("delete from %1$s.plugin_school; delete from %1$s.plugin_setting".formatted(schema));
            }
        }
    }
}
