package lv.pumpurs.consultations;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A consultation that somebody wants to plan or to write down, with everything that decides whether it goes.
 *
 * @param by the provider
 * @param slot when
 * @param held whether it was held already
 * @param mode how
 * @param order the director's order that covers it; null if none does
 * @param measure for which measure
 * @param taken what is taken of the provider's and the learner's day already
 * @param around the school's rules and what time it is
 */
record Intended(UUID by, Slot slot, boolean held, Mode mode, @Nullable DirectorOrder order, MeasureAtHand measure,
        Taken taken, Around around) {

    /**
     * What is taken of a day.
     *
     * @param provider of the provider's
     * @param learner of the learner's
     */
    record Taken(List<Slot> provider, List<Slot> learner) {}

    /**
     * Where and when it is written down.
     *
     * @param rules of the school
     * @param now in Latvia
     */
    record Around(ConsultationRules rules, LocalDateTime now) {}

    BigDecimal quantity() {
        return measure.quantity(slot.minutes(), around.rules().lessonMinutes());
    }
}
