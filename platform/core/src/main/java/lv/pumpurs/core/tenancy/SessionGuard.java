package lv.pumpurs.core.tenancy;

import java.util.function.Supplier;
import org.eclipse.persistence.config.CacheIsolationType;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.DatasourceLogin;
import org.eclipse.persistence.sessions.Login;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.server.ConnectionPool;
import org.eclipse.persistence.sessions.server.ServerSession;

/**
 * Named in {@code persistence.xml}: puts the guard between EclipseLink and every connection it takes, and refuses to
 * start with a cache that tenants would share.
 */
public final class SessionGuard implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        // asked for each connection: the server sets its transaction controller after this customizer has run
        Supplier<Binder> binders = () -> session.hasExternalTransactionController()
                ? TransactionBinder.INSTANCE
                : new ConnectionBinder();
        guard(session.getDatasourceLogin(), binders);
        if (session instanceof ServerSession server) {
            for (ConnectionPool pool : server.getConnectionPools().values()) {
                guard(pool.getLogin(), binders);
            }
            guard(server.getReadConnectionPool().getLogin(), binders);
        }
        session.getDescriptors().values().forEach(SessionGuard::refuseSharedCache);
        NullableUuids.in(session);
    }

    private static void guard(Login login, Supplier<Binder> binders) {
        if (login instanceof DatabaseLogin database) {
            // a refusal of the guard looks like a lost connection to EclipseLink: it would try again for ten seconds
            database.setQueryRetryAttemptCount(0);
            database.setDelayBetweenConnectionAttempts(0);
        }
        if (login instanceof DatasourceLogin source && !(source.getConnector() instanceof GuardedConnector)) {
            source.setConnector(new GuardedConnector(source.getConnector(), binders));
        }
    }

    /** With a shared cache the same key in two tenants would give one tenant's row to the other. */
    private static void refuseSharedCache(ClassDescriptor descriptor) {
        if (descriptor.getCacheIsolation() != CacheIsolationType.ISOLATED) {
            throw new IllegalStateException(
                    "the shared cache must be off: " + descriptor.getJavaClassName() + " would be shared by tenants");
        }
    }
}
