package lv.pumpurs.consultations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What somebody types who holds a code.
 *
 * @param code the code
 * @param sure whether the consultation was looked at and is confirmed
 */
public record TypeCode(@NotBlank @Size(max = 40) String code, boolean sure) {}
