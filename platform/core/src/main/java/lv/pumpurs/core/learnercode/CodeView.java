package lv.pumpurs.core.learnercode;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.spi.Page;
import org.jspecify.annotations.Nullable;

/**
 * The personal codes of a learner.
 *
 * @param learnerId the learner
 * @param learnerName given and family name
 * @param code the present one, masked unless it was asked for with a reason; null if none is known
 * @param whole whether all of it is shown
 * @param warnings codes of what is odd about it
 * @param former those before it, masked, the latest first
 */
public record CodeView(UUID learnerId, String learnerName, @Nullable String code, boolean whole,
        List<String> warnings, List<Former> former) implements Headed {

    /**
     * A code that was replaced.
     *
     * @param code masked
     * @param until the day on which it was replaced
     */
    public record Former(String code, LocalDate until) {}

    @Override
    public String title(Page page) {
        return page.t("learner.code");
    }

    @Override
    public List<Crumb> above(Page page) {
        return List.of(new Crumb(page.t("learner.title"), page.link("learners")),
                new Crumb(learnerName, page.link("learners/" + learnerId)));
    }

    /** Without the code: it must not slip into a log. */
    @Override
    public String toString() {
        return "CodeView[" + learnerId + "]";
    }
}
