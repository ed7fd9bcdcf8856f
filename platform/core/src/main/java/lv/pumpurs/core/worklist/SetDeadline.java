package lv.pumpurs.core.worklist;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long a piece of work may take, from a day on.
 *
 * @param days 0 to 366 days; null for no limit
 * @param validFrom the first day on which that holds, today or later
 */
public record SetDeadline(@Nullable @Min(0) @Max(366) Integer days, @NotNull LocalDate validFrom) {}
