package lv.pumpurs.core.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import lv.pumpurs.core.tenancy.SchemaName;

/**
 * The provisioner's connections while they act as the owner of one schema. The role is given back when a connection is
 * closed, because behind the data source there may be a pool.
 */
final class OwnedDataSource extends OverAnother {

    private final SchemaName schema;

    OwnedDataSource(DataSource provisioner, SchemaName schema) {
        super(provisioner);
        this.schema = schema;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection raw = fromBelow();
        try (Statement statement = raw.createStatement()) {
            statement.execute("SET ROLE " + schema.ownerRole());
            statement.execute("SET search_path = " + schema.value() + ", pg_temp");
        } catch (SQLException e) {
            raw.close();
            throw e;
        }
        return handle(raw, () -> giveBack(raw));
    }

    private static void giveBack(Connection raw) throws SQLException {
        try (raw) {
            if (raw.isClosed()) {
                return;
            }
            if (!raw.getAutoCommit()) {
                raw.rollback();
                raw.setAutoCommit(true);
            }
            try (Statement statement = raw.createStatement()) {
                statement.execute("RESET ROLE");
                statement.execute("RESET search_path");
            }
        }
    }
}
