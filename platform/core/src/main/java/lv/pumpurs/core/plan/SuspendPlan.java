package lv.pumpurs.core.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Letting an active plan rest.
 *
 * @param version version of the plan that was read; a program says it by {@code If-Match}
 * @param on the day from which nothing is given; today if it is left out
 * @param reason why
 */
public record SuspendPlan(@Nullable Integer version, @Nullable LocalDate on,
        @NotBlank @Size(max = 1000) String reason) {}
