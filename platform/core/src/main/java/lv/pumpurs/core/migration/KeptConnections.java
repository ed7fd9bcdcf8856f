package lv.pumpurs.core.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.DataSource;

/**
 * The connections of one piece of work on a tenant, used again until it ends: the steps and Flyway open one for each
 * thing they do, thirty in all, and without a pool below each costs as much as ten statements. For one thread.
 */
final class KeptConnections extends OverAnother implements AutoCloseable {

    private final Deque<Connection> idle = new ArrayDeque<>();

    KeptConnections(DataSource below) {
        super(below);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection kept = idle.poll();
        Connection real = kept == null ? fromBelow() : kept;
        return handle(real, () -> keep(real));
    }

    /** As a pool does: what was left open is undone. One that broke is not used again. */
    private void keep(Connection real) throws SQLException {
        boolean sound = false;
        try {
            if (!real.isClosed()) {
                if (!real.getAutoCommit()) {
                    real.rollback();
                    real.setAutoCommit(true);
                }
                sound = true;
            }
        } finally {
            if (sound) {
                idle.push(real);
            } else {
                real.close();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection real = idle.poll(); real != null; real = idle.poll()) {
            real.close();
        }
    }
}
