package lv.pumpurs.consultations;

import org.jspecify.annotations.Nullable;

/**
 * Handing a month in.
 *
 * @param month year and month; in one that is none there is nothing
 * @param known whether the provider knows what only warns, and goes on
 */
public record HandIn(@Nullable String month, boolean known) {}
