package lv.pumpurs.consultations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Giving a sheet back to its provider.
 *
 * @param version version that was read; a program says it by {@code If-Match}
 * @param reason what is wrong, in words
 */
public record ReturnSheet(@Nullable Integer version, @NotBlank @Size(max = 400) String reason) {

    /** Without what surrounds it, so that nothing but white space is nothing. */
    public ReturnSheet {
        reason = Typed.bare(reason);
    }
}
