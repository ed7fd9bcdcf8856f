package lv.pumpurs.consultations;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * What is typed to record a held consultation; the learner is in the path.
 *
 * @param heldOn the day, not in the future
 * @param subject subject or topic, at most 80 characters
 * @param minutes length, 1 to 480
 */
public record RecordConsultation(@NotNull LocalDate heldOn, @NotBlank @Size(max = 80) String subject,
        @NotNull @Min(1) @Max(480) Integer minutes) {}
