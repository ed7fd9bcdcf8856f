package lv.pumpurs.consultations.feed;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.pumpurs.consultations.Initials;

/**
 * One session as it is told: nothing else of it leaves the house.
 *
 * @param session its key, the same as long as it is this session
 * @param at when it begins, in Latvia
 * @param minutes length
 * @param summary subject and initials, "Matemātika · A. B."
 * @param sequence grows with each change
 * @param off whether it was called off or moved
 */
record FeedEvent(UUID session, LocalDateTime at, int minutes, String summary, int sequence, boolean off) {

    /** The rows of one session. Of a group those are told who are still expected. */
    static FeedEvent of(List<FeedRow> session) {
        FeedRow first = session.getFirst();
        boolean off = session.stream().allMatch(FeedRow::isOff);
        Stream<FeedRow> told = session.stream().filter(row -> off || !row.isOff());
        String initials = told.map(row -> Initials.of(row.givenName() + " " + row.familyName()))
            .collect(Collectors.joining(", "));
        return new FeedEvent(first.session(), first.day().atTime(first.startsAt()), first.minutes(),
                first.subject() + " · " + initials, session.stream().mapToInt(FeedRow::version).sum(), off);
    }
}
