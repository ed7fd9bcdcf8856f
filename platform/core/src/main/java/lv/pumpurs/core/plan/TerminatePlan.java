package lv.pumpurs.core.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Ending an active plan before its time.
 *
 * @param version version of the plan that was read; a program says it by {@code If-Match}
 * @param reason why
 */
public record TerminatePlan(@Nullable Integer version, @NotBlank @Size(max = 1000) String reason) {}
