package lv.pumpurs.core.mail;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
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
 * Goes round all open tenants and sends what waits there, on a thread of the container; a tenant that has just put mail
 * on its way is visited at once. What a round finds follows from the rows alone, so any server may go, several may go at
 * once, and a server that dies leaves nothing behind but a mail that it had in hand. Without a mail server nobody goes.
 */
@ApplicationScoped
public class Rounds {

    private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private Registry registry;

    @Inject
    private MailSettings settings;

    @Inject
    private MailSteps steps;

    @Inject
    private MailWords words;

    @Inject
    private MailServer server;

    @Inject
    @Any
    private Instance<MailSource> sources;

    @Inject
    private InstantSource clock;

    @Inject
    @ConfigProperty(name = "pumpurs.mail.round-seconds", defaultValue = "300")
    private int seconds;

    private @Nullable ScheduledFuture<?> going;

    /** The first round comes when the server has been up for a while: starting costs nothing for each tenant. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        if (settings.isOn()) {
            going = executor.scheduleWithFixedDelay(this::round, seconds, seconds, TimeUnit.SECONDS);
        }
    }

    @PreDestroy
    void end() {
        ScheduledFuture<?> last = going;
        if (last != null) {
            last.cancel(false);
        }
    }

    void visit(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailQueued queued) {
        if (settings.isOn()) {
            executor.execute(() -> registry.find(queued.slug()).ifPresent(this::deliver));
        }
    }

    /** Goes once; what breaks in one tenant keeps no other from its mail. */
    public void round() {
        try {
            registry.open().forEach(this::deliver);
        } catch (RuntimeException e) {
            // a round that broke must not be the last one
            LOG.log(System.Logger.Level.ERROR, "A round of mail broke off: {0}", e.getClass().getName());
        }
    }

    private void deliver(Tenant tenant) {
        try {
            TenantScope.in(tenant.schema(), null, () -> {
                sources.forEach(source -> source.prepare(tenant));
                return new Delivery(steps, mail -> words.letter(mail, tenant), server, clock).all();
            });
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "The mail of {0} was not sent: {1}", tenant.slug(),
                    e.getClass().getName());
        }
    }
}
