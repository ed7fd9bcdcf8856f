package lv.pumpurs.core.tenancy;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * In the container: one binding per JTA transaction, remembered in the transaction itself. Never asks the connection
 * for its auto-commit: a handle of the container's pool may not be asked.
 */
final class TransactionBinder implements Binder {

    static final TransactionBinder INSTANCE = new TransactionBinder();

    private volatile @Nullable TransactionSynchronizationRegistry registry;

    @Override
    public SchemaName bind(Connection raw) throws SQLException {
        TenantScope.Binding now = Binder.required();
        TransactionSynchronizationRegistry transactions = registry();
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new SQLException("tenant data outside an active transaction", "25P01");
        }
        Object bound = transactions.getResource(this);
        if (bound == null) {
            Binder.set(raw, now);
            transactions.putResource(this, now);
        } else {
            Binder.same(bound, now);
        }
        return now.schema();
    }

    @Override
    public void ended() {
        // the transaction forgets with its resources
    }

    /** By its standard name, a constant: nothing from outside is looked up. */
    @SuppressWarnings("BanJNDI")
    private TransactionSynchronizationRegistry registry() throws SQLException {
        TransactionSynchronizationRegistry known = registry;
        if (known == null) {
            try {
                known = InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
            } catch (NamingException e) {
                throw new SQLException("no transaction registry", "25P01", e);
            }
            registry = known;
        }
        return known;
    }
}
