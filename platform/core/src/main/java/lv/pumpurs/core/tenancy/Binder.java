package lv.pumpurs.core.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts role, search path and actor in place before the first statement of a transaction, and refuses otherwise. */
interface Binder {

    /**
     * Called before every statement.
     *
     * @param raw the connection below the guard
     * @throws SQLException when there is no tenant, no transaction, or another tenant than the transaction began with
     */
    void bind(Connection raw) throws SQLException;

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
        try (PreparedStatement statement = raw
            .prepareStatement("SELECT set_config('role',?,true), set_config('search_path',?,true),"
                    + " set_config('pumpurs.actor',?,true)")) {
            statement.setString(1, binding.schema().workingRole());
            // pg_temp last: named, because PostgreSQL would else search it first
            statement.setString(2, binding.schema().value() + ", pg_temp");
            statement.setString(3, text(binding.actor()));
            statement.execute();
        }
    }

    private static String text(@Nullable UUID actor) {
        return actor == null ? "" : actor.toString();
    }
}
