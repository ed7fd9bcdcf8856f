package lv.pumpurs.core.plan;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.pumpurs.core.plan.PlanApproval.Verdict;
import lv.pumpurs.core.programme.ApprovalChain;
import lv.pumpurs.core.schoolyear.Semester;
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
public class SupportPlan {

    @Id
    private UUID id;
    @Column(name = "code")
    private String code;
    @Column(name = "learner_id")
    private UUID learnerId;
    @Column(name = "school_id")
    private UUID schoolId;
    @Column(name = "semester")
    private String semester;
    @Column(name = "programme")
    private String programme;
    @Column(name = "author_id")
    private UUID authorId;
    @Column(name = "state")
    private String state;
    @Column(name = "approval_step")
    private @Nullable Integer approvalStep;
    @Column(name = "applied_on")
    @Nullable
    LocalDate appliedOn;
    @Enumerated(EnumType.STRING)
    @Column(name = "applied_by")
    private @Nullable Applicant appliedBy;
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
    @Column(name = "predecessor_id")
    private @Nullable UUID predecessorId;
    @Version
    @Column(name = "version")
    private int version;
    @OneToMany(mappedBy = "plan", cascade = CascadeType.ALL, orphanRemoval = true)
    List<PlanRisk> risks = new ArrayList<>();
    @OneToMany(mappedBy = "plan", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<PlannedMeasure> measures = new ArrayList<>();
    @OneToMany(mappedBy = "plan", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<PlanApproval> approvals = new ArrayList<>();

    /** For JPA. */
    protected SupportPlan() {}

    /** A draft. */
    public SupportPlan(UUID id, PlanCode code, PlanSubject subject, UUID authorId) {
        this.id = id;
        this.code = code.value();
        this.learnerId = subject.learnerId();
        this.schoolId = subject.schoolId();
        this.semester = subject.semester().code();
        this.programme = subject.programme();
        this.authorId = authorId;
        this.state = new PlanState.Draft().code();
    }

    /** Says which plan of an earlier semester this one continues. */
    public void continues(SupportPlan predecessor) {
        requireEditable();
        PlanProblem.DATE_ORDER.unless(predecessor.semester().compareTo(semester()) < 0);
        PlanProblem.OTHER_LEARNER.unless(predecessor.learnerId.equals(learnerId));
        predecessorId = predecessor.id;
    }

    /** Records the signed application of a parent or an adult learner. */
    public void apply(Applicant by, LocalDate on) {
        requireEditable();
        appliedBy = by;
        appliedOn = on;
    }

    /** Names a risk. */
    public void seeRisk(String risk, Severity severity, @Nullable String note) {
        requireEditable();
        PlanProblem.RISK_TWICE.when(risks.stream().anyMatch(one -> one.risk().equals(risk)));
        risks.add(new PlanRisk(Ids.next(), this, risk, severity, note));
    }

    /** Plans a measure against risks that the plan names. */
    public PlannedMeasure plan(MeasurePlan measure) {
        requireEditable();
        PlanProblem.MEASURE_WITHOUT_RISK.when(measure.risks().isEmpty() || !risks.stream()
            .map(PlanRisk::risk)
            .toList()
            .containsAll(measure.risks()));
        PlanProblem.QUANTITY.when(measure.quantity().signum() <= 0);
        PlanProblem.MEASURE_OUTSIDE_SEMESTER.when(measure.endsOn().isBefore(measure.startsOn()));
        measures.add(new PlannedMeasure(Ids.next(), this, measure));
        return measures.getLast();
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

    /** Records that some of a measure was delivered. */
    public void deliver(UUID measureId, BigDecimal quantity) {
        PlanProblem.WRONG_STATE.unless(state() instanceof PlanState.Active);
        PlanProblem.QUANTITY.when(quantity.signum() <= 0);
        measures.stream()
            .filter(one -> one.id().equals(measureId))
            .findFirst()
            .orElseThrow(() -> new Refused(PlanProblem.WRONG_STATE))
            .deliver(quantity);
    }

    /** Judges the semester's work. */
    public void evaluate(LocalDate on, PlanResult outcome) {
        PlanProblem.WRONG_STATE.unless(state() instanceof PlanState.Active);
        PlanProblem.DATE_ORDER.when(on.isBefore(Objects.requireNonNull(activeFrom)));
        evaluatedOn = on;
        result = outcome;
        enter(new PlanState.Evaluated(outcome));
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
        return approvals.isEmpty() ? "DRAFT" : approvals.getLast().verdict().name();
    }

    /** The key. */
    public UUID id() {
        return id;
    }

    /** The code that orders and forms name. */
    public PlanCode code() {
        return new PlanCode(code);
    }

    /** Whom the plan supports, where and when. */
    public PlanSubject subject() {
        return new PlanSubject(learnerId, schoolId, semester(), programme);
    }

    /** The plan's own semester. */
    public Semester semester() {
        return Semester.of(semester);
    }

    /** First and last day of support; null until the last approval. */
    public @Nullable PlanDays active() {
        return activeFrom == null || activeTo == null ? null : new PlanDays(activeFrom, activeTo);
    }

    /** The planned measures. */
    public List<PlannedMeasure> measures() {
        return List.copyOf(measures);
    }

    private int requireDecider(ApprovalChain chain, Decision decision) {
        if (!(state() instanceof PlanState.InApproval(int step))) {
            throw new Refused(PlanProblem.WRONG_STATE);
        }
        PlanProblem.NOT_THIS_STEP.unless(chain.decider(step) == decision.role());
        PlanProblem.NOT_THIS_STEP.when(decision.personId() == null && decision.role() != Role.OPERATOR_REVIEWER);
        PlanProblem.OWN_PLAN.when(authorId.equals(decision.personId()));
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

    private void requireEditable() {
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
