package lv.pumpurs.core.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Outside a container: a transaction lasts from the first statement to commit or rollback of this one connection. */
final class ConnectionBinder implements Binder {

    private TenantScope.@Nullable Binding bound;

    @Override
    public SchemaName bind(Connection raw) throws SQLException {
        TenantScope.Binding now = Binder.required();
        if (raw.getAutoCommit()) {
            throw new SQLException("tenant data outside a transaction", "25P01");
        }
        if (bound == null) {
            Binder.set(raw, now);
            bound = now;
        } else {
            Binder.same(bound, now);
        }
        return now.schema();
    }

    @Override
    public void ended() {
        bound = null;
    }
}
