package lv.pumpurs.core.learner;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A learner who has come of age and stands for oneself from now on.
 *
 * @param bornOn day of birth
 * @param email the learner's own address, to which the invitation goes
 */
public record ComeOfAge(@NotNull LocalDate bornOn, @NotBlank @Email @Size(max = 254) String email) {}
