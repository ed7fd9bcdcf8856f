package lv.pumpurs.core.privacy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * How long plans of a programme are kept, from a day on.
 *
 * @param years 1 to 75
 * @param countedFrom from when on
 * @param validFrom the first day on which that holds, today or later
 */
public record SetRetention(@NotNull @Min(1) @Max(75) Integer years, @NotNull CountedFrom countedFrom,
        @NotNull LocalDate validFrom) {}
