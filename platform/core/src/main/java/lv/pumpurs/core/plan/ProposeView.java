package lv.pumpurs.core.plan;

import java.util.List;
import java.util.Map;
import lv.pumpurs.core.plan.DraftChoices.Group;
import lv.pumpurs.core.web.Corrected;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.core.web.Posted;
import lv.pumpurs.spi.Page;
import org.jspecify.annotations.Nullable;

/**
 * The form to propose a plan, with what became of earlier proposals.
 *
 * @param learner for whom
 * @param groups risks that can be named
 * @param typed what stands in the fields
 * @param errors what is wrong, by field
 * @param own the reader's own proposals, the latest first
 * @param open whether one waits for an answer already, whoever made it
 */
public record ProposeView(LearnerPlace learner, List<Group> groups, Posted typed, Map<String, String> errors,
        List<ProposalView> own, boolean open) implements Headed, Corrected {

    /**
     * What is wrong with a field.
     *
     * @param field its name
     * @return a sentence, or null if nothing is
     */
    public @Nullable String error(String field) {
        return errors.get(field);
    }

    /**
     * The names of the risks of a proposal.
     *
     * @param page the reader's language
     * @param codes the risks
     * @return in the order of the catalogue
     */
    public String names(Page page, List<String> codes) {
        return DraftChoices.names(page, groups, codes);
    }

    @Override
    public String title(Page page) {
        return page.t("plan.propose.title", learner.name());
    }

    @Override
    public List<Crumb> above(Page page) {
        return List.of(new Crumb(page.t("learner.title"), page.link("learners")),
                new Crumb(learner.name(), page.link("learners/" + learner.learnerId())));
    }
}
