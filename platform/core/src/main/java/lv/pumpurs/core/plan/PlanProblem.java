package lv.pumpurs.core.plan;

import lv.pumpurs.spi.ProblemType;
import lv.pumpurs.spi.Refused;

/** Why an act on a plan is refused. */
public enum PlanProblem implements ProblemType {
    /** The act is not possible in the plan's state. */
    WRONG_STATE("plan-wrong-state", 409),
    /** Submitting without a signed application. */
    NO_APPLICATION("plan-no-application", 422),
    /** Submitting without a risk. */
    NO_RISK("plan-no-risk", 422),
    /** Submitting without a measure. */
    NO_MEASURE("plan-no-measure", 422),
    /** A measure against no risk, or against a risk the plan does not name. */
    MEASURE_WITHOUT_RISK("plan-measure-without-risk", 422),
    /** A measure that ends before it begins, or lies outside the semester. */
    MEASURE_OUTSIDE_SEMESTER("plan-measure-outside-semester", 422),
    /** A quantity that is nothing or less. */
    QUANTITY("plan-quantity", 422),
    /** The same risk twice. */
    RISK_TWICE("plan-risk-twice", 409),
    /** The caller's role does not decide this step. */
    NOT_THIS_STEP("plan-not-this-step", 403),
    /** Nobody decides on what they wrote themselves. */
    OWN_PLAN("plan-own-plan", 403),
    /** Returning, rejecting or terminating needs a reason. */
    NO_REASON("plan-no-reason", 422),
    /** Approved only after the semester was over, when no support can be given any more. */
    TOO_LATE("plan-too-late", 409),
    /** A date before the one it must follow. */
    DATE_ORDER("plan-date-order", 422),
    /** A plan continues a plan of the same learner only. */
    OTHER_LEARNER("plan-other-learner", 409),
    /** The learner has an open plan at this school, semester and programme already. */
    ALREADY_OPEN("plan-already-open", 409),
    /** The plan is of a school at which the caller's roles do not hold. */
    OTHER_SCHOOL("plan-other-school", 403),
    /** No such semester or programme is published here, or the programme does not run in the semester. */
    NO_SUCH_TERM("plan-no-such-term", 422),
    /** A draft with fields that cannot be as they are; each is told at its place. */
    DRAFT_WRONG("plan-draft-wrong", 422),
    /** An application signed on a day that is still to come. */
    APPLIED_IN_FUTURE("plan-applied-in-future", 422),
    /** An evaluation that leaves out a risk or a measure of the plan, or names one that it does not have. */
    EVALUATION_NOT_WHOLE("plan-evaluation-not-whole", 422),
    /** An amendment that says what the plan says already. */
    NOTHING_AMENDED("plan-nothing-amended", 422),
    /** An amendment that takes away what has been given, or plans less of it. */
    MEASURE_BEGUN("plan-measure-begun", 422),
    /** A day that is still to come, for what has to have happened. */
    DAY_AHEAD("plan-day-ahead", 422),
    /** A second proposal for a learner while one waits. */
    PROPOSED_ALREADY("plan-proposed-already", 409),
    /** No proposal for the learner waits for an answer. */
    NO_PROPOSAL("plan-no-proposal", 409);

    private final String code;
    private final int status;

    PlanProblem(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    /** Refuses an act if it is so. */
    void when(boolean so) {
        if (so) {
            throw new Refused(this);
        }
    }

    /** Refuses an act unless it is so. */
    void unless(boolean so) {
        when(!so);
    }
}
