package lv.pumpurs.core.tenancy;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.persistence.sessions.Connector;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/**
 * The container's connections in groups, as many as the server has data sources {@code jdbc/pumpurs-0}, {@code -1}
 * and so on. A schema always takes its connections from the same group, so that what PostgreSQL keeps for a connection
 * (plans, descriptions of tables) is of few of the tenants, and is there when a tenant comes back.
 */
final class ConnectionGroups {

    private static final String PREFIX = "jdbc/pumpurs-";

    private static volatile @Nullable ConnectionGroups found;

    private final List<Connector> groups;

    private ConnectionGroups(List<Connector> groups) {
        this.groups = groups;
    }

    /** Those of this server, looked up when first asked for. */
    static ConnectionGroups ofTheServer() {
        ConnectionGroups known = found;
        if (known == null) {
            known = lookUp();
            found = known;
        }
        return known;
    }

    /** A connection of the group of the bound schema; of the first one if none is bound, to be refused by the guard. */
    Connection connect(Properties properties, Session session) {
        return groups.get(indexOf(TenantScope.current(), groups.size())).connect(properties, session);
    }

    static int indexOf(@Nullable SchemaName schema, int groups) {
        return schema == null ? 0 : Math.floorMod(schema.value().hashCode(), groups);
    }

    /** By their standard names: nothing from outside is looked up. */
    @SuppressWarnings("BanJNDI")
    private static ConnectionGroups lookUp() {
        List<Connector> found = new ArrayList<>();
        try {
            while (true) {
                DataSource source = InitialContext.doLookup(PREFIX + found.size());
                found.add(new JNDIConnector(source));
            }
        } catch (NameNotFoundException e) {
            if (found.isEmpty()) {
                throw new IllegalStateException("the server has no data source " + PREFIX + "0", e);
            }
        } catch (NamingException e) {
            throw new IllegalStateException("the server's data sources cannot be looked up", e);
        }
        return new ConnectionGroups(List.copyOf(found));
    }
}
