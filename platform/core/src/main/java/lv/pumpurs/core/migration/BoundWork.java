package lv.pumpurs.core.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import lv.pumpurs.core.tenancy.SchemaName;
import org.jspecify.annotations.Nullable;

/**
 * Rows written by the provisioner: as the working role of one schema, with no more rights than the server has.
 *
 * @param <T> what the work gives
 */
@FunctionalInterface
public interface BoundWork<T extends @Nullable Object> {

    /**
     * What to do.
     *
     * @param bound in a transaction that the caller commits
     * @return the work's result
     * @throws SQLException when the database refuses
     */
    T with(Connection bound) throws SQLException;

    /**
     * One transaction in one schema; role and search path end with it.
     *
     * @param <T> what the work gives
     * @param provisioner data source of the login {@code pumpurs_provisioner}
     * @param schema where to work
     * @param work what to do
     * @return the work's result
     * @throws SQLException when the database refuses
     */
    static <T extends @Nullable Object> T in(DataSource provisioner, SchemaName schema, BoundWork<T> work)
            throws SQLException {
        try (Connection connection = provisioner.getConnection()) {
            connection.setAutoCommit(false);
            try {
                bind(connection, schema);
                T result = work.with(connection);
                connection.commit();
                return result;
            } finally {
                // after a commit there is nothing left to undo; behind the data source there may be a pool
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void bind(Connection connection, SchemaName schema) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT set_config('role',?,true), set_config('search_path',?,true), set_config('pumpurs.actor','',true)")) {
            statement.setString(1, schema.workingRole());
            statement.setString(2, schema.value() + ", pg_temp");
            statement.execute();
        }
    }
}
