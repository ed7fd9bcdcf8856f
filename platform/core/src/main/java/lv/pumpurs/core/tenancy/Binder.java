package lv.pumpurs.core.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Puts the tenant's working role and whoever acts in place before the first statement of a transaction, and refuses
 * otherwise. The search path follows from the role: the login's is {@code pg_catalog, "$user", pg_temp} for good, and a schema is
 * named like its working role.
 */
interface Binder {

    /**
     * Called before every statement.
     *
     * @param raw the connection below the guard
     * @return the schema that the statement runs in
     * @throws SQLException when there is no tenant, no transaction, or another tenant than the transaction began with
     */
    SchemaName bind(Connection raw) throws SQLException;

    /** The transaction of this connection ended by the connection's own means. */
    void ended();

    /** The binding of the current thread, or a refusal. */
    static TenantScope.Binding required() throws SQLException {
        TenantScope.Binding binding = TenantScope.binding();
        if (binding == null) {
            throw new SQLException("no tenant is bound to this thread", "42501");
        }
        return binding;
    }

    /** Refuses when a transaction bound to one schema is used for another. */
    static void same(Object bound, TenantScope.Binding now) throws SQLException {
        if (!bound.equals(now)) {
            throw new SQLException("the tenant or the person changed inside a transaction", "25001");
        }
    }

    /** Binds in one round trip; {@code true} = until the end of the transaction, so nothing stays behind. */
    static void set(Connection raw, TenantScope.Binding binding) throws SQLException {
        Acting acting = binding.acting();
        try (PreparedStatement statement = raw
            .prepareStatement(
                    "SELECT set_config('role',?,true), set_config('pumpurs.actor',?,true), set_config('pumpurs.roles',?,true),"
                            + " set_config('pumpurs.permission',?,true), set_config('pumpurs.purposes',?,true)")) {
            statement.setString(1, binding.schema().workingRole());
            statement.setString(2, acting == null ? "" : acting.person().toString());
            statement.setString(3, acting == null ? "" : acting.roleCodes());
            statement.setString(4, acting == null ? "" : acting.permission());
            statement.setString(5, acting == null ? "" : acting.purposeCodes());
            statement.execute();
        }
    }
}
