package lv.pumpurs.core.plan;

import java.util.List;
import java.util.function.Predicate;

/**
 * What a plan must hold before anybody is asked to approve it.
 *
 * @param problem how a plan that does not hold it is refused
 * @param rule a sentence of the domain
 */
record SubmissionRule(PlanProblem problem, Predicate<SupportPlan> rule) {

    /** A parent or adult learner has signed an application. */
    static final SubmissionRule APPLICATION = new SubmissionRule(PlanProblem.NO_APPLICATION,
            plan -> plan.written().appliedOn() != null);

    /** At least one risk is named. */
    static final SubmissionRule RISK = new SubmissionRule(PlanProblem.NO_RISK,
            plan -> !plan.written().risks().isEmpty());

    /** At least one measure is planned; that each is tied to a risk holds from its planning on. */
    static final SubmissionRule MEASURE = new SubmissionRule(PlanProblem.NO_MEASURE,
            plan -> !plan.written().measures().isEmpty());

    /** An amendment amends something. */
    static final SubmissionRule CHANGE = new SubmissionRule(PlanProblem.NOTHING_AMENDED,
            plan -> plan.amendment().isEmpty() || !plan.written().saysTheSameAs(PlanDraft.of(plan)));

    static final List<SubmissionRule> ALL = List.of(APPLICATION, RISK, MEASURE, CHANGE);

    /** What a plan still lacks, in the order in which it is written. */
    static List<PlanProblem> missing(SupportPlan plan) {
        return ALL.stream().filter(one -> !one.rule.test(plan)).map(SubmissionRule::problem).toList();
    }

    void check(SupportPlan plan) {
        problem.unless(rule.test(plan));
    }
}
