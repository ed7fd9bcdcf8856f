package lv.pumpurs.core.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import lv.pumpurs.core.enrolment.Proposal;
import lv.pumpurs.core.enrolment.PromotionView;
import lv.pumpurs.core.enrolment.PromotionView.ClassLine;
import lv.pumpurs.core.enrolment.PromotionView.LearnerLine;
import lv.pumpurs.core.enrolment.PromotionView.Placed;
import lv.pumpurs.core.enrolment.PromotionView.SchoolChoice;
import lv.pumpurs.core.enrolment.TransferLearner;
import lv.pumpurs.core.learner.ClassPlace;
import lv.pumpurs.core.schoolyear.SchoolYear;
import lv.pumpurs.spi.Form;

/** Learners who go on: the yearly promotion before it, without a next year, and after it. */
final class EnrolmentSamples {

    private static final UUID KEY = new UUID(1, 1);
    private static final String NAME = "Anna-Elizabete Skuja-Kalniņzemniece";
    private static final List<SchoolChoice> SCHOOLS = List.of(new SchoolChoice(KEY, "Lubānas vidusskola"));
    private static final SchoolYear ENDS = new SchoolYear("2026/2027", LocalDate.of(2026, 9, 1),
            LocalDate.of(2027, 6, 21));
    private static final SchoolYear BEGINS = new SchoolYear("2027/2028", LocalDate.of(2027, 9, 1),
            LocalDate.of(2028, 6, 21));

    private EnrolmentSamples() {}

    static Map<String, Samples.Sample> all() {
        String at = "/t/lubana/promotion";
        List<Placed> placed = List.of(new Placed(KEY, NAME, "6.a"), new Placed(KEY, "Jānis Bērziņš", null));
        List<String> years = List.of("2026/2027", "2025/2026");
        return Map.of("transfer", sample("/t/lubana/learners/" + KEY + "/transfer", transfer()),
                "promotion", sample(at, new PromotionView(SCHOOLS, SCHOOLS.getFirst(), years, ENDS, BEGINS,
                        classes(), placed)),
                "promotion-too-early", sample(at, new PromotionView(SCHOOLS, SCHOOLS.getFirst(), years, ENDS, null,
                        classes(), List.of())),
                "promotion-done", sample(at, new PromotionView(SCHOOLS, SCHOOLS.getFirst(), years, ENDS, BEGINS,
                        List.of(), placed)),
                "promotion-nowhere", sample(at, new PromotionView(List.of(), null, years, null, null, List.of(),
                        List.of())));
    }

    private static Samples.Sample sample(String at, Record model) {
        return new Samples.Sample(at, model, true, true, false);
    }

    private static Form transfer() {
        return new Form(TransferLearner.class, Map.of("name", NAME, "schools", KEY + " Meirānu Kalpaka pamatskola",
                "plans", "2", "day", "2026-11-26", "className", "5.a", "grade", "5"),
                Map.of("day", "Pirmā diena jaunajā iestādē nevar būt nākotnē.", "school",
                        "Šis lauks ir jāaizpilda."));
    }

    private static List<ClassLine> classes() {
        return IntStream.of(5, 12)
            .mapToObj(grade -> new ClassPlace(grade + ".a", grade, false))
            .map(place -> new ClassLine(place, IntStream.range(0, 3)
                .mapToObj(i -> new LearnerLine(new UUID(place.grade(), i), KEY, NAME, Proposal.of(place, 12)))
                .toList()))
            .toList();
    }
}
