package lv.pumpurs.core.identity;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lv.pumpurs.spi.Role;

/**
 * Whether a person reaches a learner or a plan, as a condition of a native query: scope is part of the query, never a
 * filter afterwards. What a scope holds is the database's to say ({@code spi_learner_access}).
 *
 * <p>The text names the views of the reader's roles only ({@code reach_of_<role>}): with all roles' branches in it,
 * planning cost ten times what running did. Whoever has the whole tenant is asked for once a statement instead of once
 * a learner.
 */
public final class InScope {

    private InScope() {}

    /**
     * Whether a learner is in reach.
     *
     * @param learner the column that holds the learner's key, for instance {@code l.id}
     * @param person the parameter that holds the person's key, for instance {@code ?1}
     * @param roles the person's roles that hold the permission; none reaches nobody
     * @return the condition
     */
    public static String learner(String learner, String person, Set<Role> roles) {
        Set<Role> whole = those(roles, Scope::mayBeWholeTenant);
        Set<Role> part = those(roles, Scope::mayBePart);
        String all = "exists (select 1 from whole_tenant_today w where w.person_id = %s and w.role in (%s))"
            .formatted(person, constants(whole));
        String some = "exists (select 1 from %s a where a.learner_id = %s and a.person_id = %s)"
            .formatted(reach(part), learner, person);
        if (whole.isEmpty()) {
            return part.isEmpty() ? nobody(person) : some;
        }
        return part.isEmpty() ? all : "(" + all + " or " + some + ")";
    }

    /**
     * Whether a plan is in reach: its learner is, and if by nothing but a provider's role, one of its measures is the
     * person's own; an operator's reviewer has opened this very plan. A school also reads its own plans of a learner who
     * went to another one. A family reads what was approved, and no draft.
     *
     * @param plan alias of {@code support_plan}, for instance {@code p}
     * @param person the parameter that holds the person's key
     * @param roles the person's roles that hold the permission; none reaches no plan
     * @return the condition
     */
    public static String plan(String plan, String person, Set<Role> roles) {
        return ways(plan, person, roles, true);
    }

    /**
     * Whether a plan is in reach of somebody who is to do something with it: as for reading, but for a school's own
     * plans of a learner who went to another one.
     *
     * @param plan alias of {@code support_plan}, for instance {@code p}
     * @param person the parameter that holds the person's key
     * @param roles the person's roles that hold the permission; none reaches no plan
     * @return the condition
     */
    public static String work(String plan, String person, Set<Role> roles) {
        return ways(plan, person, roles, false);
    }

    private static String ways(String plan, String person, Set<Role> roles, boolean toRead) {
        List<String> ways = new ArrayList<>();
        Set<Role> family = those(roles, Scope::isFamily);
        Set<Role> byLearner = those(roles,
                scope -> scope != Scope.OWN_MEASURES && scope != Scope.REVIEWED_PLANS && !scope.isFamily());
        if (!byLearner.isEmpty() || roles.isEmpty()) {
            ways.add(learner(plan + ".learner_id", person, byLearner));
        }
        Set<Role> ofSchool = those(roles, Scope::mayBeSchool);
        if (toRead && !ofSchool.isEmpty()) {
            ways.add(school(plan + ".school_id", person, ofSchool));
        }
        if (!family.isEmpty()) {
            ways.add("(%s.approved_on is not null and %s)".formatted(plan,
                    learner(plan + ".learner_id", person, family)));
        }
        if (roles.contains(Role.PROVIDER)) {
            ways.add(("(%s and exists (select 1 from planned_measure o"
                    + " where o.plan_id = %s.id and o.provider_id = %s))")
                .formatted(learner(plan + ".learner_id", person, Set.of(Role.PROVIDER)), plan, person));
        }
        if (roles.contains(Role.OPERATOR_REVIEWER)) {
            ways.add("exists (select 1 from plan_under_review u where u.plan_id = %s.id and u.person_id = %s)"
                .formatted(plan, person));
        }
        return ways.size() == 1 ? ways.getFirst() : "(" + String.join(" or ", ways) + ")";
    }

    /**
     * Whether a school is the person's by a role that is held for that school.
     *
     * @param school the column that holds the school's key, for instance {@code s.id}
     * @param person the parameter that holds the person's key
     * @param roles the person's roles that hold the permission; none reaches no school
     * @return the condition
     */
    public static String school(String school, String person, Set<Role> roles) {
        return "exists (select 1 from staff_role_today r where r.staff_id = %s and r.school_id = %s and r.role in (%s))"
            .formatted(person, school, roles.isEmpty() ? "null" : constants(roles));
    }

    /**
     * Whether somebody reads as nothing but the learner, or a person who stands for one.
     *
     * @param roles the reader's roles that hold the permission
     * @return true for a family, and for nobody
     */
    public static boolean isFamily(Set<Role> roles) {
        return roles.stream().allMatch(role -> Scope.of(role).isFamily());
    }

    /**
     * The roles that show all of a plan: every one but a provider's.
     *
     * @param roles roles that may read plans
     * @return without the provider's
     */
    public static Set<Role> others(Set<Role> roles) {
        return roles.stream().filter(role -> role != Role.PROVIDER).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Role> those(Set<Role> roles, Predicate<Scope> wanted) {
        EnumSet<Role> found = EnumSet.noneOf(Role.class);
        roles.stream().filter(role -> wanted.test(Scope.of(role))).forEach(found::add);
        return found;
    }

    /** Asks of the person, so that the parameter has a place in every text. */
    private static String nobody(String person) {
        return "exists (select 1 from whole_tenant_today w where w.person_id = %s and false)".formatted(person);
    }

    /** One role's view, or those of several as one table. */
    private static String reach(Set<Role> roles) {
        List<String> views = roles.stream()
            .sorted()
            .map(role -> "reach_of_" + role.name().toLowerCase(Locale.ROOT))
            .toList();
        return views.size() == 1
                ? views.getFirst()
                : views.stream()
                    .map(view -> "select person_id, learner_id from " + view)
                    .collect(Collectors.joining(" union all ", "(", ")"));
    }

    /** In one order, so that equal roles give equal statements. */
    private static String constants(Set<Role> roles) {
        return roles.stream().sorted().map(role -> "'" + role.name() + "'").collect(Collectors.joining(", "));
    }
}
