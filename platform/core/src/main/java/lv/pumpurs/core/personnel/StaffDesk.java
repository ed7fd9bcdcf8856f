package lv.pumpurs.core.personnel;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.invitation.Invitation;
import lv.pumpurs.core.invitation.Invitations;
import lv.pumpurs.core.personnel.GrantView.Choices;
import lv.pumpurs.core.personnel.GrantView.Named;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.ReadLog.Narrowing;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/** The pages about staff, put together for the caller, each with its line in the log of readings. */
@Dependent
@Transactional
public class StaffDesk {

    private final Personnel personnel;
    private final Invitations invitations;
    private final Caller caller;
    private final ReadLog readLog;
    private final InstantSource clock;

    /**
     * One per request.
     *
     * @param personnel of the bound tenant
     * @param invitations how far they are
     * @param caller who asks
     * @param readLog where it is written down who was shown whom
     * @param clock business time
     */
    @Inject
    public StaffDesk(Personnel personnel, Invitations invitations, Caller caller, ReadLog readLog,
            InstantSource clock) {
        this.personnel = personnel;
        this.invitations = invitations;
        this.caller = caller;
        this.readLog = readLog;
        this.clock = clock;
    }

    StaffListView list(StaffFilter filter, ListQuery asked) {
        Set<Role> roles = caller.rolesWith(Permissions.STAFF_READ);
        List<StaffRow> page = personnel.page(filter, asked, caller.personId(), roles);
        readLog.listed(page.size(), filter.narrowings());
        return new StaffListView(page, asked.of(personnel.count(filter, caller.personId(), roles)), filter,
                personnel.schools(caller.personId(), roles), caller.may(Permissions.STAFF_WRITE));
    }

    StaffView one(UUID id) {
        StaffRow person = found(id, Permissions.STAFF_READ);
        Granter granter = personnel.granter(caller.personId());
        boolean own = id.equals(caller.personId());
        List<UUID> endable = own
                ? List.of()
                : person.roles()
                    .stream()
                    .filter(role -> role.lasts() && granter.mayGrant(role.role(), role.schoolId()))
                    .map(RoleLine::id)
                    .toList();
        return new StaffView(person, invitations.state(id).map(Invitation.State::name).orElse(null), endable,
                !own && caller.may(Permissions.STAFF_WRITE));
    }

    /** The form for an invitation, or with a person for a role. */
    GrantView form(@Nullable UUID id, Map<String, String> typed, Map<String, String> errors) {
        StaffRow person = id == null ? null : found(id, Permissions.STAFF_WRITE);
        Set<Role> roles = caller.rolesWith(Permissions.STAFF_WRITE);
        Set<Role> grantable = personnel.granter(caller.personId()).grantable();
        List<Named> holders = personnel.holders(grantable, caller.personId(), roles)
            .stream()
            .filter(one -> !one.id().equals(id))
            .toList();
        if (person == null) {
            readLog.listed(holders.size(), List.of());
        }
        return new GrantView(person == null ? null : named(person), new Choices(List.copyOf(grantable),
                personnel.schools(caller.personId(), roles), personnel.professions(), holders), typed, errors);
    }

    EndView end(UUID id, UUID roleId, @Nullable LocalDate lastDay, Map<String, String> errors) {
        StaffRow person = found(id, Permissions.STAFF_WRITE);
        RoleLine line = person.roles()
            .stream()
            .filter(role -> role.id().equals(roleId))
            .findFirst()
            .orElseThrow(NotFoundException::new);
        return new EndView(named(person), line, today(), lastDay, errors);
    }

    LocalDate today() {
        return BusinessTime.today(clock);
    }

    /** A member of staff out of reach and one who does not exist look the same. */
    private StaffRow found(UUID id, String permission) {
        StaffRow person = personnel.find(id, caller.personId(), caller.rolesWith(permission))
            .orElseThrow(NotFoundException::new);
        readLog.listed(1, List.of(Narrowing.PERSON));
        return person;
    }

    private static Named named(StaffRow person) {
        return new Named(person.id(), person.givenName() + " " + person.familyName());
    }
}
