package lv.pumpurs.praise;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page of praise, and its JSON: one record, two representations. The page is {@code jte/praise/PraiseList.jte}.
 *
 * @param praises newest first, at most {@value Praises#SHOWN}
 * @param learners whom the reader may praise; empty for a reader who may not
 */
public record PraiseList(List<PraiseLine> praises, List<Choice> learners) {

    /**
     * A learner to choose.
     *
     * @param id the learner's key
     * @param name the name to show
     * @param className class or group, null without enrolment
     */
    public record Choice(UUID id, String name, @Nullable String className) {}
}
