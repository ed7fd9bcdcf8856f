package lv.pumpurs.core.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An approved edition of a plan.
 *
 * @param number from 1
 * @param from the day of its last approval
 * @param until the day on which the next one was approved; null for what is in force
 * @param authorName who wrote it
 */
public record EditionLink(int number, LocalDate from, @Nullable LocalDate until, String authorName) {}
