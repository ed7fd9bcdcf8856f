package lv.pumpurs.consultations;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A time at which a consultation is held.
 *
 * @param day the day in Latvia
 * @param startsAt when it begins; null only of those written down before there were times
 * @param minutes how long it takes
 */
record Slot(LocalDate day, @Nullable LocalTime startsAt, int minutes) {

    /** In whole minutes: the last part of a second would be rounded to the next day. */
    Slot {
        startsAt = startsAt == null ? null : startsAt.truncatedTo(ChronoUnit.MINUTES);
    }

    /** Whether two run into each other; one that begins when the other ends does not. */
    boolean overlaps(Slot other) {
        if (startsAt == null || other.startsAt == null || !day.equals(other.day)) {
            return false;
        }
        return begins(startsAt) < begins(other.startsAt) + other.minutes
                && begins(other.startsAt) < begins(startsAt) + minutes;
    }

    /** Whether it begins after a moment. */
    boolean isAfter(LocalDateTime now) {
        return startsAt == null ? day.isAfter(now.toLocalDate()) : day.atTime(startsAt).isAfter(now);
    }

    private static int begins(LocalTime at) {
        return at.getHour() * 60 + at.getMinute();
    }
}
