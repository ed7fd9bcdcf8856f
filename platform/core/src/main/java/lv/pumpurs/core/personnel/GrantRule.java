package lv.pumpurs.core.personnel;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import lv.pumpurs.core.staff.RolePeriod;
import lv.pumpurs.spi.Role;

/**
 * When a role may be granted. They are asked in order: a later one may rely on those before it.
 *
 * @param problem how it is refused else
 * @param rule a sentence of the domain
 */
record GrantRule(PersonnelProblem problem, Predicate<Grant> rule) {

    /** A role is named. */
    static final GrantRule ROLE = new GrantRule(PersonnelProblem.NO_ROLE, grant -> grant.asked().role() != null);

    /** Nobody grants a role to themselves. */
    static final GrantRule NOT_TO_ONESELF = new GrantRule(PersonnelProblem.OWN_ROLE,
            grant -> !grant.personId().equals(grant.granter().personId()));

    /** The granter's own roles grant it: a school's fewer than a municipality's. */
    static final GrantRule GRANTABLE = new GrantRule(PersonnelProblem.NOT_GRANTABLE,
            grant -> grant.granter().mayGrant(grant.role()));

    /** It is held where the granter may grant it; in a school, unless it is a role of the whole tenant. */
    static final GrantRule SCHOOL = new GrantRule(PersonnelProblem.NO_SCHOOL,
            grant -> (grant.role() == Role.AUDITOR
                    || Set.of(Role.TENANT_COORDINATOR, Role.TENANT_ADMIN)
                        .contains(grant.role()) == (grant.asked().school() == null))
                    && grant.granter().mayGrant(grant.role(), grant.asked().school()));

    /** A class teacher has a class. */
    static final GrantRule CLASS = new GrantRule(PersonnelProblem.NO_CLASS,
            grant -> grant.role() != Role.CLASS_TEACHER || grant.asked().classText() != null);

    /** A provider has a profession. */
    static final GrantRule PROFESSION = new GrantRule(PersonnelProblem.NO_PROFESSION,
            grant -> grant.role() != Role.PROVIDER
                    || (grant.asked().profession() != null
                            && grant.professions().contains(grant.asked().profession())));

    /** There is a first day. */
    static final GrantRule FIRST_DAY = new GrantRule(PersonnelProblem.NO_FIRST_DAY,
            grant -> grant.asked().from() != null);

    /** It ends neither before it begins nor before today. */
    static final GrantRule LAST_DAY = new GrantRule(PersonnelProblem.LAST_DAY,
            grant -> grant.asked().to() == null || (!grant.asked().to().isBefore(grant.asked().from())
                    && !grant.asked().to().isBefore(grant.today())));

    /** An auditor's grant and a deputy's role have a last day. */
    static final GrantRule ENDS = new GrantRule(PersonnelProblem.NEEDS_LAST_DAY,
            grant -> grant.asked().to() != null
                    || (grant.role() != Role.AUDITOR && grant.asked().deputyFor() == null));

    /** A deputy stands in for somebody else who holds the very role, as the own one, on all of these days. */
    static final GrantRule DEPUTY = new GrantRule(PersonnelProblem.NOT_THE_HOLDERS, GrantRule::ofHolder);

    static final List<GrantRule> ALL = List.of(ROLE, NOT_TO_ONESELF, GRANTABLE, SCHOOL, CLASS, PROFESSION, FIRST_DAY,
            LAST_DAY, ENDS, DEPUTY);

    private static boolean ofHolder(Grant grant) {
        if (grant.asked().deputyFor() == null) {
            return true;
        }
        RolePeriod period = grant.period();
        return grant.holder() != null && !grant.holder().id().equals(grant.personId())
                && grant.holder()
                    .roles()
                    .stream()
                    .anyMatch(held -> held.deputyFor() == null && held.place().equals(grant.place())
                            && held.period().covers(period));
    }

    void check(Grant grant) {
        problem.unless(rule.test(grant));
    }
}
