package lv.pumpurs.core.identity;

import java.security.Principal;
import java.util.Set;

/**
 * Somebody whose identity a token proved. Says nothing about what the person may do: that is decided by the roles in a
 * tenant.
 *
 * @param subject the identity provider's key of the person, stable for life
 * @param email the verified e-mail address in lower case; empty if none is verified
 * @param name the name to show, "Vārds Uzvārds"
 * @param organisations aliases (= slugs of tenants) of the organisations that the person belongs to
 */
public record Person(String subject, String email, String name, Set<String> organisations) implements Principal {

    /** Copies the organisations. */
    public Person {
        organisations = Set.copyOf(organisations);
    }

    @Override
    public String getName() {
        return subject;
    }

    /** The subject only: principals end up in logs. */
    @Override
    public String toString() {
        return subject;
    }
}
