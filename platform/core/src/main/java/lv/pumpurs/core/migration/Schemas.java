package lv.pumpurs.core.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import lv.pumpurs.core.tenancy.SchemaName;

/**
 * Roles and schemas. Each schema has an owner role, which only migrations use, and a working role, which reads and
 * writes rows and owns nothing.
 */
public final class Schemas {

    private final DataSource provisioner;

    /**
     * For one database.
     *
     * @param provisioner data source of the login {@code pumpurs_provisioner}
     */
    public Schemas(DataSource provisioner) {
        this.provisioner = provisioner;
    }

    /**
     * Makes both roles where they are missing and lets the server's login take the place of the working role; all of
     * it or nothing.
     *
     * @param name the schema they are for
     * @return true when something was made
     * @throws SQLException when the database refuses
     */
    public boolean ensureRoles(SchemaName name) throws SQLException {
        try (Connection connection = provisioner.getConnection(); Statement ddl = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                boolean changed = ensureRoles(connection, ddl, name);
                connection.commit();
                return changed;
            } finally {
                // after a commit there is nothing left to undo; behind the data source there may be a pool
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static boolean ensureRoles(Connection connection, Statement ddl, SchemaName name) throws SQLException {
        boolean changed = false;
        if (!exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", name.ownerRole())) {
            ddl.execute("CREATE ROLE " + name.ownerRole() + " NOLOGIN INHERIT");
            changed = true;
        }
        if (!exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", name.workingRole())) {
            ddl.execute("CREATE ROLE " + name.workingRole() + " NOLOGIN NOINHERIT");
            changed = true;
        }
        if (!member(connection, name.ownerRole(), "pumpurs_owner")) {
            ddl.execute("GRANT pumpurs_owner TO " + name.ownerRole());
            changed = true;
        }
        if (!member(connection, "pumpurs_app", name.workingRole())) {
            ddl.execute("GRANT " + name.workingRole() + " TO pumpurs_app WITH INHERIT FALSE, SET TRUE");
            changed = true;
        }
        return changed;
    }

    /**
     * Makes the schema where it is missing; the roles must exist.
     *
     * @param name the schema
     * @return true when it was made
     * @throws SQLException when the database refuses
     */
    public boolean ensureSchema(SchemaName name) throws SQLException {
        try (Connection connection = provisioner.getConnection(); Statement ddl = connection.createStatement()) {
            if (exists(connection, "SELECT FROM pg_namespace WHERE nspname = ?", name.value())) {
                return false;
            }
            ddl.execute("CREATE SCHEMA " + name.value() + " AUTHORIZATION " + name.ownerRole());
            return true;
        }
    }

    private static boolean exists(Connection connection, String query, String... names) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < names.length; i++) {
                statement.setString(i + 1, names[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static boolean member(Connection connection, String member, String role) throws SQLException {
        return exists(connection, "SELECT FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid"
                + " JOIN pg_roles u ON u.oid = m.member WHERE u.rolname = ? AND r.rolname = ?", member, role);
    }
}
