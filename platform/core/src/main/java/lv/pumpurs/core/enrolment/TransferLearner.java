package lv.pumpurs.core.enrolment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A learner goes to another school of the tenant.
 *
 * @param school the new school
 * @param day first day there
 * @param className the new class
 * @param grade its grade, or its year of vocational education
 * @param vocational whether it is a year of vocational education
 */
public record TransferLearner(@NotNull UUID school, @NotNull LocalDate day, @NotBlank @Size(max = 20) String className,
        @NotNull @Min(1) @Max(12) Integer grade, boolean vocational) {}
