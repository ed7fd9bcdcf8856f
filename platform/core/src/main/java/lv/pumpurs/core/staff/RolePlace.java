package lv.pumpurs.core.staff;

import java.util.Set;
import java.util.UUID;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * A role and where it holds: a municipality's role in the whole tenant, every other in a school; a class teacher's in a
 * class; a provider's with the profession.
 *
 * @param role the role
 * @param schoolId the school, or null for the whole tenant
 * @param className the class, for a class teacher only
 * @param providerRole the profession, for a provider only, for instance {@code SOCIAL_PEDAGOGUE}
 */
public record RolePlace(Role role, @Nullable UUID schoolId, @Nullable String className, @Nullable String providerRole) {

    private static final Set<Role> TENANT_WIDE = Set.of(Role.TENANT_COORDINATOR, Role.TENANT_ADMIN);
    private static final Set<Role> NOT_OF_STAFF = Set.of(Role.OPERATOR_ADMIN, Role.OPERATOR_REVIEWER, Role.GUARDIAN,
            Role.LEARNER);

    /**
     * A role in its place.
     *
     * @throws IllegalArgumentException if the role is not one of staff, or needs another place
     */
    public RolePlace {
        if (NOT_OF_STAFF.contains(role)) {
            throw new IllegalArgumentException(role + " is not a role of staff");
        }
        if (role != Role.AUDITOR && TENANT_WIDE.contains(role) != (schoolId == null)) {
            throw new IllegalArgumentException(role + (schoolId == null ? " needs a school" : " has no school"));
        }
        if ((role == Role.CLASS_TEACHER) != (className != null)) {
            throw new IllegalArgumentException("A class teacher, and nobody else, has a class");
        }
        if ((role == Role.PROVIDER) != (providerRole != null)) {
            throw new IllegalArgumentException("A provider, and nobody else, has a profession");
        }
    }

    /**
     * A role in the whole tenant.
     *
     * @param role a municipality's role
     * @return the role and its place
     */
    public static RolePlace inTenant(Role role) {
        return new RolePlace(role, null, null, null);
    }

    /**
     * A role in a school.
     *
     * @param role a school's role
     * @param schoolId the school
     * @return the role and its place
     */
    public static RolePlace inSchool(Role role, UUID schoolId) {
        return new RolePlace(role, schoolId, null, null);
    }

    /**
     * The class teacher (<em>klases audzinātājs</em>) of a class.
     *
     * @param schoolId the school
     * @param className for instance {@code 5.a}
     * @return the role and its place
     */
    public static RolePlace classTeacher(UUID schoolId, String className) {
        return new RolePlace(Role.CLASS_TEACHER, schoolId, className, null);
    }

    /**
     * Somebody who gives support in a school.
     *
     * @param schoolId the school
     * @param providerRole the profession, for instance {@code SOCIAL_PEDAGOGUE}
     * @return the role and its place
     */
    public static RolePlace provider(UUID schoolId, String providerRole) {
        return new RolePlace(Role.PROVIDER, schoolId, null, providerRole);
    }
}
