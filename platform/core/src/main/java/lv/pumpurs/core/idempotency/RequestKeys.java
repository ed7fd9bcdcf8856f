package lv.pumpurs.core.idempotency;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import lv.pumpurs.spi.Refused;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The keys of the bound tenant. Whose they are is known to the transaction. */
@Dependent
class RequestKeys {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final EntityManager entities;
    private final int hours;

    /**
     * On the bound tenant.
     *
     * @param entities of the request
     * @param hours {@code pumpurs.idempotency.hours}: how long a key is kept
     */
    @Inject
    RequestKeys(EntityManager entities,
            @ConfigProperty(name = "pumpurs.idempotency.hours", defaultValue = "24") int hours) {
        this.entities = entities;
        this.hours = hours;
    }

    /**
     * What was answered to a request.
     *
     * @param request hash of the request that it was
     * @param status of HTTP
     * @param location where the answer led; null if it led nowhere
     */
    record Given(String request, int status, @Nullable String location) {}

    /**
     * Takes a key for this transaction.
     *
     * @param key of the request
     * @return empty if it is taken; else what was answered to the first request with it
     * @throws Refused if that one is still under way: this transaction is lost then
     */
    Optional<Given> claim(RequestKey key) {
        try {
            List<?> rows = entities
                .createNativeQuery("select request, status, location from claim_request_key(?1, ?2, ?3)")
                .setParameter(1, key.key())
                .setParameter(2, key.request())
                .setParameter(3, hours)
                .getResultList();
            return rows.stream().map(row -> given((Object[]) row)).findFirst();
        } catch (PersistenceException e) {
            if (LOCK_NOT_AVAILABLE.equals(state(e))) {
                throw new Refused(IdempotencyProblem.RUNNING);
            }
            throw e;
        }
    }

    /** Keeps the answer beside the key. */
    void answered(RequestKey key, int status, @Nullable String location) {
        entities.createNativeQuery("update request_key set status = ?1, location = ?2"
                + " where person = nullif(current_setting('pumpurs.actor'), '')::uuid and key = ?3")
            .setParameter(1, status)
            .setParameter(2, location)
            .setParameter(3, key.key())
            .executeUpdate();
    }

    private static Given given(Object[] row) {
        return new Given((String) row[0], ((Number) row[1]).intValue(), (String) row[2]);
    }

    private static @Nullable String state(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getSQLState();
            }
        }
        return null;
    }
}
