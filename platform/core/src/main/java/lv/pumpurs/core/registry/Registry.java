package lv.pumpurs.core.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import lv.pumpurs.core.migration.BuildVersion;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.core.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;

/**
 * Tenants by slug, at most two seconds old: a tenant made or closed anywhere is so everywhere within two seconds,
 * without a message between replicas. All are read at once, by one of those who ask; what they cost does not grow with
 * the number of tenants in use. Reads the nation whatever is bound and leaves the binding as it was.
 */
@ApplicationScoped
public class Registry {

    /** Read again by whoever asks first after this; the others go on with what is known. */
    private static final long FRESH_MILLIS = 1_000;
    /** Nobody goes on with what is older. */
    private static final long STALE_MILLIS = 2_000;

    private record Known(Map<String, Tenant> tenants, long readAtMillis) {}

    private final Tenants tenants;
    private final InstantSource clock;
    private final BuildVersion build;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile @Nullable Known known;

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
        Tenant tenant = tenants().get(slug);
        // made since then: open as soon as it is there
        return tenant != null ? Optional.of(tenant) : inNation(() -> tenants.bySlug(slug));
    }

    /**
     * The tenants in which people may work now, for what is done in each of them behind the requests.
     *
     * @return in no order
     */
    public List<Tenant> open() {
        return tenants().values().stream().filter(tenant -> openness(tenant) == Openness.OPEN).toList();
    }

    private Map<String, Tenant> tenants() {
        Known found = known;
        long age = found == null ? STALE_MILLIS : clock.millis() - found.readAtMillis();
        if (found != null && age >= 0 && age < FRESH_MILLIS) {
            return found.tenants();
        }
        boolean alone = reading.compareAndSet(false, true);
        try {
            // nobody waits for another's reading: should the database not answer, each would wait for all before him
            return alone || found == null || age < 0 || age >= STALE_MILLIS ? readAll() : found.tenants();
        } finally {
            if (alone) {
                reading.set(false);
            }
        }
    }

    private Map<String, Tenant> readAll() {
        // the time before reading: what changes meanwhile is not taken for newer than it is
        long now = clock.millis();
        Map<String, Tenant> all = inNation(tenants::eachBySlug);
        known = new Known(all, now);
        return all;
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

    private static <T> T inNation(Supplier<T> work) {
        return TenantScope.in(SchemaName.NATION, null, work);
    }
}
