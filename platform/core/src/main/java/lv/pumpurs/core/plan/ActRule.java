package lv.pumpurs.core.plan;

import java.util.function.BiPredicate;

/**
 * When an act on a plan is possible.
 *
 * @param problem how it is refused else
 * @param rule a sentence of the domain
 */
record ActRule(PlanProblem problem, BiPredicate<SupportPlan, PlanActor> rule) {

    /** The plan is with its author: a draft, or returned. */
    static final ActRule WITH_AUTHOR = new ActRule(PlanProblem.WRONG_STATE,
            (plan, actor) -> plan.state() instanceof PlanState.Draft || plan.state() instanceof PlanState.Returned);

    /** The plan waits for a decision. */
    static final ActRule WAITING = new ActRule(PlanProblem.WRONG_STATE,
            (plan, actor) -> plan.state() instanceof PlanState.InApproval);

    /** The step that decides next is one of the person's roles. */
    static final ActRule OWN_STEP = new ActRule(PlanProblem.NOT_THIS_STEP,
            (plan, actor) -> plan.state() instanceof PlanState.InApproval(int step) && actor.decides(step));

    /** Nobody decides on what they wrote themselves. */
    static final ActRule NOT_OWN_PLAN = new ActRule(PlanProblem.OWN_PLAN,
            (plan, actor) -> !plan.authorId().equals(actor.personId()));

    /** Support is being given. */
    static final ActRule ACTIVE = new ActRule(PlanProblem.WRONG_STATE,
            (plan, actor) -> plan.state() instanceof PlanState.Active);

    /** The semester's work has been judged. */
    static final ActRule EVALUATED = new ActRule(PlanProblem.WRONG_STATE,
            (plan, actor) -> plan.state() instanceof PlanState.Evaluated);

    /** The semester's work has been judged, whether the plan is closed by now or not. */
    static final ActRule JUDGED = new ActRule(PlanProblem.WRONG_STATE,
            (plan, actor) -> plan.state() instanceof PlanState.Evaluated
                    || plan.state() instanceof PlanState.Closed);

    boolean allows(SupportPlan plan, PlanActor actor) {
        return rule.test(plan, actor);
    }
}
