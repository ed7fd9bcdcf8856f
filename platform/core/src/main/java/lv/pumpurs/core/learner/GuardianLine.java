package lv.pumpurs.core.learner;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who stands, or stood, for a learner.
 *
 * @param id key of the guardianship
 * @param guardianId the person's key
 * @param name given and family name
 * @param email address of the login, null if nobody has told it
 * @param relation code, for instance {@code PARENT}
 * @param from first day
 * @param to last day, null while nobody has set one
 * @param state {@code NOW}, {@code LATER} or {@code ENDED}
 * @param invitation how far the invitation is, null for somebody whom nobody has invited
 * @param phone telephone, null if nobody has told it
 */
public record GuardianLine(UUID id, UUID guardianId, String name, @Nullable String email, String relation,
        LocalDate from,
        @Nullable LocalDate to, String state, @Nullable String invitation, @Nullable String phone) {

    static GuardianLine of(Object[] row) {
        String last = (String) row[6];
        return new GuardianLine((UUID) row[0], (UUID) row[1], (String) row[2], (String) row[3], (String) row[4],
                LocalDate.parse((String) row[5]), last == null ? null : LocalDate.parse(last), (String) row[7],
                (String) row[8], (String) row[9]);
    }

    /**
     * Whether there is anything left to end.
     *
     * @return false for a guardianship that has ended
     */
    public boolean lasts() {
        return !state.equals("ENDED");
    }

    /**
     * Whether the person can be invited and was not.
     *
     * @return false for somebody without an address, and for one who was asked
     */
    public boolean canBeInvited() {
        return lasts() && invitation == null && email != null;
    }
}
