package lv.pumpurs.core.plan;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.pumpurs.core.plan.PlanApproval.Verdict;
import lv.pumpurs.core.programme.ApprovalChain;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * An individual support plan (IAP). It is written by an educator, approved step by step (whoever wrote it decides
 * nothing), active for the rest of its semester, evaluated and closed.
 */
@Entity
@Table(name = "support_plan")
public class SupportPlan extends PlanContent {

    @Column(name = "state")
    private String state;
    @Column(name = "approval_step")
    private @Nullable Integer approvalStep;
    @Column(name = "approved_on")
    private @Nullable LocalDate approvedOn;
    @Column(name = "active_from")
    private @Nullable LocalDate activeFrom;
    @Column(name = "active_to")
    private @Nullable LocalDate activeTo;
    @Column(name = "evaluated_on")
    private @Nullable LocalDate evaluatedOn;
    @Column(name = "closed_on")
    private @Nullable LocalDate closedOn;
    @Column(name = "terminated_on")
    private @Nullable LocalDate terminatedOn;
    @Enumerated(EnumType.STRING)
    @Column(name = "result")
    private @Nullable PlanResult result;
    private @Nullable String reason;
    @OneToMany(mappedBy = "plan", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<PlanApproval> approvals = new ArrayList<>();

    /** For JPA. */
    protected SupportPlan() {}

    /** A draft. */
    public SupportPlan(UUID id, PlanCode code, PlanSubject subject, UUID authorId) {
        super(id, code, subject, authorId);
        this.state = new PlanState.Draft().code();
    }

    /** Hands the plan to the first step of approval; see {@link SubmissionRule} for what it must hold. */
    public void submit() {
        requireEditable();
        SubmissionRule.ALL.forEach(rule -> rule.check(this));
        reason = null;
        approvalStep = 1;
        enter(new PlanState.InApproval(1));
    }

    /**
     * Approves the step under way; the last step makes the plan active from that day, or from the first day of the
     * semester if that is later.
     */
    public void approve(ApprovalChain chain, Decision decision, PlanDays days) {
        int step = requireDecider(chain, decision);
        boolean last = chain.isLast(step);
        PlanProblem.TOO_LATE.when(last && decision.on().isAfter(days.last()));
        record(step, Verdict.APPROVED, decision);
        if (!last) {
            approvalStep = step + 1;
            enter(new PlanState.InApproval(step + 1));
            return;
        }
        approvalStep = null;
        approvedOn = decision.on();
        activeFrom = days.from(decision.on());
        activeTo = days.last();
        enter(new PlanState.Active());
    }

    /** Gives the plan back to its author. */
    public void giveBack(ApprovalChain chain, Decision decision) {
        enter(new PlanState.Returned(decline(chain, decision, Verdict.RETURNED)));
    }

    /** Refuses the plan for good. */
    public void reject(ApprovalChain chain, Decision decision) {
        enter(new PlanState.Rejected(decline(chain, decision, Verdict.REJECTED)));
    }

    /** Takes a submitted plan back to be written on; what was decided so far stays in its history. */
    public void withdraw(UUID personId, LocalDate on) {
        if (!(state() instanceof PlanState.InApproval(int step))) {
            throw new Refused(PlanProblem.WRONG_STATE);
        }
        record(step, Verdict.WITHDRAWN, new Decision(Role.PLAN_AUTHOR, personId, on, null));
        approvalStep = null;
        enter(new PlanState.Draft());
    }

    /** Records that some of a measure was delivered. */
    public void deliver(UUID measureId, BigDecimal quantity) {
        PlanProblem.WRONG_STATE.unless(state() instanceof PlanState.Active);
        PlanProblem.QUANTITY.when(quantity.signum() <= 0);
        measure(measureId).deliver(quantity);
    }

    /** Judges the semester's work. */
    public void evaluate(LocalDate on, PlanResult outcome) {
        PlanProblem.WRONG_STATE.unless(state() instanceof PlanState.Active);
        PlanProblem.DATE_ORDER.when(on.isBefore(Objects.requireNonNull(activeFrom)));
        evaluatedOn = on;
        result = outcome;
        enter(new PlanState.Evaluated(outcome));
    }

    /** Judges the semester's work, risk by risk and measure by measure. */
    void evaluate(LocalDate on, PlanEvaluation evaluation) {
        PlanProblem.WRONG_STATE.unless(state() instanceof PlanState.Active);
        evaluation.requireWhole(risks(), measures());
        evaluate(on, evaluation.result());
        risks().forEach(risk -> risk.judge(evaluation.of(risk)));
        measures().forEach(measure -> measure.judge(evaluation.of(measure)));
    }

    /** A draft for the next semester with what is still needed; it waits for a new application. */
    SupportPlan next(UUID newId, PlanCode newCode, UUID newAuthor, PlanDays days) {
        PlanProblem.WRONG_STATE.unless(state() instanceof PlanState.Evaluated || state() instanceof PlanState.Closed);
        var about = subject();
        var next = new SupportPlan(newId, newCode,
                new PlanSubject(about.learnerId(), about.schoolId(), about.semester().next(), about.programme()),
                newAuthor);
        next.continues(this);
        next.copy(this, days);
        return next;
    }

    /** Closes an evaluated plan; closing it before the end of the semester ends it that day. */
    public void close(LocalDate on) {
        PlanProblem.WRONG_STATE.unless(state() instanceof PlanState.Evaluated);
        PlanProblem.DATE_ORDER.when(on.isBefore(Objects.requireNonNull(evaluatedOn)));
        closedOn = on;
        endBy(on);
        enter(new PlanState.Closed(Objects.requireNonNull(result)));
    }

    /** Ends an approved plan before its time. */
    public void terminate(LocalDate on, String why) {
        PlanProblem.WRONG_STATE.unless(state() instanceof PlanState.Active);
        PlanProblem.DATE_ORDER.when(on.isBefore(Objects.requireNonNull(activeFrom)));
        reason = Decision.reason(why);
        terminatedOn = on;
        endBy(on);
        enter(new PlanState.Terminated(reason));
    }

    /**
     * The learner goes to another school: what is not approved yet is refused, what runs ends on the last day here, what
     * is judged is closed.
     */
    public void leave(LocalDate lastDay, Decision decision) {
        switch (state()) {
            case PlanState.Draft draft -> drop(1, decision);
            case PlanState.Returned returned -> drop(1, decision);
            case PlanState.InApproval waiting -> drop(waiting.step(), decision);
            case PlanState.Active active -> {
                LocalDate first = Objects.requireNonNull(activeFrom);
                terminate(lastDay.isBefore(first) ? first : lastDay, Decision.reason(decision.remark()));
            }
            case PlanState.Evaluated judged -> close(decision.on());
            case PlanState.Rejected over -> {
            }
            case PlanState.Closed over -> {
            }
            case PlanState.Terminated over -> {
            }
        }
    }

    private void drop(int step, Decision decision) {
        reason = Decision.reason(decision.remark());
        record(step, Verdict.REJECTED, decision);
        approvalStep = null;
        enter(new PlanState.Rejected(reason));
    }

    /** Where the plan is in its life. */
    public PlanState state() {
        return PlanState.of(state, approvalStep, reason, result);
    }

    /** The state as it follows from the dates and decisions alone; a test holds the stored one equal to it. */
    String stateByFacts() {
        if (approvedOn != null) {
            var ended = closedOn != null ? "CLOSED" : evaluatedOn != null ? "EVALUATED" : "ACTIVE";
            return terminatedOn != null ? "TERMINATED" : ended;
        }
        if (approvalStep != null) {
            return "IN_APPROVAL";
        }
        var last = approvals.isEmpty() ? Verdict.WITHDRAWN : approvals.getLast().verdict();
        return last == Verdict.WITHDRAWN ? "DRAFT" : last.name();
    }

    /** First and last day of support; null until the last approval. */
    public @Nullable PlanDays active() {
        return activeFrom == null || activeTo == null ? null : new PlanDays(activeFrom, activeTo);
    }

    /** Every decision so far, in their order. */
    List<PlanApproval> approvals() {
        return List.copyOf(approvals);
    }

    private int requireDecider(ApprovalChain chain, Decision decision) {
        if (!(state() instanceof PlanState.InApproval(int step))) {
            throw new Refused(PlanProblem.WRONG_STATE);
        }
        PlanProblem.NOT_THIS_STEP.unless(chain.decider(step) == decision.role());
        PlanProblem.NOT_THIS_STEP.when(decision.personId() == null && decision.role() != Role.OPERATOR_REVIEWER);
        PlanProblem.OWN_PLAN.when(authorId().equals(decision.personId()));
        return step;
    }

    private String decline(ApprovalChain chain, Decision decision, Verdict verdict) {
        int step = requireDecider(chain, decision);
        var why = Decision.reason(decision.remark());
        record(step, verdict, decision);
        approvalStep = null;
        reason = why;
        return why;
    }

    private void record(int step, Verdict verdict, Decision decision) {
        approvals.add(new PlanApproval(Ids.next(), this, step, verdict, decision));
    }

    @Override
    SupportPlan plan() {
        return this;
    }

    @Override
    void requireEditable() {
        PlanProblem.WRONG_STATE.unless(state() instanceof PlanState.Draft || state() instanceof PlanState.Returned);
    }

    private void endBy(LocalDate day) {
        if (activeTo != null && day.isBefore(activeTo)) {
            activeTo = day;
        }
    }

    private void enter(PlanState next) {
        state = next.code();
    }
}
