package lv.pumpurs.core.personnel;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.invitation.Invitations;
import lv.pumpurs.core.staff.Accounts;
import lv.pumpurs.core.staff.Staff;
import lv.pumpurs.core.staff.StaffMembers;
import lv.pumpurs.core.staff.StaffRole;
import lv.pumpurs.core.web.WebProblem;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;

/**
 * Gives people roles and takes them away, each act as a whole. What refuses a role is asked before anything is changed,
 * so that the page that says so can be read in the same transaction.
 */
@Dependent
@Transactional
public class Appointing {

    private final StaffMembers members;
    private final Personnel personnel;
    private final Accounts accounts;
    private final Invitations invitations;
    private final Caller caller;
    private final InstantSource clock;

    /**
     * On the bound tenant.
     *
     * @param members who works there
     * @param personnel as the caller sees them
     * @param accounts everybody who may have a login: a parent who becomes staff keeps the key
     * @param invitations of the tenant
     * @param caller who acts
     * @param clock business time
     */
    @Inject
    public Appointing(StaffMembers members, Personnel personnel, Accounts accounts, Invitations invitations,
            Caller caller, InstantSource clock) {
        this.members = members;
        this.personnel = personnel;
        this.accounts = accounts;
        this.invitations = invitations;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Takes somebody in with a first role, and notes that an invitation is to be sent. Whoever is there already, by the
     * address, keeps name and key.
     *
     * @param input who, and the role
     * @return the person's key
     */
    UUID invite(InviteStaff input) {
        PersonnelProblem.NO_NAME.unless(input.isNamed());
        PersonnelProblem.NO_ADDRESS.unless(input.isAddressed());
        UUID key = accounts.keyOf(InviteStaff.text(input.email())).orElseGet(Ids::next);
        Grant grant = grant(key, input.asked());
        GrantRule.ALL.forEach(rule -> rule.check(grant));
        Staff person = members.ensure(new Staff(key, InviteStaff.text(input.email()),
                InviteStaff.text(input.givenName()), InviteStaff.text(input.familyName())));
        give(person, grant);
        invitations.ask(person.id());
        return person.id();
    }

    /**
     * Gives somebody a role.
     *
     * @param id to whom
     * @param roles the caller's roles by which staff may be changed
     * @param asked the role
     */
    @Transactional(dontRollbackOn = Refused.class)
    void grant(UUID id, Set<Role> roles, GrantRole asked) {
        Staff person = taken(id, roles);
        Grant grant = grant(id, asked);
        GrantRule.ALL.forEach(rule -> rule.check(grant));
        give(person, grant);
    }

    /**
     * Ends a role.
     *
     * @param id whose
     * @param roles the caller's roles by which staff may be changed
     * @param roleId which
     * @param when the last day, or at once
     */
    @Transactional(dontRollbackOn = Refused.class)
    void end(UUID id, Set<Role> roles, UUID roleId, EndRole when) {
        StaffRow seen = personnel.find(id, caller.personId(), roles).orElseThrow(Appointing::nobody);
        Staff person = taken(id, roles);
        StaffRole role = person.role(roleId)
            .filter(one -> seen.roles().stream().anyMatch(line -> line.id().equals(roleId)))
            .orElseThrow(Appointing::nobody);
        PersonnelProblem.NO_LAST_DAY.unless(when.now() || when.lastDay() != null);
        LocalDate lastDay = when.now() ? null : when.lastDay();
        EndRule.check(personnel.granter(caller.personId()), person, role, lastDay, today());
        person.end(role, lastDay, today());
    }

    /** Asks again for an invitation. */
    void askAgain(UUID id, Set<Role> roles) {
        taken(id, roles);
        invitations.ask(id);
    }

    private Staff taken(UUID id, Set<Role> roles) {
        return personnel.find(id, caller.personId(), roles)
            .flatMap(seen -> members.take(id))
            .orElseThrow(Appointing::nobody);
    }

    private Grant grant(UUID person, GrantRole asked) {
        UUID holder = asked.deputyFor();
        return new Grant(personnel.granter(caller.personId()), person, asked, Set.copyOf(personnel.professions()),
                holder == null ? null : members.find(holder).orElse(null), today());
    }

    /** The very same role granted again changes nothing; one that holds on some of the days must be ended first. */
    private static void give(Staff person, Grant grant) {
        for (StaffRole held : person.roles()) {
            if (held.place().equals(grant.place()) && held.period().overlaps(grant.period())) {
                PersonnelProblem.HELD_ALREADY.unless(held.period().equals(grant.period())
                        && Objects.equals(held.deputyFor(), grant.asked().deputyFor()));
                return;
            }
        }
        person.grant(grant.place(), grant.period(), grant.asked().deputyFor());
    }

    /** Out of reach and not there look the same. */
    private static Refused nobody() {
        return new Refused(WebProblem.NOT_FOUND);
    }

    private LocalDate today() {
        return BusinessTime.today(clock);
    }
}
