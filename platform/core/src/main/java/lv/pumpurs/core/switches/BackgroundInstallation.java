package lv.pumpurs.core.switches;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lv.pumpurs.core.migration.FailureReason;
import lv.pumpurs.core.migration.PluginInstallations;
import lv.pumpurs.core.plugin.PluginPermit;
import lv.pumpurs.core.plugin.Switches;
import lv.pumpurs.core.tenancy.Acting;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.core.tenancy.TenantScope;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;

/**
 * Makes the tables of plugins in a tenant behind the request, and allows the plugins when they are there. Whoever asked
 * waits a moment, which is usually enough; after that the page shows how far it is.
 */
@ApplicationScoped
public class BackgroundInstallation {

    private static final System.Logger LOG = System.getLogger(BackgroundInstallation.class.getName());
    private static final int PATIENCE_SECONDS = 2;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Provider<PluginInstallations> installations;

    @Inject
    private Provider<Allowing> allowing;

    /** What is to be done, and who decided it. */
    record Order(String slug, List<String> plugins, boolean onByDefault, Acting by) {}

    /** Writes the permits, in a transaction of its own in the tenant. */
    @Dependent
    public static class Allowing {

        private final Switches switches;

        /**
         * On the bound tenant.
         *
         * @param switches where permits are kept
         */
        @Inject
        public Allowing(Switches switches) {
            this.switches = switches;
        }

        @Transactional(TxType.REQUIRES_NEW)
        boolean allow(List<String> plugins, boolean onByDefault) {
            for (String plugin : plugins) {
                Optional<PluginPermit> permit = switches.permit(plugin);
                if (permit.isPresent()) {
                    permit.get().allow(onByDefault);
                } else {
                    switches.add(new PluginPermit(Ids.next(), plugin, onByDefault));
                }
            }
            return true;
        }
    }

    void start(Order order) {
        CompletableFuture<Optional<FailureReason>> end = new CompletableFuture<>();
        executor.execute(() -> {
            try {
                end.complete(run(order));
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "Plugins {0} were not allowed in tenant {1}: {2}", order.plugins(),
                        order.slug(), FailureReason.of(e, FailureReason.Code.UNEXPECTED));
                end.completeExceptionally(e);
            }
        });
        try {
            end.get(PATIENCE_SECONDS, TimeUnit.SECONDS).ifPresent(reason -> {
                throw new Refused(reason.code() == FailureReason.Code.BUSY
                        ? SwitchProblem.BUSY
                        : SwitchProblem.NOT_PREPARED);
            });
        } catch (TimeoutException e) {
            // the page tells how far it is
            LOG.log(System.Logger.Level.INFO, "Plugins {0} are being brought into tenant {1}", order.plugins(),
                    order.slug());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<FailureReason> run(Order order) {
        PluginInstallations tables = installations.get();
        for (String plugin : order.plugins()) {
            Optional<FailureReason> failure = tables.install(order.slug(), plugin);
            if (failure.isPresent()) {
                return failure;
            }
        }
        TenantScope.in(SchemaName.ofTenant(order.slug()), order.by(),
                () -> allowing.get().allow(order.plugins(), order.onByDefault()));
        return Optional.empty();
    }
}
