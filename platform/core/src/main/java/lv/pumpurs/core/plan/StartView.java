package lv.pumpurs.core.plan;

import java.util.List;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.spi.Page;
import org.jspecify.annotations.Nullable;

/**
 * The form to start a plan.
 *
 * @param learner for whom
 * @param semesters codes of the semesters that a plan can be written for, the nearest first
 * @param programmes what runs in one of them
 * @param live the open plan that stands in the way; null unless one was asked for where one is
 * @param proposal what a class teacher proposed; null if nothing waits
 * @param risks what its risks are called
 */
public record StartView(LearnerPlace learner, List<String> semesters, List<ProgrammeChoice> programmes,
        @Nullable PlanLink live, @Nullable ProposalView proposal, List<DraftChoices.Group> risks) implements Headed {

    /**
     * The names of the risks of the proposal.
     *
     * @param page the reader's language
     * @return in the order of the catalogue
     */
    public String names(Page page) {
        ProposalView proposed = proposal;
        return proposed == null ? "" : DraftChoices.names(page, risks, proposed.risks());
    }

    /**
     * A programme.
     *
     * @param code code
     * @param nameLv name in Latvian
     * @param nameEn name in English
     */
    public record ProgrammeChoice(String code, String nameLv, String nameEn) {}

    @Override
    public String title(Page page) {
        return page.t("plan.start.title", learner.name());
    }

    @Override
    public List<Crumb> above(Page page) {
        return List.of(new Crumb(page.t("learner.title"), page.link("learners")),
                new Crumb(learner.name(), page.link("learners/" + learner.learnerId())));
    }
}
