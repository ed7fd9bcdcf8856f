package lv.pumpurs.consultations;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page of held consultations.
 *
 * @param consultations newest first, at most {@value Consultations#SHOWN}
 * @param learners with whom the reader may record one; empty for a reader who may not
 */
public record ConsultationList(List<ConsultationLine> consultations, List<Choice> learners) {

    /**
     * A learner to choose.
     *
     * @param id the learner's key
     * @param name the name to show
     * @param className class or group, null without enrolment
     */
    public record Choice(UUID id, String name, @Nullable String className) {}
}
