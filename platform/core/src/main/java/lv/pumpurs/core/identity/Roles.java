package lv.pumpurs.core.identity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.InstantSource;
import java.util.Set;
import lv.pumpurs.core.registry.Operators;
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
    private final InstantSource clock;

    /**
     * On the collections of the bound schema.
     *
     * @param accounts people of a tenant
     * @param operators people of the nation
     * @param entries operators' stays in a tenant
     * @param clock security time
     */
    @Inject
    public Roles(Accounts accounts, Operators operators, OperatorEntries entries, InstantSource clock) {
        this.accounts = accounts;
        this.operators = operators;
        this.entries = entries;
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
    Standing ofMember(Person person) {
        return person.email().isEmpty()
                ? null
                : accounts.byEmail(person.email())
                    .map(account -> new Standing(account.personId(), account.roles(), account.throughout(), null))
                    .orElse(null);
    }

    @Transactional(TxType.REQUIRES_NEW)
    @Nullable
    Standing ofOperator(Person person) {
        return entries.open(person.subject(), clock.instant())
            .stream()
            .findFirst()
            .map(entry -> new Standing(entry.id(), Set.of(entry.role()), Set.of(entry.role()), entry))
            .orElse(null);
    }
}
