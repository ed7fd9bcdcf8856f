package lv.pumpurs.consultations;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What is typed to write down a consultation that was held, or to plan one.
 *
 * @param measures keys of the measures, one a learner, parted by commas; may be left out where the path names a learner
 *        with one measure of the caller's
 * @param heldOn the day
 * @param startsAt when it begins
 * @param minutes length, 1 to 480
 * @param subject subject or topic, at most 80 characters
 * @param mode how it is held; left out: in person
 * @param planned whether it is still to be held
 * @param known whether the caller knows what was warned of
 */
public record RecordConsultation(@Nullable @Size(max = 2000) String measures, @NotNull LocalDate heldOn,
        @Nullable LocalTime startsAt, @NotNull @Min(1) @Max(480) Integer minutes,
        @NotBlank @Size(max = 80) String subject, @Nullable Mode mode, boolean planned, boolean known) {

    /** Without what surrounds it, so that nothing but white space is nothing. */
    public RecordConsultation {
        subject = Typed.bare(subject);
    }

    /** Whether it was held already. */
    boolean held() {
        return !planned;
    }

    /** How it is held. */
    Mode way() {
        return mode == null ? Mode.IN_PERSON : mode;
    }
}
