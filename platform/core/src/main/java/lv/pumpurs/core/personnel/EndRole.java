package lv.pumpurs.core.personnel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a role shall end.
 *
 * @param lastDay the last day on which it holds
 * @param now whether it is taken away at once, whatever the day says
 */
public record EndRole(@Nullable LocalDate lastDay, boolean now) {}
