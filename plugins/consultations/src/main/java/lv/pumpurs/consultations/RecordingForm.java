package lv.pumpurs.consultations;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lv.pumpurs.spi.Form;
import org.jspecify.annotations.Nullable;

/** The form to write a consultation down, filled with what is likely, so that most often nothing has to be typed. */
final class RecordingForm {

    private static final int STEP = 5;

    private RecordingForm() {}

    /**
     * At the time that was chosen, and what is still to come is planned; else it was just held.
     */
    static Form of(List<MeasureAtHand> all, ConsultationRules rules, LocalDateTime now, List<Slot> taken,
            @Nullable LocalDateTime at) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("learner", all.stream().map(one -> one.learner().name()).collect(Collectors.joining(", ")));
        typed.put("measures", all.stream().map(one -> one.id().toString()).collect(Collectors.joining(",")));
        typed.put("heldOn", (at == null ? now : at).toLocalDate().toString());
        typed.put("startsAt", at == null ? begun(now, rules.usualMinutes(), taken) : at.toLocalTime().toString());
        typed.put("planned", at != null && at.isAfter(now) ? "on" : "");
        typed.put("minutes", Integer.toString(rules.usualMinutes()));
        typed.put("subject", all.stream()
            .map(one -> one.measure().subject())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(all.getFirst().measure().kindLv()));
        return new Form(RecordConsultation.class, typed, Map.of());
    }

    /**
     * It has just ended, or before what else was held or is planned today; of midnight's neighbourhood nothing likely is
     * known.
     */
    private static String begun(LocalDateTime now, int minutes, List<Slot> taken) {
        LocalDateTime likely = now.minusMinutes(minutes);
        Slot slot = slot(likely.minusMinutes(likely.getMinute() % STEP), minutes);
        while (taken.stream().anyMatch(slot::overlaps)) {
            slot = slot(slot.day().atTime(Objects.requireNonNull(slot.startsAt())).minusMinutes(STEP), minutes);
        }
        return slot.day().equals(now.toLocalDate()) ? String.valueOf(slot.startsAt()) : "";
    }

    private static Slot slot(LocalDateTime begun, int minutes) {
        return new Slot(begun.toLocalDate(), begun.toLocalTime().truncatedTo(ChronoUnit.MINUTES), minutes);
    }

    /** A time as an address carries it; a wrong one counts as none. */
    static @Nullable LocalDateTime at(@Nullable String text) {
        try {
            LocalDateTime at = text == null || text.length() != 16 ? null : LocalDateTime.parse(text);
            return at == null || at.getYear() < 2000 || at.getYear() > 2100 ? null : at;
        } catch (DateTimeException noTime) {
            return null;
        }
    }
}
