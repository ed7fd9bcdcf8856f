package lv.pumpurs.core.operator;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lv.pumpurs.core.migration.FailureReason;
import lv.pumpurs.core.migration.TenantMigrations;
import lv.pumpurs.core.migration.TenantMigrations.Run;
import lv.pumpurs.spi.Refused;

/**
 * Runs migrations behind the request that asked for them, on threads of the container. The run is written down in the
 * nation's tables, so whoever started it may leave; if this server dies, the next run sees it.
 */
@ApplicationScoped
public class BackgroundMigrations {

    private static final System.Logger LOG = System.getLogger(BackgroundMigrations.class.getName());
    private static final int PATIENCE_SECONDS = 20;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Provider<TenantMigrations> migrations;

    /**
     * Starts a run.
     *
     * @return false if every tenant is up to date
     * @throws Refused if a run is under way, here or on another server
     */
    public boolean start() {
        CompletableFuture<Boolean> begun = new CompletableFuture<>();
        executor.execute(() -> run(begun));
        try {
            return begun.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (FailureReason.of(e, FailureReason.Code.UNEXPECTED).code() == FailureReason.Code.BUSY) {
                throw new Refused(OperatorProblem.MIGRATIONS_RUNNING);
            }
            throw new IllegalStateException(e);
        }
    }

    /** Lock and connections stay in this thread; only the tenants are given to others. */
    private void run(CompletableFuture<Boolean> begun) {
        Optional<Run> wanted;
        try {
            wanted = migrations.get().begin();
        } catch (SQLException | RuntimeException e) {
            begun.completeExceptionally(e);
            return;
        }
        begun.complete(wanted.isPresent());
        if (wanted.isPresent()) {
            try (Run run = wanted.get()) {
                LOG.log(System.Logger.Level.INFO, "Migrations: {0}", run.work(executor).sentence());
            } catch (SQLException | RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "Migrations broke off: {0}",
                        FailureReason.of(e, FailureReason.Code.UNEXPECTED));
            }
        }
    }
}
