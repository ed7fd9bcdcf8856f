package lv.pumpurs.core.plan;

import java.util.function.BiPredicate;

/**
 * When an act on a plan is possible.
 *
 * @param problem how it is refused else
 * @param rule a sentence of the domain
 */
record ActRule(PlanProblem problem, BiPredicate<SupportPlan, PlanActor> rule) {

    /** What is written is with its author: a draft, or returned; of the plan, or of an amendment. */
    static final ActRule WITH_AUTHOR = new ActRule(PlanProblem.WRONG_STATE,
            (plan, actor) -> plan.isWithAuthor());

    /** It is neither closed nor ended nor refused for good. */
    static final ActRule OPEN = new ActRule(PlanProblem.WRONG_STATE, (plan, actor) -> plan.state().isOpen());

    /** Nobody decides on it, and nobody has approved it: the plan itself is with its author. */
    static final ActRule NOT_HANDED_IN = new ActRule(PlanProblem.WRONG_STATE,
            (plan, actor) -> plan.state() instanceof PlanState.Draft || plan.state() instanceof PlanState.Returned);

    /** The plan, or an amendment of it, waits for a decision. */
    static final ActRule WAITING = new ActRule(PlanProblem.WRONG_STATE, (plan, actor) -> plan.step().isPresent());

    /** The step that decides next is one of the person's roles. */
    static final ActRule OWN_STEP = new ActRule(PlanProblem.NOT_THIS_STEP,
            (plan, actor) -> plan.step().filter(actor::decides).isPresent());

    /** Nobody decides on what they wrote themselves, nor on a change of it. */
    static final ActRule NOT_OWN_PLAN = new ActRule(PlanProblem.OWN_PLAN,
            (plan, actor) -> !plan.isBy(actor.personId()));

    /** Support is being given. */
    static final ActRule ACTIVE = new ActRule(PlanProblem.WRONG_STATE,
            (plan, actor) -> plan.state() instanceof PlanState.Active);

    /** Its time is not over: a change could still be approved. */
    static final ActRule IN_TIME = new ActRule(PlanProblem.TOO_LATE, (plan, actor) -> {
        PlanDays days = plan.active();
        return days == null || !actor.today().isAfter(days.last());
    });

    /** No amendment of it is under way. */
    static final ActRule NOT_AMENDED = new ActRule(PlanProblem.WRONG_STATE,
            (plan, actor) -> plan.amendment().isEmpty());

    /** An amendment is under way. */
    static final ActRule AMENDED = new ActRule(PlanProblem.WRONG_STATE,
            (plan, actor) -> plan.amendment().isPresent());

    /** The plan rests. */
    static final ActRule SUSPENDED = new ActRule(PlanProblem.WRONG_STATE,
            (plan, actor) -> plan.state() instanceof PlanState.Suspended);

    /** The plan is approved and neither judged nor ended, though it may rest. */
    static final ActRule UNDER_WAY = new ActRule(PlanProblem.WRONG_STATE, (plan, actor) -> plan.isUnderWay());

    /** Support is being given, or the plan rests and its semester is over. */
    static final ActRule TO_BE_JUDGED = new ActRule(PlanProblem.WRONG_STATE,
            (plan, actor) -> plan.isToBeJudged(actor.today()));

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
