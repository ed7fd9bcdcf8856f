package lv.pumpurs.core.privacy;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import lv.pumpurs.core.registry.Registry;
import lv.pumpurs.core.registry.Tenant;
import lv.pumpurs.core.tenancy.TenantScope;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Goes round all open tenants and forgets what has not to be kept any more. What a round finds follows from the rows
 * alone, so any server may go, several may go at once, and one that dies leaves nothing half done. Where nobody has said
 * how long plans are kept, nothing is found.
 */
@ApplicationScoped
public class RetentionRounds {

    private static final System.Logger LOG = System.getLogger(RetentionRounds.class.getName());

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private Registry registry;

    @Inject
    private RetentionSteps steps;

    @Inject
    private InstantSource clock;

    @Inject
    @ConfigProperty(name = "pumpurs.retention.round-minutes", defaultValue = "720")
    private int minutes;

    private @Nullable ScheduledFuture<?> going;

    /** The first round comes when the server has been up for a while; 0 means that this server does not go. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        if (minutes > 0) {
            going = executor.scheduleWithFixedDelay(this::round, minutes, minutes, TimeUnit.MINUTES);
        }
    }

    @PreDestroy
    void end() {
        ScheduledFuture<?> last = going;
        if (last != null) {
            last.cancel(false);
        }
    }

    /** Goes once; what breaks in one tenant keeps no other from its round. */
    public void round() {
        try {
            registry.open().forEach(this::visit);
        } catch (RuntimeException e) {
            // a round that broke must not be the last one
            LOG.log(System.Logger.Level.ERROR, "A round of retention broke off: {0}", e.getClass().getName());
        }
    }

    private void visit(Tenant tenant) {
        try {
            int done = TenantScope.in(tenant.schema(), null, () -> new RetentionRound(steps, clock).all());
            if (done > 0) {
                LOG.log(System.Logger.Level.INFO, "Retention in {0}: {1} learners", tenant.slug(), done);
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Retention in {0} broke off: {1}", tenant.slug(),
                    e.getClass().getName());
        }
    }
}
