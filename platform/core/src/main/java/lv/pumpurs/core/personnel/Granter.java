package lv.pumpurs.core.personnel;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who grants roles, by which roles, and where those hold today.
 *
 * @param personId the person's key
 * @param schools role to the schools where it is held; none for a role of the whole tenant
 */
record Granter(UUID personId, Map<Role, Set<UUID>> schools) {

    /** Whether the role may be granted or ended in a place: a school, or null for the whole tenant. */
    boolean mayGrant(Role role, @Nullable UUID schoolId) {
        return schools.entrySet()
            .stream()
            .filter(own -> Grantable.by(own.getKey()).contains(role))
            .anyMatch(own -> own.getKey() == Role.TENANT_ADMIN
                    || (schoolId != null && own.getValue().contains(schoolId)));
    }

    /** Whether the role may be granted anywhere. */
    boolean mayGrant(Role role) {
        return Grantable.by(schools.keySet()).contains(role);
    }

    /** The roles that may be granted somewhere. */
    Set<Role> grantable() {
        return Grantable.by(schools.keySet());
    }
}
