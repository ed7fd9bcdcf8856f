package lv.pumpurs.core.personnel;

import java.time.LocalDate;
import lv.pumpurs.core.staff.Staff;
import lv.pumpurs.core.staff.StaffRole;
import org.jspecify.annotations.Nullable;

/** When a role may be ended, and to which day. */
final class EndRule {

    private EndRule() {}

    /**
     * Refuses what may not be.
     *
     * @param granter who ends it
     * @param person whose it is
     * @param role the role
     * @param lastDay the last day; null takes it away now
     * @param today the day it is
     */
    static void check(Granter granter, Staff person, StaffRole role, @Nullable LocalDate lastDay, LocalDate today) {
        PersonnelProblem.OWN_ROLE.unless(isOfSomebodyElse(granter, person));
        PersonnelProblem.NOT_GRANTABLE.unless(granter.mayGrant(role.place().role(), role.place().schoolId()));
        PersonnelProblem.ENDED_ALREADY.unless(endsSooner(role, lastDay, today));
        PersonnelProblem.LAST_DAY.unless(isPossible(role, lastDay, today));
    }

    /** Nobody ends the own role: so the last administrator of a tenant stays. */
    static boolean isOfSomebodyElse(Granter granter, Staff person) {
        return !granter.personId().equals(person.id());
    }

    /** A role is ended sooner than it would end by itself. */
    static boolean endsSooner(StaffRole role, @Nullable LocalDate lastDay, LocalDate today) {
        LocalDate end = role.period().to();
        return end == null || (lastDay == null ? !end.isBefore(today) : lastDay.isBefore(end));
    }

    /** It ends neither before it began nor in the past: what was done in the role stays done. */
    static boolean isPossible(StaffRole role, @Nullable LocalDate lastDay, LocalDate today) {
        return lastDay == null || (!lastDay.isBefore(role.period().from()) && !lastDay.isBefore(today));
    }
}
