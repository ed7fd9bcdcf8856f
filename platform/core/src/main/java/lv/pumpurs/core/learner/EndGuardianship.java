package lv.pumpurs.core.learner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When somebody stops standing for a learner.
 *
 * @param lastDay the last day
 * @param now whether access ends at once, whatever the day says
 */
public record EndGuardianship(@Nullable LocalDate lastDay, boolean now) {}
