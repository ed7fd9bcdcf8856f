package lv.pumpurs.core.personnel;

import java.util.EnumSet;
import java.util.Set;
import lv.pumpurs.spi.Role;

/**
 * The roles that a role may grant and end: a school's administrator those of the school's own work, a municipality's
 * every role of staff. A director is the municipality's to name, and so is whoever administers a school.
 */
final class Grantable {

    /** What a school may grant. */
    static final Set<Role> BY_SCHOOL = Set.of(Role.CLASS_TEACHER, Role.PROVIDER, Role.PLAN_AUTHOR,
            Role.SCHOOL_COORDINATOR);

    /** What a municipality may grant: all roles of staff. */
    static final Set<Role> BY_TENANT = Set.of(Role.CLASS_TEACHER, Role.PROVIDER, Role.PLAN_AUTHOR,
            Role.SCHOOL_COORDINATOR, Role.SCHOOL_DIRECTOR, Role.SCHOOL_ADMIN, Role.TENANT_COORDINATOR,
            Role.TENANT_ADMIN, Role.AUDITOR);

    private Grantable() {}

    /**
     * What a role may grant.
     *
     * @param granter the role
     * @return empty for most
     */
    static Set<Role> by(Role granter) {
        return switch (granter) {
            case TENANT_ADMIN -> BY_TENANT;
            case SCHOOL_ADMIN -> BY_SCHOOL;
            default -> Set.of();
        };
    }

    /** What any of several roles may grant, in one order. */
    static Set<Role> by(Set<Role> granters) {
        Set<Role> all = EnumSet.noneOf(Role.class);
        granters.forEach(role -> all.addAll(by(role)));
        return all;
    }
}
