package lv.pumpurs.launcher;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in to the demo.
 *
 * @param email
 *            what is typed at sign-in
 * @param name
 *            given and family name
 * @param tenant
 *            the tenant's slug; none for the operator
 * @param roles
 *            the roles held there
 */
public record DemoUser(String email, String name, @Nullable String tenant, List<String> roles) {

    public DemoUser {
        roles = List.copyOf(roles);
    }
}
