package lv.pumpurs.core.plan;

import java.time.LocalDate;

/**
 * The days between which a plan can be active: its semester, as long as the learner's grade is taught.
 *
 * @param first first day of the semester
 * @param last last day of teaching for the learner's grade
 */
public record PlanDays(LocalDate first, LocalDate last) {

    /**
     * A span of days.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public PlanDays {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("A semester ends after it begins");
        }
    }

    /** Whether a day is one of these. */
    boolean hold(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** The first of these days that is not before a day. */
    LocalDate from(LocalDate day) {
        return day.isBefore(first) ? first : day;
    }
}
