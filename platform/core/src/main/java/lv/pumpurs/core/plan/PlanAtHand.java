package lv.pumpurs.core.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A plan in front of somebody who may do what was asked; nobody else changes it meanwhile.
 *
 * @param plan the plan
 * @param actor who, with the roles that hold at its school
 */
record PlanAtHand(SupportPlan plan, PlanActor actor) {

    LocalDate today() {
        return actor.today();
    }

    /** A decision in the role of the step under way. */
    Decision decision(@Nullable String remark) {
        int step = plan.step().orElse(1);
        return new Decision(actor.chain().decider(step), actor.personId(), today(), remark);
    }
}
