package lv.pumpurs.core.migration;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.logging.Logger;
import javax.sql.DataSource;
import lv.pumpurs.core.tenancy.SchemaName;
import org.jspecify.annotations.Nullable;

/**
 * The provisioner's connections while they act as the owner of one schema. The role is given back when a connection is
 * closed, because behind the data source there may be a pool.
 */
final class OwnedDataSource implements DataSource {

    private final DataSource provisioner;
    private final SchemaName schema;

    OwnedDataSource(DataSource provisioner, SchemaName schema) {
        this.provisioner = provisioner;
        this.schema = schema;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection raw = provisioner.getConnection();
        try (Statement statement = raw.createStatement()) {
            statement.execute("SET ROLE " + schema.ownerRole());
            statement.execute("SET search_path = " + schema.value() + ", pg_temp");
        } catch (SQLException e) {
            raw.close();
            throw e;
        }
        return (Connection) Proxy.newProxyInstance(OwnedDataSource.class.getClassLoader(),
                new Class<?>[]{Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close") && !raw.isClosed()) {
                        giveBack(raw);
                    }
                    try {
                        return method.invoke(raw, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private static void giveBack(Connection raw) throws SQLException {
        if (!raw.getAutoCommit()) {
            raw.rollback();
            raw.setAutoCommit(true);
        }
        try (Statement statement = raw.createStatement()) {
            statement.execute("RESET ROLE");
            statement.execute("RESET search_path");
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("one login only");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        // the driver logs through java.util.logging
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        provisioner.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return provisioner.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(OwnedDataSource.class.getPackageName());
    }

    @Override
    public <T> T unwrap(Class<T> face) throws SQLException {
        throw new SQLFeatureNotSupportedException("the data source below is not given out");
    }

    @Override
    public boolean isWrapperFor(Class<?> face) {
        return false;
    }
}
