package lv.pumpurs.consultations;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page of consultations.
 *
 * @param consultations the latest first, at most {@value Consultations#SHOWN}
 * @param total how many there are
 * @param page which page this is, from 1
 * @param filter to what the list is narrowed
 * @param choices for what the reader may write one down; empty for a reader who may not
 */
public record ConsultationList(List<ConsultationLine> consultations, long total, int page, ConsultationFilter filter,
        List<Choice> choices) {

    /**
     * Whether older ones are on a next page.
     *
     * @return true if so
     */
    public boolean hasNext() {
        return (long) page * Consultations.SHOWN < total;
    }

    /**
     * A learner with a measure to choose.
     *
     * @param measure key of the measure
     * @param learnerId the learner
     * @param name the name to show
     * @param className class or group, null without enrolment
     * @param subject subject, null where it is none
     * @param kindLv kind of the measure in Latvian
     * @param kindEn kind of the measure in English
     * @param used how much is planned or was held
     * @param planned how much the plan says
     */
    public record Choice(UUID measure, UUID learnerId, String name, @Nullable String className,
            @Nullable String subject, String kindLv, String kindEn, BigDecimal used, BigDecimal planned) {

        static Choice of(MeasureAtHand one) {
            return new Choice(one.id(), one.plan().learnerId(), one.learner().name(), one.learner().className(),
                    one.measure().subject(), one.measure().kindLv(), one.measure().kindEn(), one.used(),
                    one.measure().plannedQuantity());
        }
    }
}
