package lv.pumpurs.core.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.timeline.Chapter;
import lv.pumpurs.core.timeline.TimelineView;
import lv.pumpurs.core.timeline.TimelineView.Entry;

/** A learner's timeline, full and empty. */
final class TimelineSamples {

    private static final UUID KEY = new UUID(1, 1);
    private static final String NAME = "Anna-Elizabete Skuja-Kalniņzemniece";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private TimelineSamples() {}

    static Map<String, Samples.Sample> all() {
        List<Entry> entries = List.of(
                new Entry(DAY.minusDays(1), Chapter.CONTACT, "timeline.CONTACT", "contact.way.CALL",
                        List.of("Neattaisnoti kavējumi oktobrī un novembrī, došanās uz skolu no rītiem", ""), null),
                new Entry(DAY.minusDays(3), Chapter.PLAN, "timeline.PLAN_APPROVED", "role.SCHOOL_DIRECTOR",
                        List.of("LUB-2026-1-0017", ""), KEY),
                new Entry(DAY.minusDays(9), Chapter.GUARDIAN, "timeline.GUARDIAN_FROM", "audit.relation.PARENT",
                        List.of(NAME, ""), null),
                new Entry(DAY.minusDays(80), Chapter.CLASS, "timeline.TRANSFERRED", null,
                        List.of("Lubānas vidusskola", "9.a"), null));
        return Map.of("timeline", sample(new TimelineView(KEY, NAME, entries,
                new Paging(1, 25, 31, "day"), List.of(Chapter.values()), null)), "timeline-none",
                sample(new TimelineView(KEY, NAME, List.of(), new Paging(1, 25, 0, "day"),
                        List.of(Chapter.CLASS, Chapter.OTHER), Chapter.OTHER)));
    }

    private static Samples.Sample sample(TimelineView model) {
        return new Samples.Sample("/t/lubana/learners/" + KEY + "/timeline", model, true, true, false);
    }
}
