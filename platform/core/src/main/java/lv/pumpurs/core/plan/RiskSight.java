package lv.pumpurs.core.plan;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lv.pumpurs.core.identity.InScope;
import lv.pumpurs.spi.Role;

/**
 * How much of a risk of a special category (health, offending: articles 9 and 10 of the GDPR) a reader of the plan sees.
 * The matrix is here and nowhere else: statements, documents and papers ask it. What a person sees goes by
 * the roles that reach this plan. Whoever gives a measure against a risk sees that risk, as ever without its evidence.
 */
public enum RiskSight {
    /** All of it. */
    FULL,
    /** Which risk it is and how grave, not a word on what shows it. */
    NAMED,
    /** That there is something of its group. */
    GROUP;

    /** Code of a risk of which the reader sees the group only. */
    public static final String RESTRICTED = "RESTRICTED";

    private static final Map<Role, RiskSight> MATRIX = new EnumMap<>(Map.of(Role.PLAN_AUTHOR, FULL,
            Role.SCHOOL_COORDINATOR, FULL, Role.SCHOOL_DIRECTOR, FULL, Role.GUARDIAN, FULL, Role.LEARNER, FULL,
            Role.TENANT_COORDINATOR, NAMED, Role.OPERATOR_REVIEWER, NAMED));

    /**
     * What a role sees.
     *
     * @param role any role
     * @return the group only for whoever is not named in the matrix
     */
    public static RiskSight of(Role role) {
        return MATRIX.getOrDefault(role, GROUP);
    }

    /**
     * Fills the places of a statement about a plan {@code p}: {@code {full}} and {@code {named}} are the conditions that
     * the reader sees so much, {@code {open}} that a risk {@code r} can be named.
     *
     * @param sql the statement
     * @param person the parameter that holds the reader's key
     * @param roles the reader's roles that may read plans
     * @return the statement
     */
    public static String in(String sql, String person, Set<Role> roles) {
        return sql.replace("{open}", "(r.special_category = 'NONE' or {named} or m.provider_id = " + person + ")")
            .replace("{named}", reached(NAMED, person, roles))
            .replace("{full}", reached(FULL, person, roles));
    }

    private static String reached(RiskSight least, String person, Set<Role> roles) {
        return InScope.plan("p", person, roles.stream()
            .filter(role -> of(role).compareTo(least) <= 0)
            .collect(Collectors.toUnmodifiableSet()));
    }
}
