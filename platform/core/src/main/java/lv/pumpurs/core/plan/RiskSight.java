package lv.pumpurs.core.plan;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lv.pumpurs.core.identity.InScope;
import lv.pumpurs.spi.Page;
import lv.pumpurs.spi.RestrictedText;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * How much of a risk of a special category (health, offending: articles 9 and 10 of the GDPR) a reader of the plan sees.
 * The matrix is here and nowhere else: statements, documents and papers ask it. What a person sees goes by
 * the roles that reach this plan. Whoever gives a measure against a risk sees that risk, as ever without its evidence.
 */
public enum RiskSight implements RestrictedText.Sight {
    /** All of it. */
    FULL,
    /** Which risk it is and how grave, not a word on what shows it. */
    NAMED,
    /** That there is something of its group. */
    GROUP;

    /** Code of a risk of which the reader sees the group only. */
    public static final String RESTRICTED = "RESTRICTED";

    private static final Pattern ON_RISK = Pattern.compile("\\{of risk ([\\w.]+)}");
    private static final Pattern ON_MEASURE = Pattern.compile("\\{of measure ([\\w.]+)}");

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
     * the reader sees so much, {@code {open}} that a risk {@code r} can be named. {@code {of risk k.note}} and
     * {@code {of measure m.remark}} are two columns for {@link #told}: the words on the risk {@code r}, or on the measure
     * {@code m}, if they are for the reader; and whether there are any that are for others only. What is said of a measure
     * against a risk of a special category tells of the risk.
     *
     * @param sql the statement
     * @param person the parameter that holds the reader's key
     * @param roles the reader's roles that may read plans
     * @return the statement
     */
    public static String in(String sql, String person, Set<Role> roles) {
        String words = ON_MEASURE
            .matcher(ON_RISK.matcher(sql).replaceAll(told("{all} and (r.special_category = 'NONE' or {full})")))
            .replaceAll(told("""
                (m.provider_id = {person} or {full} or not exists (select 1 from planned_measure_risk x
                 join risk s on s.code = x.risk
                 where x.planned_measure_id = m.id and s.special_category <> 'NONE'))"""));
        return words.replace("{person}", person)
            .replace("{open}", "(r.special_category = 'NONE' or {named} or m.provider_id = " + person + ")")
            .replace("{named}", reached(NAMED, person, roles))
            .replace("{full}", reached(FULL, person, roles));
    }

    private static String told(String condition) {
        return "case when " + condition + " then $1 end, $1 is not null and {all} and {named}";
    }

    /**
     * Restricted words as such a statement read them.
     *
     * @param row what was read
     * @param at the first of the two columns
     * @return open words, or hidden ones of which the reader may know that they are there; null if there are none
     */
    public static @Nullable RestrictedText told(@Nullable Object[] row, int at) {
        if (row[at] instanceof String words) {
            return RestrictedText.of(words).shownTo(FULL);
        }
        return Boolean.TRUE.equals(row[at + 1]) ? RestrictedText.hidden() : null;
    }

    @Override
    public boolean opens() {
        return this == FULL;
    }

    /**
     * Words about risks on a page.
     *
     * @param page the reader's texts
     * @param text the words
     * @return the words; in the place of hidden ones a sentence that says which roles may read them
     */
    public static String words(Page page, RestrictedText text) {
        return text.isShown()
                ? text.shown()
                : page.t("plan.words.hidden", MATRIX.keySet()
                    .stream()
                    .filter(role -> of(role).opens())
                    .map(role -> page.t("role." + role))
                    .collect(Collectors.joining(", ")));
    }

    private static String reached(RiskSight least, String person, Set<Role> roles) {
        return InScope.plan("p", person, roles.stream()
            .filter(role -> of(role).compareTo(least) <= 0)
            .collect(Collectors.toUnmodifiableSet()));
    }
}
