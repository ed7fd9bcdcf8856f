package lv.pumpurs.consultations.feed;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/**
 * One consultation as the feed reads it.
 *
 * @param session key of its session
 * @param day the day
 * @param startsAt when it begins
 * @param minutes length
 * @param subject subject or topic
 * @param state stored code of its state
 * @param version how often it was changed
 * @param givenName learner's given name, of which the feed tells the initial
 * @param familyName learner's family name, likewise
 */
public record FeedRow(UUID session, LocalDate day, LocalTime startsAt, int minutes, String subject, String state,
        int version, String givenName, String familyName) {

    /** Whether nobody is expected any more at this time. */
    boolean isOff() {
        return state.equals("CANCELLED") || state.equals("RESCHEDULED");
    }
}
