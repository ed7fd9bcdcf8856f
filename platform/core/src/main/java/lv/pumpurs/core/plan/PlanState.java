package lv.pumpurs.core.plan;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a plan is in its life. The way: draft, in approval (step by step), active, evaluated, closed; aside: returned to
 * the author, rejected for good, resting for a while, terminated before its end.
 */
public sealed interface PlanState {

    /** Being written. */
    record Draft() implements PlanState {
        @Override
        public String code() {
            return "DRAFT";
        }
    }

    /**
     * Waiting for a decision.
     *
     * @param step number of the step in the programme's chain, from 1
     */
    record InApproval(int step) implements PlanState {
        @Override
        public String code() {
            return "IN_APPROVAL";
        }
    }

    /**
     * Back with the author.
     *
     * @param reason what to change
     */
    record Returned(String reason) implements PlanState {
        @Override
        public String code() {
            return "RETURNED";
        }
    }

    /**
     * Refused for good.
     *
     * @param reason why
     */
    record Rejected(String reason) implements PlanState {
        @Override
        public String code() {
            return "REJECTED";
        }

        @Override
        public boolean isOpen() {
            return false;
        }
    }

    /** Approved by the last step: support is given. */
    record Active() implements PlanState {
        @Override
        public String code() {
            return "ACTIVE";
        }
    }

    /**
     * Resting: approved, but nothing is given until it is resumed.
     *
     * @param reason why
     */
    record Suspended(String reason) implements PlanState {
        @Override
        public String code() {
            return "SUSPENDED";
        }
    }

    /**
     * The semester's work is judged.
     *
     * @param result what became of the risks
     */
    record Evaluated(PlanResult result) implements PlanState {
        @Override
        public String code() {
            return "EVALUATED";
        }
    }

    /**
     * Done.
     *
     * @param result what became of the risks
     */
    record Closed(PlanResult result) implements PlanState {
        @Override
        public String code() {
            return "CLOSED";
        }

        @Override
        public boolean isOpen() {
            return false;
        }
    }

    /**
     * Ended before its time: the learner left, the application was withdrawn, the programme ended.
     *
     * @param reason why
     */
    record Terminated(String reason) implements PlanState {
        @Override
        public String code() {
            return "TERMINATED";
        }

        @Override
        public boolean isOpen() {
            return false;
        }
    }

    /**
     * The state's name as it is stored, so that lists can filter by it.
     *
     * @return the code
     */
    String code();

    /**
     * Whether the plan is open. A learner has at most one open plan a school, semester and programme.
     *
     * @return false once it is rejected, closed or terminated
     */
    default boolean isOpen() {
        return true;
    }

    /**
     * The state of a stored code, with what the plan holds about it.
     *
     * @param code the stored code
     * @param step step that decides next, while in approval
     * @param reason why the plan was returned, rejected, suspended or terminated
     * @param result what became of the risks, once evaluated
     * @return the state
     */
    static PlanState of(String code, @Nullable Integer step, @Nullable String reason, @Nullable PlanResult result) {
        return switch (code) {
            case "DRAFT" -> new Draft();
            case "IN_APPROVAL" -> new InApproval(Objects.requireNonNull(step));
            case "RETURNED" -> new Returned(Objects.requireNonNull(reason));
            case "REJECTED" -> new Rejected(Objects.requireNonNull(reason));
            case "ACTIVE" -> new Active();
            case "SUSPENDED" -> new Suspended(Objects.requireNonNull(reason));
            case "EVALUATED" -> new Evaluated(Objects.requireNonNull(result));
            case "CLOSED" -> new Closed(Objects.requireNonNull(result));
            case "TERMINATED" -> new Terminated(Objects.requireNonNull(reason));
            default -> throw new IllegalStateException("No such state of a plan: " + code);
        };
    }
}
