package lv.pumpurs.core.tenancy;

import java.io.PrintWriter;
import java.sql.Connection;
import java.util.Properties;
import java.util.function.Supplier;
import org.eclipse.persistence.sessions.Connector;
import org.eclipse.persistence.sessions.Session;

/** Gives EclipseLink guarded connections only; in the container those of the bound schema's group. */
final class GuardedConnector implements Connector {

    private static final long serialVersionUID = 1L;

    private final transient Connector inner;
    private final transient Supplier<Binder> binders;

    GuardedConnector(Connector inner, Supplier<Binder> binders) {
        this.inner = inner;
        this.binders = binders;
    }

    @Override
    public Connection connect(Properties properties, Session session) {
        Connection raw = session.hasExternalTransactionController()
                ? ConnectionGroups.ofTheServer().connect(properties, session)
                : inner.connect(properties, session);
        return GuardedConnection.around(raw, binders.get());
    }

    @Override
    public Object clone() {
        return new GuardedConnector((Connector) inner.clone(), binders);
    }

    @Override
    public void toString(PrintWriter writer) {
        inner.toString(writer);
    }

    @Override
    public String getConnectionDetails() {
        return inner.getConnectionDetails();
    }
}
