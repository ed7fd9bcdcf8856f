package lv.pumpurs.core.tenancy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import lv.pumpurs.spi.Ids;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The persistence unit outside a container, behind the same guard: for tests on a real database and for the loader of
 * demonstration data.
 */
public final class StandaloneEntityManagers implements AutoCloseable {

    private final EntityManagerFactory factory;

    /**
     * Builds the factory; it takes no connection before the first transaction.
     *
     * @param appLogin data source of the login {@code pumpurs_app}
     */
    public StandaloneEntityManagers(DataSource appLogin) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        properties.put("jakarta.persistence.nonJtaDataSource", appLogin);
        properties.put("eclipselink.target-server", "None");
        properties.put("eclipselink.weaving", "false");
        properties.put("eclipselink.session-name", "pumpurs-standalone-" + Ids.next());
        factory = Persistence.createEntityManagerFactory("pumpurs", properties);
    }

    /**
     * Works in one transaction, committed when the work returns and rolled back when it throws.
     *
     * @param <T> what the work gives
     * @param schema where to work
     * @param acting whom the logs name; null for the platform itself
     * @param work what to do
     * @return the work's result
     */
    public <T extends @Nullable Object> T inTransaction(SchemaName schema, @Nullable Acting acting,
            Function<EntityManager, T> work) {
        try {
            return TenantScope.call(schema, acting, () -> transaction(work));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private <T extends @Nullable Object> T transaction(Function<EntityManager, T> work) {
        try (EntityManager entityManager = factory.createEntityManager()) {
            entityManager.getTransaction().begin();
            try {
                // else EclipseLink reads on a connection outside the transaction until the first write
                entityManager.unwrap(UnitOfWork.class).beginEarlyTransaction();
                T result = work.apply(entityManager);
                entityManager.getTransaction().commit();
                return result;
            } finally {
                if (entityManager.getTransaction().isActive()) {
                    entityManager.getTransaction().rollback();
                }
            }
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
