package lv.pumpurs.launcher.demo;

import java.util.List;
import lv.pumpurs.spi.Role;

/**
 * A person one can sign in as.
 *
 * @param email address, which is also the name to sign in with
 * @param givenName given name
 * @param familyName family name
 * @param roles what the person is in each of the tenants, or in the nation
 * @param tenants slugs; empty for people of the operator
 */
public record DemoAccount(String email, String givenName, String familyName, List<Role> roles, List<String> tenants) {

    /**
     * Keeps its own copies.
     */
    public DemoAccount {
        roles = List.copyOf(roles);
        tenants = List.copyOf(tenants);
    }
}
