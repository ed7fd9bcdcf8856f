package lv.pumpurs.consultations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Not paying for a consultation that was accepted.
 *
 * @param version version of the consultation that was read; a program says it by {@code If-Match}
 * @param reason why, in words
 */
public record Disallow(@Nullable Integer version, @NotBlank @Size(max = 400) String reason) {

    /** Without what surrounds it, so that nothing but white space is nothing. */
    public Disallow {
        reason = Typed.bare(reason);
    }
}
