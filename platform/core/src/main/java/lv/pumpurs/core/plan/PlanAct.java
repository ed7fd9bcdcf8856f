package lv.pumpurs.core.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.spi.Refused;

/** What can be done with a plan: by whom, and when. Pages offer what is possible now, and the acts themselves ask here. */
public enum PlanAct {
    /** Writing its content. */
    EDIT(Permissions.PLAN_WRITE),
    /** Handing it in; what it must hold then is {@link SubmissionRule}. */
    SUBMIT(Permissions.PLAN_WRITE),
    /** Taking it back before the last decision. */
    WITHDRAW(Permissions.PLAN_WRITE),
    /** Approving, returning or rejecting it. */
    DECIDE(Permissions.PLAN_DECIDE),
    /** Judging what it brought. */
    EVALUATE(Permissions.PLAN_EVALUATE),
    /** Writing the next semester's plan from it. */
    CONTINUE(Permissions.PLAN_WRITE),
    /** Beginning a change of what was approved. */
    AMEND(Permissions.PLAN_WRITE),
    /** Giving such a change up. */
    DISCARD(Permissions.PLAN_WRITE),
    /** Closing it. */
    CLOSE(Permissions.PLAN_END),
    /** Ending it before its time. */
    TERMINATE(Permissions.PLAN_END),
    /** Letting it rest. */
    SUSPEND(Permissions.PLAN_END),
    /** Going on with it. */
    RESUME(Permissions.PLAN_END),
    /** Adding a scan of its application. */
    ATTACH(Permissions.APPLICATION_WRITE),
    /** Taking a scan of its application away. */
    DETACH(Permissions.APPLICATION_WRITE);

    private final String permission;

    PlanAct(String permission) {
        this.permission = permission;
    }

    /** When it is possible, in the order in which a refusal is told. */
    List<ActRule> rules() {
        return switch (this) {
            case EDIT, SUBMIT -> List.of(ActRule.WITH_AUTHOR);
            case WITHDRAW -> List.of(ActRule.WAITING);
            case DECIDE -> List.of(ActRule.WAITING, ActRule.OWN_STEP, ActRule.NOT_OWN_PLAN);
            case EVALUATE -> List.of(ActRule.TO_BE_JUDGED);
            case AMEND -> List.of(ActRule.ACTIVE, ActRule.IN_TIME, ActRule.NOT_AMENDED);
            case DISCARD -> List.of(ActRule.AMENDED, ActRule.WITH_AUTHOR);
            case TERMINATE -> List.of(ActRule.UNDER_WAY);
            case SUSPEND -> List.of(ActRule.ACTIVE);
            case RESUME -> List.of(ActRule.SUSPENDED);
            case CONTINUE -> List.of(ActRule.JUDGED);
            case CLOSE -> List.of(ActRule.EVALUATED);
            case ATTACH -> List.of(ActRule.OPEN);
            case DETACH -> List.of(ActRule.NOT_HANDED_IN);
        };
    }

    String permission() {
        return permission;
    }

    /** Why somebody may not do it now; empty if it is possible. */
    Optional<PlanProblem> refusal(SupportPlan plan, PlanActor actor) {
        if (!actor.may(permission)) {
            return Optional.of(PlanProblem.OTHER_SCHOOL);
        }
        return rules().stream().filter(rule -> !rule.allows(plan, actor)).findFirst().map(ActRule::problem);
    }

    void require(SupportPlan plan, PlanActor actor) {
        refusal(plan, actor).ifPresent(problem -> {
            throw new Refused(problem);
        });
    }

    /** What somebody can do with a plan now. */
    static List<PlanAct> possible(SupportPlan plan, PlanActor actor) {
        return Arrays.stream(values()).filter(act -> act.refusal(plan, actor).isEmpty()).toList();
    }
}
