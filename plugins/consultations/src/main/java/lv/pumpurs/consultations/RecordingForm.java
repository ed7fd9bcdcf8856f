package lv.pumpurs.consultations;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lv.pumpurs.spi.Form;

/** The form to write a consultation down, filled with what is likely, so that most often nothing has to be typed. */
final class RecordingForm {

    private static final int STEP = 5;

    private RecordingForm() {}

    /** It has just ended, or ends now; of midnight's neighbourhood nothing likely is known. */
    static Form of(List<MeasureAtHand> all, ConsultationRules rules, LocalDateTime now) {
        LocalDateTime begun = now.minusMinutes(rules.usualMinutes());
        LocalDateTime rounded = begun.minusMinutes(begun.getMinute() % STEP).withSecond(0).withNano(0);
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("learner", all.stream().map(one -> one.learner().name()).collect(Collectors.joining(", ")));
        typed.put("measures", all.stream().map(one -> one.id().toString()).collect(Collectors.joining(",")));
        typed.put("heldOn", now.toLocalDate().toString());
        typed.put("startsAt", rounded.toLocalDate().equals(now.toLocalDate()) ? rounded.toLocalTime().toString() : "");
        typed.put("minutes", Integer.toString(rules.usualMinutes()));
        typed.put("subject", all.stream()
            .map(one -> one.measure().subject())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(all.getFirst().measure().kindLv()));
        return new Form(RecordConsultation.class, typed, Map.of());
    }
}
