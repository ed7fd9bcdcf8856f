package lv.pumpurs.core.personnel;

import java.time.LocalDate;
import java.util.UUID;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * A role of a member of staff.
 *
 * @param id key
 * @param role the role
 * @param schoolId key of the school, null for the whole tenant
 * @param schoolName name of the school
 * @param className the class of a class teacher
 * @param profession code of a provider's profession
 * @param from first day
 * @param to last day, null if nobody has set one
 * @param deputyFor name of the one whom the person stands in for, null for the own role
 * @param state {@code NOW}, {@code LATER} or {@code ENDED}
 */
public record RoleLine(UUID id, Role role, @Nullable UUID schoolId, @Nullable String schoolName,
        @Nullable String className, @Nullable String profession, LocalDate from, @Nullable LocalDate to,
        @Nullable String deputyFor, String state) {

    static RoleLine of(Object[] row) {
        String last = (String) row[8];
        return new RoleLine((UUID) row[0], Role.valueOf((String) row[2]), (UUID) row[3], (String) row[4],
                (String) row[5], (String) row[6], LocalDate.parse((String) row[7]),
                last == null ? null : LocalDate.parse(last), (String) row[9], (String) row[10]);
    }

    /**
     * Whether there is anything left to end.
     *
     * @return false for a role that has ended
     */
    public boolean lasts() {
        return !state.equals("ENDED");
    }
}
