package lv.pumpurs.core.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a plan rested.
 *
 * @param since first day
 * @param until the day on which it went on, or ended; null while it rests
 * @param reason why
 */
public record RestView(LocalDate since, @Nullable LocalDate until, String reason) {}
