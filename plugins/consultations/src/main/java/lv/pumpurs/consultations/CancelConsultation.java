package lv.pumpurs.consultations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Calling a consultation off.
 *
 * @param version version that was read; a program says it by {@code If-Match}
 * @param reason why, in words
 * @param all whether it is called off for everybody of the session who is still expected
 */
public record CancelConsultation(@Nullable Integer version, @NotBlank @Size(max = 400) String reason, boolean all) {

    /** Without what surrounds it, so that nothing but white space is nothing. */
    public CancelConsultation {
        reason = Typed.bare(reason);
    }
}
