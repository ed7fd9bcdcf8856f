package lv.pumpurs.core.learnercode;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Somebody needs a whole personal code.
 *
 * @param reason what for; it is kept in the log of readings
 */
public record RevealCode(@NotBlank @Size(min = 10, max = 500) String reason) {}
