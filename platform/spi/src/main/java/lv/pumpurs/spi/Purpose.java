package lv.pumpurs.spi;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * What for somebody reads about people. It follows from the roles that let the person in; nobody is asked for it on a
 * page. A person let in by several roles reads for all of their purposes: which one it was is not guessed.
 */
public enum Purpose {
    /** The school's own work with its learners. */
    SUPPORT,
    /** Keeping rosters, staff, rights and settings. */
    ADMINISTRATION,
    /** The municipality, or the nation's reviewer, looks after the schools' work. */
    OVERSIGHT,
    /** An auditor's time-limited grant. */
    AUDIT,
    /** A person of the national operator, for the reason of a recorded entry. */
    OPERATION,
    /** The own child, or the own file. */
    FAMILY;

    /**
     * The purposes of roles.
     *
     * @param roles the roles by which somebody may
     * @return empty without a role
     */
    public static Set<Purpose> of(Collection<Role> roles) {
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        roles.forEach(role -> purposes.add(of(role)));
        return purposes;
    }

    private static Purpose of(Role role) {
        return switch (role) {
            case CLASS_TEACHER, PROVIDER, PLAN_AUTHOR, SCHOOL_COORDINATOR, SCHOOL_DIRECTOR -> SUPPORT;
            case SCHOOL_ADMIN, TENANT_ADMIN -> ADMINISTRATION;
            case TENANT_COORDINATOR, OPERATOR_REVIEWER -> OVERSIGHT;
            case AUDITOR -> AUDIT;
            case OPERATOR_ADMIN -> OPERATION;
            case GUARDIAN, LEARNER -> FAMILY;
        };
    }
}
