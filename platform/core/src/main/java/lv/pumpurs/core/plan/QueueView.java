package lv.pumpurs.core.plan;

import java.util.List;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.spi.Page;

/**
 * What waits for the reader's decision.
 *
 * @param plans with their content, by learner
 * @param results what came of the plans that were just decided on; empty if none were
 */
public record QueueView(List<PlanView> plans, List<Result> results) implements Headed {

    /**
     * What came of one plan.
     *
     * @param plan key as it was sent
     * @param code plan code; empty if no such plan is in reach
     * @param problem code of the problem for which it was not approved; empty if it was
     */
    public record Result(String plan, String code, String problem) {

        /**
         * Whether it was approved.
         *
         * @return false if something stood in the way
         */
        public boolean approved() {
            return problem.isEmpty();
        }
    }

    /**
     * How many were approved just now.
     *
     * @return a count
     */
    public long approved() {
        return results.stream().filter(Result::approved).count();
    }

    @Override
    public String title(Page page) {
        return page.t("plan.queue.title");
    }

    @Override
    public List<Crumb> above(Page page) {
        return List.of(new Crumb(page.t("plan.title"), page.link("plans")));
    }
}
