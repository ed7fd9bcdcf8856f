package lv.pumpurs.core.identity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.registry.OperatorLog;
import lv.pumpurs.core.registry.Openness;
import lv.pumpurs.core.registry.Registry;
import lv.pumpurs.core.registry.Tenant;
import lv.pumpurs.core.tenancy.Acting;
import lv.pumpurs.core.tenancy.TenantScope;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Operators going into a tenant and out of it. Written down twice: in the nation's log before the door opens, so that
 * no entry is unrecorded, and in the tenant's schema, where the tenant reads it.
 */
@Dependent
public class OperatorStays {

    private final Registry registry;
    private final Door door;
    private final InstantSource clock;
    private final Duration longest;

    /**
     * With the platform's settings.
     *
     * @param registry tenants by slug
     * @param door writes in one schema at a time
     * @param clock security time
     * @param minutes {@code pumpurs.operator.entry-minutes}: how long an entry lasts at most
     */
    @Inject
    public OperatorStays(Registry registry, Door door, InstantSource clock,
            @ConfigProperty(name = "pumpurs.operator.entry-minutes", defaultValue = "60") int minutes) {
        this.registry = registry;
        this.door = door;
        this.clock = clock;
        this.longest = Duration.ofMinutes(minutes);
    }

    /**
     * Lets an operator into a tenant; a second click on the same button does nothing.
     *
     * @param operator who
     * @param slug the tenant
     * @param reason why, 10 to 500 characters
     * @throws Refused without a reason or for an unknown tenant
     */
    public void enter(Person operator, String slug, @Nullable String reason) {
        Tenant tenant = tenant(slug);
        begin(operator, tenant, OperatorEntry.begin(Ids.next(), operator, reason, clock.instant(), longest));
    }

    /**
     * Opens one plan to a reviewer; a second click on the same button does nothing.
     *
     * @param reviewer who
     * @param slug the tenant
     * @param plan the plan that waits for the operator
     * @param reason that it is for review, in the tenant's language
     * @throws Refused for an unknown tenant, or one that the reviewer works in: nobody decides on what is their own
     */
    public void review(Person reviewer, String slug, UUID plan, String reason) {
        Tenant tenant = tenant(slug);
        if (reviewer.organisations().contains(slug)) {
            throw new Refused(IdentityProblem.OWN_TENANT);
        }
        begin(reviewer, tenant,
                OperatorEntry.review(Ids.next(), reviewer, plan, reason, clock.instant(), longest));
    }

    private void begin(Person operator, Tenant tenant, OperatorEntry entry) {
        List<OperatorEntry> open = TenantScope.in(tenant.schema(), null, () -> door.entered(operator, clock.instant()));
        if (open.stream().anyMatch(entry::repeats)) {
            return;
        }
        door.log(operator, OperatorLog.Act.ENTER, tenant.slug(), entry.reason(), clock.instant());
        TenantScope.in(tenant.schema(), as(entry), () -> door.open(entry));
    }

    /**
     * Lets an operator out of every open entry, however often the door was opened; does nothing if there is none.
     *
     * @param operator who
     * @param slug the tenant
     */
    public void leave(Person operator, String slug) {
        Tenant tenant = tenant(slug);
        for (OperatorEntry entry : TenantScope.in(tenant.schema(), null,
                () -> door.entered(operator, clock.instant()))) {
            TenantScope.in(tenant.schema(), as(entry), () -> door.close(entry, clock.instant()));
            door.log(operator, OperatorLog.Act.LEAVE, slug, entry.reason(), clock.instant());
        }
    }

    /** The tenant's log names the entry, which says who and why, for the door too. */
    private static Acting as(OperatorEntry entry) {
        return new Acting(entry.id(), Set.of(entry.role()),
                entry.role() == Role.OPERATOR_ADMIN ? Permissions.TENANT_ENTER : Permissions.REVIEW_OPEN);
    }

    /**
     * Writes down that an operator does something to a tenant, or to all.
     *
     * @param operator who
     * @param act what
     * @param slug the tenant; null for all
     * @param what in words
     */
    public void record(Person operator, OperatorLog.Act act, @Nullable String slug, String what) {
        door.log(operator, act, slug, what, clock.instant());
    }

    private Tenant tenant(String slug) {
        Tenant tenant = registry.find(slug).orElseThrow(() -> new Refused(IdentityProblem.TENANT_UNKNOWN));
        Openness openness = registry.openness(tenant);
        if (openness != Openness.OPEN) {
            throw new Refused(IdentityProblem.of(openness));
        }
        return tenant;
    }

    /** One act in one schema, in a transaction of its own. */
    @Dependent
    public static class Door {

        private final OperatorEntries entries;
        private final OperatorLog log;

        /**
         * On the collections of whatever schema is bound.
         *
         * @param entries stays in a tenant
         * @param log the nation's log of operators
         */
        @Inject
        public Door(OperatorEntries entries, OperatorLog log) {
            this.entries = entries;
            this.log = log;
        }

        @Transactional(TxType.REQUIRES_NEW)
        void log(Person operator, OperatorLog.Act act, @Nullable String slug, String reason, Instant now) {
            log.add(operator.subject(), act, slug, reason, now);
        }

        @Transactional(TxType.REQUIRES_NEW)
        OperatorEntry open(OperatorEntry entry) {
            entries.add(entry);
            return entry;
        }

        @Transactional(TxType.REQUIRES_NEW)
        List<OperatorEntry> entered(Person operator, Instant now) {
            return entries.open(operator.subject(), now);
        }

        @Transactional(TxType.REQUIRES_NEW)
        OperatorEntry close(OperatorEntry entry, Instant now) {
            return entries.leave(entry, now);
        }
    }
}
