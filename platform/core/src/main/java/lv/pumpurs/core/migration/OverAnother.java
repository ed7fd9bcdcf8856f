package lv.pumpurs.core.migration;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source that does something with the connections of another one. */
abstract class OverAnother implements DataSource {

    private final DataSource below;

    OverAnother(DataSource below) {
        this.below = below;
    }

    Connection fromBelow() throws SQLException {
        return below.getConnection();
    }

    /** What is done when a handle is closed. */
    @FunctionalInterface
    interface Closing {
        void close() throws SQLException;
    }

    /** A handle on a connection with another way of closing it, which is taken once. */
    static Connection handle(Connection real, Closing closing) {
        boolean[] closed = new boolean[1];
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
                if (!closed[0]) {
                    closed[0] = true;
                    closing.close();
                }
                return null;
            }
            if (method.getName().equals("isClosed") && closed[0]) {
                return true;
            }
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        };
        return (Connection) Proxy.newProxyInstance(OverAnother.class.getClassLoader(),
                new Class<?>[]{Connection.class}, handler);
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
        below.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return below.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(OverAnother.class.getPackageName());
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
