package lv.pumpurs.core.staff;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a role holds.
 *
 * @param from first day
 * @param to last day, or null for as long as nobody ends it
 */
public record RolePeriod(LocalDate from, @Nullable LocalDate to) {

    /**
     * A period.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public RolePeriod {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("A role cannot end before it began");
        }
    }

    /**
     * Whether there is a day in both.
     *
     * @param other another period
     * @return true if so
     */
    public boolean overlaps(RolePeriod other) {
        return !startsAfterEndOf(other) && !other.startsAfterEndOf(this);
    }

    /**
     * Whether every day of another period is in this one.
     *
     * @param other another period
     * @return true if so
     */
    public boolean covers(RolePeriod other) {
        LocalDate theirEnd = other.to;
        return !other.from.isBefore(from) && (to == null || (theirEnd != null && !theirEnd.isAfter(to)));
    }

    private boolean startsAfterEndOf(RolePeriod other) {
        return other.to != null && from.isAfter(other.to);
    }
}
