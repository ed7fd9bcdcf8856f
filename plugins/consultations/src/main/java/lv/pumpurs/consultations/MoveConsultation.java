package lv.pumpurs.consultations;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Moving a consultation to another time.
 *
 * @param version version that was read; a program says it by {@code If-Match}
 * @param heldOn the new day
 * @param startsAt when it begins then
 * @param minutes how long it takes, 1 to 480
 * @param known whether the caller knows what was warned of
 */
public record MoveConsultation(@Nullable Integer version, @NotNull LocalDate heldOn, @NotNull LocalTime startsAt,
        @NotNull @Min(1) @Max(480) Integer minutes, boolean known) {}
