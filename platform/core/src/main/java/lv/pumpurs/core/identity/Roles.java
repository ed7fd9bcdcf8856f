package lv.pumpurs.core.identity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.InstantSource;
import java.util.Set;
import lv.pumpurs.core.plugin.Switches;
import lv.pumpurs.core.registry.Operators;
import lv.pumpurs.core.registry.Tenant;
import lv.pumpurs.core.staff.Accounts;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what a person is, in the schema that is bound. In a transaction of its own, ended before the request's
 * begins: a transaction belongs to one tenant.
 */
@Dependent
public class Roles {

    private final Accounts accounts;
    private final Operators operators;
    private final OperatorEntries entries;
    private final Switches switches;
    private final InstantSource clock;

    /**
     * On the collections of the bound schema.
     *
     * @param accounts people of a tenant
     * @param operators people of the nation
     * @param entries operators' stays in a tenant
     * @param switches which plugins are on where
     * @param clock security time
     */
    @Inject
    public Roles(Accounts accounts, Operators operators, OperatorEntries entries, Switches switches,
            InstantSource clock) {
        this.accounts = accounts;
        this.operators = operators;
        this.entries = entries;
        this.switches = switches;
        this.clock = clock;
    }

    @Transactional(TxType.REQUIRES_NEW)
    Set<Role> inNation(Person person) {
        return person.email().isEmpty() ? Set.of() : operators.rolesOf(person.email());
    }

    /** Offices that open the doors of one tenant. */
    @Transactional(TxType.REQUIRES_NEW)
    Set<Role> inNation(Person person, String slug) {
        return person.email().isEmpty() ? Set.of() : operators.rolesOf(person.email(), slug);
    }

    @Transactional(TxType.REQUIRES_NEW)
    @Nullable
    Standing ofMember(Person person, Tenant tenant) {
        return person.email().isEmpty()
                ? null
                : accounts.byEmail(person.email())
                    .map(account -> new Standing(account.personId(), account.roles(), account.throughout(), null,
                            switches.reachedBy(account.personId(), account.roles(), tenant.offered())))
                    .orElse(null);
    }

    @Transactional(TxType.REQUIRES_NEW)
    @Nullable
    Standing ofOperator(Person person, Tenant tenant) {
        return entries.open(person.subject(), clock.instant())
            .stream()
            .findFirst()
            .map(entry -> new Standing(entry.id(), Set.of(entry.role()), Set.of(entry.role()), entry,
                    switches.reachedBy(entry.id(), Set.of(entry.role()), tenant.offered())))
            .orElse(null);
    }

    /** Whether a plugin is on at any school of the tenant: all that can be asked for somebody who is not signed in. */
    @Transactional(TxType.REQUIRES_NEW)
    boolean isAnywhere(String plugin) {
        return !switches.schools(plugin).isEmpty();
    }
}
