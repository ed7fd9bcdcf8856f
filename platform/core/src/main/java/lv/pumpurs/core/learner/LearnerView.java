package lv.pumpurs.core.learner;

import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.plan.PlanView;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.spi.Page;
import org.jspecify.annotations.Nullable;

/**
 * One learner: who and where, and the support plans as far as the reader may see them.
 *
 * @param id key
 * @param givenName given name
 * @param familyName family name
 * @param personalCode masked; null if none is known
 * @param years school years, the latest first
 * @param plans the latest first; null for a reader who may not see plans
 * @param guardians who stands, or stood, for the learner; null for a reader who may not know
 * @param mayChange whether the reader may add and end guardians
 * @param doubles how many records look like the same child; 0 for a reader who may not merge them
 */
public record LearnerView(UUID id, String givenName, String familyName, @Nullable String personalCode,
        List<YearView> years, @Nullable List<PlanView> plans, @Nullable List<GuardianLine> guardians,
        boolean mayChange, int doubles) implements Headed {

    /**
     * A school year in a class.
     *
     * @param schoolYear code
     * @param schoolName name of the school
     * @param className class or group
     * @param grade grade, or year of a vocational programme
     * @param outcome how the year ended; null while it lasts
     */
    public record YearView(String schoolYear, String schoolName, String className, int grade,
            @Nullable String outcome) {}

    @Override
    public String title(Page page) {
        return givenName + " " + familyName;
    }

    @Override
    public List<Crumb> above(Page page) {
        return List.of(new Crumb(page.t("learner.title"), page.link("learners")));
    }
}
