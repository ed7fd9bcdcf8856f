package lv.pumpurs.core.learner;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Somebody who shall stand for a learner.
 *
 * @param givenName given name
 * @param familyName family name
 * @param email address to which the invitation goes, and with which the person signs in
 * @param relation as what
 * @param from first day
 */
public record AddGuardian(@NotBlank @Size(max = 100) String givenName, @NotBlank @Size(max = 100) String familyName,
        @NotBlank @Email @Size(max = 254) String email, @NotNull Relation relation, @NotNull LocalDate from) {}
