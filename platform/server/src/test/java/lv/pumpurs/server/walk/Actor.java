package lv.pumpurs.server.walk;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.server.ServersOfTheTests;
import lv.pumpurs.spi.Role;

/**
 * Somebody who walks.
 *
 * @param name for messages
 * @param home the tenant that the actor belongs to, or tries to get into
 * @param person whom the token proves
 * @param roles roles by tenant, and in the nation; a tenant without an entry does not know the actor
 * @param token a good one, valid longer than the walk takes
 */
record Actor(String name, Side home, Person person, Map<String, Set<Role>> roles, String token) {

    /** Stands for the nation in {@link #roles}. */
    static final String NATION = "";

    static Actor of(String name, Side home, Person person, Map<String, Set<Role>> roles) {
        String token = ServersOfTheTests.issuer()
            .tokenFor(person)
            .expiresAt(Instant.now().plus(Duration.ofHours(1)))
            .sign();
        return new Actor(name, home, person, Map.copyOf(roles), token);
    }

    boolean isKnownIn(String place) {
        return roles.containsKey(place);
    }

    Set<Role> in(String place) {
        return roles.getOrDefault(place, Set.of());
    }

    @Override
    public String toString() {
        return name + " of " + home.slug();
    }
}
