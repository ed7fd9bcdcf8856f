package lv.pumpurs.core.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Sees to it that one process at a time works on a tenant, and that there is one run of migrations at a time. The lock
 * is held by a connection: it ends with the process that took it, however that ends.
 */
public final class WorkLock implements AutoCloseable {

    /** Any number; the same for all processes on one database. */
    private static final int TENANTS = 7186774;
    private static final int MIGRATIONS = 7186775;

    private final Connection connection;
    private final int kind;
    private final int key;

    private WorkLock(Connection connection, int kind, int key) {
        this.connection = connection;
        this.kind = kind;
        this.key = key;
    }

    /**
     * What is done under a lock.
     *
     * @param <T> what the work gives
     */
    @FunctionalInterface
    public interface Work<T> {

        /**
         * Does it.
         *
         * @param provisioner connections that are kept until the work ends; for this thread only
         * @return the work's result
         * @throws SQLException when the database refuses
         */
        T run(DataSource provisioner) throws SQLException;
    }

    /**
     * Works on one tenant alone; for provisioning and migrations alike.
     *
     * @param <T> what the work gives
     * @param provisioner data source of the login {@code pumpurs_provisioner}
     * @param slug the tenant
     * @param work what to do
     * @return the work's result
     * @throws SQLException of state {@link FailureReason#LOCK_NOT_AVAILABLE} if somebody else works on the tenant
     */
    public static <T> T onTenant(DataSource provisioner, String slug, Work<T> work) throws SQLException {
        WorkLock lock = take(provisioner, TENANTS, slug.hashCode());
        try (KeptConnections kept = new KeptConnections(provisioner)) {
            return work.run(kept);
        } finally {
            lock.close();
        }
    }

    static WorkLock onMigrations(DataSource provisioner) throws SQLException {
        return take(provisioner, MIGRATIONS, 0);
    }

    /** Whether somebody runs migrations now; asks without keeping anybody from starting. */
    static boolean isMigrating(DataSource provisioner) throws SQLException {
        try (Connection connection = provisioner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement
                    .executeQuery("SELECT pg_try_advisory_xact_lock_shared(" + MIGRATIONS + ", 0)")) {
            return rows.next() && !rows.getBoolean(1);
        }
    }

    /** Waits a moment: the connection of a process that was killed a moment ago may not have noticed yet. */
    static boolean isOnTenant(DataSource provisioner, String slug) throws SQLException {
        try (Connection connection = provisioner.getConnection();
                PreparedStatement statement = connection
                    .prepareStatement("SELECT pg_try_advisory_xact_lock_shared(?, ?)")) {
            statement.setInt(1, TENANTS);
            statement.setInt(2, slug.hashCode());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && !rows.getBoolean(1);
            }
        }
    }

    private static WorkLock take(DataSource provisioner, int kind, int key) throws SQLException {
        Connection connection = provisioner.getConnection();
        try (Statement wait = connection.createStatement();
                PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_lock(?, ?)")) {
            connection.setAutoCommit(false);
            wait.execute("SET LOCAL lock_timeout = '2s'");
            lock.setInt(1, kind);
            lock.setInt(2, key);
            lock.execute();
            connection.commit();
            connection.setAutoCommit(true);
            return new WorkLock(connection, kind, key);
        } catch (SQLException e) {
            giveBack(connection);
            throw e;
        }
    }

    private static void giveBack(Connection connection) throws SQLException {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection; PreparedStatement unlock = connection.prepareStatement("SELECT pg_advisory_unlock(?, ?)")) {
            unlock.setInt(1, kind);
            unlock.setInt(2, key);
            unlock.execute();
        }
    }
}
