package lv.pumpurs.core.plan;

import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.plan.PlanFile.Words;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.spi.Page;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the reader's decision.
 *
 * @param plans with their content, by learner
 * @param results what came of the plans that were just decided on; empty if none were
 * @param open the one that is open; null if none waits
 * @param asked whether the reader chose it; else it is the first
 */
public record QueueView(List<PlanView> plans, List<Result> results, @Nullable Open open,
        boolean asked) implements Headed {

    /**
     * What is decided on now.
     *
     * @param plan its key
     * @param words application, strengths and the learner's own voice
     * @param amendment what would change; null if the plan itself waits
     */
    public record Open(UUID plan, Words words, @Nullable AmendmentView amendment) {}

    /**
     * The plan that is open.
     *
     * @return null if none waits
     */
    public @Nullable PlanView opened() {
        return at(0);
    }

    /**
     * The key of a plan beside the open one.
     *
     * @param step 1 for the one after it, -1 for the one before
     * @return null if it is the last or the first
     */
    public @Nullable UUID beside(int step) {
        PlanView other = at(step);
        return other == null ? null : other.id();
    }

    private @Nullable PlanView at(int step) {
        Open now = open;
        List<UUID> keys = plans.stream().map(PlanView::id).toList();
        int index = now == null ? -1 : keys.indexOf(now.plan()) + step;
        return index < 0 || index >= plans.size() ? null : plans.get(index);
    }

    /**
     * Where a decision on the open one leads: to the next, after the last to the one before.
     *
     * @return a key, or the queue itself
     */
    public String then() {
        UUID next = beside(1) == null ? beside(-1) : beside(1);
        return next == null ? "queue" : next.toString();
    }

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
