package lv.pumpurs.core.migration;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One connection and one transaction for a whole run of migrations, whatever the library that runs them opens, commits and
 * closes. It keeps its history on a second connection and commits that by itself: a process killed between the two commits
 * would leave tables of which the history does not know, and no later run would get past them.
 */
final class WholeRun extends OverAnother implements AutoCloseable {

    private final Connection real;
    private boolean autoCommit = true;
    private boolean undone;

    WholeRun(DataSource below) throws SQLException {
        super(below);
        real = fromBelow();
        real.setAutoCommit(false);
    }

    @Override
    public Connection getConnection() {
        return (Connection) Proxy.newProxyInstance(WholeRun.class.getClassLoader(), new Class<?>[]{Connection.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "close", "commit" -> null;
                    case "isClosed" -> false;
                    case "getAutoCommit" -> autoCommit;
                    case "setAutoCommit" -> {
                        autoCommit = (boolean) arguments[0];
                        yield null;
                    }
                    case "rollback" -> undo(arguments);
                    default -> {
                        try {
                            yield method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getTargetException();
                        }
                    }
                });
    }

    private @Nullable Object undo(@Nullable Object @Nullable [] arguments) throws SQLException {
        if (arguments != null && arguments.length == 1 && arguments[0] instanceof java.sql.Savepoint point) {
            real.rollback(point);
        } else {
            real.rollback();
            undone = true;
        }
        return null;
    }

    /** Keeps all of it. */
    void commit() throws SQLException {
        if (undone) {
            throw new SQLException("a run of migrations that was taken back is not kept", "25000");
        }
        real.commit();
    }

    @Override
    public void close() throws SQLException {
        try (real) {
            real.rollback();
            real.setAutoCommit(true);
        }
    }
}
