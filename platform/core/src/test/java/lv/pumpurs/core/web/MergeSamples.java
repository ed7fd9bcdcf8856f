package lv.pumpurs.core.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.learner.LearnerDouble;
import lv.pumpurs.core.merge.MergeView;
import lv.pumpurs.core.merge.MergeView.Clash;
import lv.pumpurs.core.merge.MergeView.Move;
import lv.pumpurs.core.merge.MergeView.Side;

/** Two records of one child: which there are, what moves, and what stands in the way. */
final class MergeSamples {

    private static final UUID KEY = new UUID(1, 1);
    private static final String NAME = "Anna-Elizabete Skuja-Kalniņzemniece";
    private static final Side STAYS = new Side(KEY, NAME, LocalDate.of(2012, 3, 4), "******-*1234",
            "Lubānas vidusskola", "9.a");
    private static final Side GOES = new Side(new UUID(1, 2), NAME, null, null, "Meirānu Kalpaka pamatskola", "8.b");
    private static final List<LearnerDouble> DOUBLES = List.of(new LearnerDouble(GOES.id(), NAME, null,
            GOES.schoolName(), GOES.className()));
    private static final List<Move> MOVES = List.of(new Move("enrolment", 3), new Move("support_plan", 2));

    private MergeSamples() {}

    static Map<String, Samples.Sample> all() {
        return Map.of("merge-choice", sample(new MergeView(STAYS, null, DOUBLES, List.of(), List.of())), "merge-none",
                sample(new MergeView(STAYS, null, List.of(), List.of(), List.of())), "merge",
                sample(new MergeView(STAYS, GOES, DOUBLES, MOVES, List.of())), "merge-clash",
                sample(new MergeView(STAYS, GOES, DOUBLES, MOVES,
                        List.of(new Clash("merge-two-plans", "2026/2027-1", "PUMPURS"),
                                new Clash("merge-two-logins", null, null)))));
    }

    private static Samples.Sample sample(MergeView model) {
        return new Samples.Sample("/t/lubana/learners/" + KEY + "/merge", model, true, true, false);
    }
}
