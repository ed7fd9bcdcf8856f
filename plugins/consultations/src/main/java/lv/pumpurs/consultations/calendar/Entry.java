package lv.pumpurs.consultations.calendar;

import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One session in the calendar, however many learners it has.
 *
 * @param id key of a consultation of it
 * @param startsAt when it begins; null of one written down before there were times
 * @param minutes length
 * @param subject subject or topic
 * @param state code of where it is today; MIXED if its learners differ
 * @param learners how many of its learners the reader reaches
 * @param name the learner's name; null of a session with several
 */
public record Entry(UUID id, @Nullable LocalTime startsAt, int minutes, String subject, String state, int learners,
        @Nullable String name) {

    /** The rows of one session. */
    static Entry of(List<CalendarRow> session) {
        CalendarRow first = session.getFirst();
        boolean alike = session.stream().allMatch(row -> row.state().equals(first.state()));
        return new Entry(first.id(), first.startsAt(), first.minutes(), first.subject(),
                alike ? first.state() : "MIXED", session.size(),
                session.size() == 1 ? first.givenName() + " " + first.familyName() : null);
    }

    /** Whether the provider's time is taken by it. */
    boolean takesTime() {
        return startsAt != null && !state.equals("CANCELLED") && !state.equals("RESCHEDULED");
    }
}
