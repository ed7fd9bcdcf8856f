package lv.pumpurs.core.personnel;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.staff.RolePeriod;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.staff.Staff;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * A role that somebody is about to grant.
 *
 * @param granter who grants it
 * @param personId to whom
 * @param asked what was asked for
 * @param professions professions of the catalogue
 * @param holder whom the person shall stand in for; null if nobody was named, or there is no such person
 * @param today the day it is
 */
record Grant(Granter granter, UUID personId, GrantRole asked, Set<String> professions, @Nullable Staff holder,
        LocalDate today) {

    /** The role and its place; to be asked for once the rules have passed. */
    RolePlace place() {
        Role role = role();
        return new RolePlace(role, asked.school(), role == Role.CLASS_TEACHER ? asked.classText() : null,
                role == Role.PROVIDER ? asked.profession() : null);
    }

    /** From when to when. */
    RolePeriod period() {
        return new RolePeriod(Objects.requireNonNull(asked.from()), asked.to());
    }

    Role role() {
        return Objects.requireNonNull(asked.role());
    }
}
