package lv.pumpurs.core.plan;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.pumpurs.core.plan.PlanApproval.Verdict;
import lv.pumpurs.core.programme.ApprovalChain;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * How what a plan says comes into force: handed in, decided on step by step, and once approved changed by amendments that
 * take the same way while the plan goes on as it is. Nobody decides on what they wrote.
 */
@MappedSuperclass
public abstract class PlanCourse extends PlanContent {

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
    @Column(name = "reason")
    private @Nullable String reason;
    @OneToMany(mappedBy = "plan", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<PlanApproval> approvals = new ArrayList<>();
    @OneToMany(mappedBy = "plan", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<PlanAmendment> amendments = new ArrayList<>();

    /** For JPA. */
    protected PlanCourse() {}

    PlanCourse(UUID id, PlanCode code, PlanSubject subject, UUID authorId) {
        super(id, code, subject, authorId);
        this.state = new PlanState.Draft().code();
    }

    /** Hands in what is with its author; see {@link SubmissionRule} for what it must hold. */
    public void submit() {
        requireWithAuthor();
        SubmissionRule.ALL.forEach(rule -> rule.check(plan()));
        approvalStep = 1;
        amendment().ifPresentOrElse(PlanAmendment::submit, () -> {
            reason = null;
            enter(new PlanState.InApproval(1));
        });
    }

    /**
     * Approves the step under way. The last step puts an amendment into force, or makes the plan active from that day, or
     * from the first day of the semester if that is later.
     */
    public void approve(ApprovalChain chain, Decision decision, PlanDays days) {
        int step = requireDecider(chain, decision);
        boolean last = chain.isLast(step);
        PlanProblem.TOO_LATE.when(last && decision.on().isAfter(days.last()));
        Optional<PlanAmendment> change = amendment();
        if (last) {
            change.ifPresent(PlanAmendment::requireAdoptable);
        }
        record(step, Verdict.APPROVED, decision);
        approvalStep = last ? null : step + 1;
        if (change.isPresent()) {
            change.filter(one -> last).ifPresent(one -> adopt(one, decision.on()));
        } else if (last) {
            approvedOn = decision.on();
            activeFrom = days.from(decision.on());
            activeTo = days.last();
            enter(new PlanState.Active());
        } else {
            enter(new PlanState.InApproval(step + 1));
        }
    }

    /** Gives what was handed in back to its author. */
    public void giveBack(ApprovalChain chain, Decision decision) {
        String why = decline(chain, decision, Verdict.RETURNED);
        amendment().ifPresentOrElse(change -> change.giveBack(why), () -> {
            reason = why;
            enter(new PlanState.Returned(why));
        });
    }

    /** Refuses what was handed in for good; an approved plan goes on without the amendment. */
    public void reject(ApprovalChain chain, Decision decision) {
        String why = decline(chain, decision, Verdict.REJECTED);
        amendment().ifPresentOrElse(change -> change.reject(why, decision.on()), () -> {
            reason = why;
            enter(new PlanState.Rejected(why));
        });
    }

    /** Refuses what is not approved yet, wherever it stands on its way. */
    void drop(Decision decision) {
        String why = Decision.reason(decision.remark());
        record(approvalStep == null ? 1 : approvalStep, Verdict.REJECTED, decision);
        approvalStep = null;
        reason = why;
        enter(new PlanState.Rejected(why));
    }

    /** Takes back what was handed in, to be written on; what was decided so far stays in its history. */
    public void withdraw(UUID personId, LocalDate on) {
        record(requireStep(), Verdict.WITHDRAWN, new Decision(Role.PLAN_AUTHOR, personId, on, null));
        approvalStep = null;
        amendment().ifPresentOrElse(PlanAmendment::takeBack, () -> enter(new PlanState.Draft()));
    }

    /**
     * Begins a change of what was approved: a copy to write on.
     *
     * @param author who writes it
     * @param on the day
     */
    void amend(UUID author, LocalDate on) {
        PlanProblem.WRONG_STATE.unless(state() instanceof PlanState.Active);
        PlanProblem.WRONG_STATE.when(amendment().isPresent());
        amendments.add(new PlanAmendment(Ids.next(), plan(), edition() + 1, author, on));
        touch();
    }

    /** Gives an amendment up that is with its author. */
    void discard(LocalDate on) {
        PlanAmendment change = amendment().filter(PlanAmendment::isWithAuthor)
            .orElseThrow(
                    () -> new Refused(PlanProblem.WRONG_STATE));
        change.discard(on);
        touch();
    }

    /** What the plan says, or the amendment of it that is under way. */
    @Override
    void rewrite(PlanDraft draft, PlanDays days) {
        Optional<PlanAmendment> change = amendment();
        if (change.isEmpty()) {
            super.rewrite(draft, days);
            return;
        }
        requireWithAuthor();
        change.get().rewrite(draft, days);
        touch();
    }

    private void adopt(PlanAmendment change, LocalDate on) {
        PlanDraft before = PlanDraft.of(this);
        write(change.proposed());
        change.adopt(before, on);
    }

    /** Ends whatever waits when the plan comes to its end. */
    void lapse(LocalDate on) {
        amendment().ifPresent(change -> change.discard(on));
        approvalStep = null;
    }

    /** Where the plan is in its life. */
    public abstract PlanState state();

    PlanState state(@Nullable PlanResult result) {
        return PlanState.of(state, approvalStep, reason, result);
    }

    /** The way to approval as it follows from the decisions alone. */
    String stageByFacts() {
        if (approvalStep != null) {
            return "IN_APPROVAL";
        }
        var last = approvals.isEmpty() ? Verdict.WITHDRAWN : approvals.getLast().verdict();
        return last == Verdict.WITHDRAWN ? "DRAFT" : last.name();
    }

    @Nullable
    LocalDate approvedOn() {
        return approvedOn;
    }

    /** First and last day of support; null until the last approval. */
    public @Nullable PlanDays active() {
        return activeFrom == null || activeTo == null ? null : new PlanDays(activeFrom, activeTo);
    }

    /** The amendment that is under way. */
    Optional<PlanAmendment> amendment() {
        return amendments.stream().filter(PlanAmendment::isPending).findFirst();
    }

    /** Every amendment so far, whatever became of it. */
    List<PlanAmendment> amendments() {
        return List.copyOf(amendments);
    }

    /** How often what the plan says was approved: an amendment makes the next edition. */
    int edition() {
        return 1 + (int) amendments.stream().filter(PlanAmendment::isAdopted).count();
    }

    /** What is written on, or waits: the amendment under way, or what the plan says. */
    PlanDraft written() {
        return amendment().map(PlanAmendment::proposed).orElseGet(() -> PlanDraft.of(this));
    }

    /** Whether the author has it: a draft, something returned, an amendment being written. */
    boolean isWithAuthor() {
        return amendment().map(PlanAmendment::isWithAuthor)
            .orElse(state() instanceof PlanState.Draft || state() instanceof PlanState.Returned);
    }

    /** Whether a person wrote what waits, or what it would change. */
    boolean isBy(@Nullable UUID person) {
        return authorId().equals(person) || amendment().filter(change -> change.authorId().equals(person)).isPresent();
    }

    /** The step that decides next; empty if nothing waits for a decision. */
    Optional<Integer> step() {
        return Optional.ofNullable(approvalStep);
    }

    /** Every decision so far, in their order. */
    List<PlanApproval> approvals() {
        return List.copyOf(approvals);
    }

    private int requireStep() {
        return step().orElseThrow(() -> new Refused(PlanProblem.WRONG_STATE));
    }

    private int requireDecider(ApprovalChain chain, Decision decision) {
        int step = requireStep();
        PlanProblem.NOT_THIS_STEP.unless(chain.decider(step) == decision.role());
        PlanProblem.NOT_THIS_STEP.when(decision.personId() == null && decision.role() != Role.OPERATOR_REVIEWER);
        PlanProblem.OWN_PLAN.when(isBy(decision.personId()));
        return step;
    }

    private String decline(ApprovalChain chain, Decision decision, Verdict verdict) {
        int step = requireDecider(chain, decision);
        var why = Decision.reason(decision.remark());
        record(step, verdict, decision);
        approvalStep = null;
        return why;
    }

    private void record(int step, Verdict verdict, Decision decision) {
        approvals.add(new PlanApproval(Ids.next(), plan(), amendment().orElse(null), step, verdict, decision));
    }

    private void requireWithAuthor() {
        PlanProblem.WRONG_STATE.unless(isWithAuthor());
    }

    @Override
    void requireEditable() {
        PlanProblem.WRONG_STATE.unless(state() instanceof PlanState.Draft || state() instanceof PlanState.Returned);
    }

    void endBy(LocalDate day) {
        if (activeTo != null && day.isBefore(activeTo)) {
            activeTo = day;
        }
    }

    void enter(PlanState next) {
        state = next.code();
    }

    /** Why it is where it is. */
    void because(@Nullable String why) {
        reason = why;
    }
}
