package lv.pumpurs.core.plan;

import java.util.List;
import lv.pumpurs.core.plan.PlanView.MeasureView;
import lv.pumpurs.core.plan.PlanView.RiskView;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.spi.Page;
import org.jspecify.annotations.Nullable;

/**
 * An approved edition of a plan as it was in force.
 *
 * @param about which plan
 * @param edition which edition
 * @param before what the edition before said; null for the first
 * @param content what it says
 * @param names what codes and keys are called
 */
public record EditionView(PlanTitle about, EditionLink edition, @Nullable PlanDraft before, PlanDraft content,
        DraftChoices names) implements Headed {

    /**
     * Its risks.
     *
     * @return in the order of the catalogue
     */
    public List<RiskView> risks() {
        return names.risksOf(content);
    }

    /**
     * Its measures.
     *
     * @return in the order in which they were planned
     */
    public List<MeasureView> measures() {
        return names.measuresOf(content);
    }

    /**
     * What it changed.
     *
     * @param page the reader's texts
     * @return field by field; empty for the first
     */
    public List<Difference> differences(Page page) {
        PlanDraft other = before;
        return other == null ? List.of() : Differences.between(page, names, other, content);
    }

    @Override
    public String title(Page page) {
        return page.t("plan.edition.title", about.learnerName(), edition.number());
    }

    @Override
    public List<Crumb> above(Page page) {
        return List.of(new Crumb(page.t("plan.title"), page.link("plans")),
                new Crumb(about.code(), page.link("plans/" + about.id())));
    }
}
