package lv.pumpurs.core.tenancy;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.pumpurs.spi.Purpose;
import lv.pumpurs.spi.Role;

/**
 * Somebody who works in a tenant, as its logs name them. Bound to the transaction, so that the database writes it down
 * by itself and no statement can say otherwise.
 *
 * @param person key of the person inside the tenant; for an operator the key of the entry
 * @param roles the roles by which the person may do this
 * @param permission what this is, {@code thing:act}
 */
public record Acting(UUID person, Set<Role> roles, String permission) {

    /** Keeps its own copy of the roles. */
    public Acting {
        roles = Set.copyOf(roles);
    }

    String roleCodes() {
        return joined(roles);
    }

    String purposeCodes() {
        return joined(Purpose.of(roles));
    }

    private static String joined(Collection<? extends Enum<?>> codes) {
        return codes.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }
}
