package lv.pumpurs.consultations;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees who holds a code, and no login: one consultation, and of the learner the initials.
 *
 * @param stage ASK for the code, WRONG code, SHOW the consultation, or DONE
 * @param code the code that was right, to be sent along with the confirmation
 * @param about the consultation; null before the code was right
 */
public record ConfirmView(String stage, @Nullable String code, @Nullable About about) {

    /**
     * The consultation.
     *
     * @param initials of the learner
     * @param heldOn the day
     * @param startsAt when it began
     * @param minutes how long it took
     * @param subject subject or topic
     */
    public record About(String initials, LocalDate heldOn, @Nullable LocalTime startsAt, int minutes, String subject) {}

    static ConfirmView of(String stage) {
        return new ConfirmView(stage, null, null);
    }
}
