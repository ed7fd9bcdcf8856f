package lv.pumpurs.core.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lv.pumpurs.core.migration.BuildVersion;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.core.tenancy.TenantScope;

/**
 * Tenants by slug, at most two seconds old: a tenant made or closed anywhere is so everywhere within two seconds,
 * without a message between replicas. Reads the nation whatever is bound and leaves the binding as it was.
 */
@ApplicationScoped
public class Registry {

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final int MOST_REMEMBERED = 1_000;

    private record Known(Optional<Tenant> tenant, long untilMillis) {}

    private final Tenants tenants;
    private final InstantSource clock;
    private final BuildVersion build;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** For the container's proxy. */
    @SuppressWarnings("NullAway") // never used as an object
    protected Registry() {
        this.tenants = null;
        this.clock = null;
        this.build = null;
    }

    /**
     * One for the application.
     *
     * @param tenants of the nation
     * @param clock to tell age by
     * @param build what schemas have to hold for this server
     */
    @Inject
    public Registry(Tenants tenants, InstantSource clock, BuildVersion build) {
        this.tenants = tenants;
        this.clock = clock;
        this.build = build;
    }

    /**
     * The tenant of a path.
     *
     * @param slug its name in paths
     * @return empty if there is none
     */
    public Optional<Tenant> find(String slug) {
        long now = clock.millis();
        Known found = known.get(slug);
        if (found != null && now < found.untilMillis()) {
            return found.tenant();
        }
        if (known.size() >= MOST_REMEMBERED) {
            known.clear();
        }
        Optional<Tenant> tenant = read(slug);
        known.put(slug, new Known(tenant, now + FRESH.toMillis()));
        return tenant;
    }

    /**
     * Whether people may work in a tenant; told from its row in the registry alone.
     *
     * @param tenant as {@link #find} gave it
     * @return open, or why not
     */
    public Openness openness(Tenant tenant) {
        if (tenant.state() != Tenant.State.ACTIVE) {
            return Openness.BEING_SET_UP;
        }
        if (tenant.isMigrationFailed()) {
            return Openness.UPGRADE_FAILED;
        }
        return build.isMetBy(tenant.schemaVersion()) ? Openness.OPEN : Openness.BEING_UPGRADED;
    }

    private Optional<Tenant> read(String slug) {
        return TenantScope.in(SchemaName.NATION, null, () -> tenants.bySlug(slug));
    }
}
