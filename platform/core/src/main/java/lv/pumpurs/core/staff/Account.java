package lv.pumpurs.core.staff;

import java.util.Set;
import java.util.UUID;
import lv.pumpurs.spi.Role;

/**
 * A person who may sign in to this tenant, with the roles that hold today.
 *
 * @param personId the person's key in this tenant
 * @param givenName given name
 * @param familyName family name
 * @param roles empty if no role holds today
 * @param throughout those of the roles that are held for no school but for the whole tenant
 */
public record Account(UUID personId, String givenName, String familyName, Set<Role> roles,
        Set<Role> throughout) {

    /**
     * Keeps its own copies.
     */
    public Account {
        roles = Set.copyOf(roles);
        throughout = Set.copyOf(throughout);
    }
}
