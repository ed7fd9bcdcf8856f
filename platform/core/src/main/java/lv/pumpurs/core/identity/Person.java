package lv.pumpurs.core.identity;

import java.security.Principal;
import java.util.Set;

/**
 * Who the token says is asking. It proves the person, not what they may do: the roles are those that the tenant of the
 * path knows for this e-mail address.
 *
 * @param subject the person's key at the identity provider, never reused
 * @param email the address, only if the identity provider has verified it; else empty
 * @param name the name to show; may be empty
 * @param organisations aliases of the organisations (slugs of the tenants) that the person belongs to
 */
public record Person(String subject, String email, String name, Set<String> organisations) implements Principal {

    /** Keeps its own copy of the organisations. */
    public Person {
        organisations = Set.copyOf(organisations);
    }

    /** {@inheritDoc} The subject: servers write this name into their logs, and it tells nothing about the person. */
    @Override
    public String getName() {
        return subject;
    }

    /** {@inheritDoc} No e-mail address and no name: this ends up in logs. */
    @Override
    public String toString() {
        return "Person[" + subject + "]";
    }
}
