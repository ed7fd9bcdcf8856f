package lv.pumpurs.core.identity;

import lv.pumpurs.spi.Role;

/**
 * How far a role reaches, each with the period for which it does. What lies outside does not exist for the reader: a
 * learner there is 404. Which learners a scope holds is said once, by the database view {@code spi_learner_access}, as
 * part of every query; a test holds the view and this equal.
 */
public enum Scope {
    /** Learners enrolled now in the class that the role names, in the school year that contains today. */
    OWN_CLASS,
    /** Learners with a measure of this person in a plan that is neither terminated nor rejected. */
    OWN_MEASURES,
    /**
     * Whoever is enrolled at the school that the role names, or was and is at no other of the tenant since, from the
     * role's first to its last day. Of a learner who went to another school, the plans that this one wrote.
     */
    SCHOOL,
    /** The whole tenant, from the role's first to its last day. */
    TENANT,
    /** The school that a grant names, or the whole tenant if it names none, until the grant's last day. */
    GRANT,
    /** The whole tenant, if a grant names no school, until its last day: what cannot be cut down to one school. */
    GRANT_OF_TENANT,
    /** The tenant that an operator has entered with a reason, until the entry is left or expires. */
    ENTERED_TENANT,
    /** Plans that a reviewer has opened from the queue, until each stay is left or expires. */
    REVIEWED_PLANS,
    /** The registry of tenants, from the office's first to its last day; no tenant's rows. */
    NATION,
    /** Children whom the person represents today. */
    OWN_CHILDREN,
    /** Oneself, as an adult learner with a login. */
    SELF;

    /**
     * The scope that a role has wherever the matrix says nothing else.
     *
     * @param role the role
     * @return its scope
     */
    public static Scope of(Role role) {
        return switch (role) {
            case CLASS_TEACHER -> OWN_CLASS;
            case PROVIDER -> OWN_MEASURES;
            case PLAN_AUTHOR, SCHOOL_COORDINATOR, SCHOOL_DIRECTOR, SCHOOL_ADMIN -> SCHOOL;
            case TENANT_COORDINATOR, TENANT_ADMIN -> TENANT;
            case OPERATOR_ADMIN -> ENTERED_TENANT;
            case OPERATOR_REVIEWER -> REVIEWED_PLANS;
            case AUDITOR -> GRANT;
            case GUARDIAN -> OWN_CHILDREN;
            case LEARNER -> SELF;
        };
    }

    /** Whether a holder is the learner or stands for one. */
    boolean isFamily() {
        return this == OWN_CHILDREN || this == SELF;
    }

    /** Whether a holder may have a school's own plans in reach, wherever their learners are now. */
    boolean mayBeSchool() {
        return this == SCHOOL || this == GRANT;
    }

    /** Whether a holder may reach every learner, which is asked once a query and not once a learner. */
    boolean mayBeWholeTenant() {
        return this == TENANT || this == GRANT || this == GRANT_OF_TENANT || this == ENTERED_TENANT;
    }

    /** Whether a holder may reach some learners only, which is asked learner by learner. */
    boolean mayBePart() {
        return this == GRANT || (!mayBeWholeTenant() && this != NATION);
    }
}
