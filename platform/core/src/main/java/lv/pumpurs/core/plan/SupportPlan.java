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
import java.util.Optional;
import java.util.UUID;
import lv.pumpurs.spi.Ids;
import org.jspecify.annotations.Nullable;

/**
 * An individual support plan (IAP). It is written by an educator, approved step by step (whoever wrote it decides
 * nothing), active for the rest of its semester but for the times in which it rests, evaluated and closed.
 */
@Entity
@Table(name = "support_plan")
public class SupportPlan extends PlanCourse {

    @Column(name = "evaluated_on")
    private @Nullable LocalDate evaluatedOn;
    @Column(name = "closed_on")
    private @Nullable LocalDate closedOn;
    @Column(name = "terminated_on")
    private @Nullable LocalDate terminatedOn;
    @Enumerated(EnumType.STRING)
    @Column(name = "result")
    private @Nullable PlanResult result;
    @OneToMany(mappedBy = "plan", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<PlanSuspension> suspensions = new ArrayList<>();
    @OneToMany(mappedBy = "plan", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<PlanWriter> writers = new ArrayList<>();

    /** For JPA. */
    protected SupportPlan() {}

    /** A draft. */
    public SupportPlan(UUID id, PlanCode code, PlanSubject subject, UUID authorId) {
        super(id, code, subject, authorId);
    }

    /** Writes what the plan says anew, or the amendment of it: whoever does so decides on it no more than its author. */
    void rewrite(PlanDraft draft, PlanDays days, UUID writer) {
        rewrite(draft, days);
        if (!authorId().equals(writer) && !hasWritten(writer)) {
            writers.add(new PlanWriter(Ids.next(), this, writer));
        }
    }

    @Override
    boolean isBy(@Nullable UUID person) {
        return super.isBy(person) || hasWritten(person);
    }

    private boolean hasWritten(@Nullable UUID person) {
        return writers.stream().anyMatch(one -> one.personId().equals(person));
    }

    @Override
    void amend(UUID author, LocalDate on) {
        super.amend(author, on);
        // what is approved by now is nobody's any more
        writers.clear();
    }

    /** Records that some of a measure was delivered. */
    public void deliver(UUID measureId, BigDecimal quantity) {
        requireActive();
        PlanProblem.QUANTITY.when(quantity.signum() <= 0);
        measure(measureId).deliver(quantity);
    }

    /** Lets the plan rest: until it is resumed nothing of it is given. */
    void suspend(UUID personId, LocalDate on, String why) {
        requireActive();
        PlanProblem.DATE_ORDER.unless(Objects.requireNonNull(active()).hold(on));
        PlanProblem.DATE_ORDER.when(suspensions.stream().anyMatch(one -> one.isNotOverBy(on)));
        String reason = Decision.reason(why);
        suspensions.add(new PlanSuspension(Ids.next(), this, personId, on, reason));
        because(reason);
        enter(new PlanState.Suspended(reason));
    }

    /** Goes on with a plan that rests. */
    void resume(LocalDate on) {
        PlanProblem.WRONG_STATE.unless(state() instanceof PlanState.Suspended);
        rested(on);
        because(null);
        enter(new PlanState.Active());
    }

    /** Judges the semester's work; of a plan that rests only once the semester is over. */
    public void evaluate(LocalDate on, PlanResult outcome) {
        PlanProblem.WRONG_STATE.unless(isToBeJudged(on));
        PlanProblem.DATE_ORDER.when(on.isBefore(Objects.requireNonNull(active()).first()));
        end(on, null);
        evaluatedOn = on;
        result = outcome;
        enter(new PlanState.Evaluated(outcome));
    }

    /** Judges the semester's work, risk by risk and measure by measure. */
    public void evaluate(LocalDate on, PlanEvaluation evaluation) {
        PlanProblem.WRONG_STATE.unless(isToBeJudged(on));
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
        PlanProblem.WRONG_STATE.unless(isUnderWay());
        PlanProblem.DATE_ORDER.when(on.isBefore(Objects.requireNonNull(active()).first()));
        String reason = Decision.reason(why);
        end(on, reason);
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
            case PlanState.Draft draft -> drop(decision);
            case PlanState.Returned returned -> drop(decision);
            case PlanState.InApproval waiting -> drop(decision);
            case PlanState.Active active -> endEarly(lastDay, decision);
            case PlanState.Suspended rests -> endEarly(lastDay, decision);
            case PlanState.Evaluated judged -> close(decision.on());
            case PlanState.Rejected over -> {
            }
            case PlanState.Closed over -> {
            }
            case PlanState.Terminated over -> {
            }
        }
    }

    /** What waits or rests does so until the day of the decision, though the support ended before. */
    private void endEarly(LocalDate lastDay, Decision decision) {
        end(decision.on(), Decision.reason(decision.remark()));
        LocalDate first = Objects.requireNonNull(active()).first();
        terminate(lastDay.isBefore(first) ? first : lastDay, Decision.reason(decision.remark()));
    }

    @Override
    public PlanState state() {
        return state(result);
    }

    /** The state as it follows from the dates and decisions alone; a test holds the stored one equal to it. */
    String stateByFacts() {
        if (active() == null) {
            return stageByFacts();
        }
        var goesOn = suspension().isPresent() ? "SUSPENDED" : "ACTIVE";
        var ended = closedOn != null ? "CLOSED" : evaluatedOn != null ? "EVALUATED" : goesOn;
        return terminatedOn != null ? "TERMINATED" : ended;
    }

    /** Whether it is approved and not judged or ended, though it may rest. */
    boolean isUnderWay() {
        return state() instanceof PlanState.Active || state() instanceof PlanState.Suspended;
    }

    /** Whether its work can be judged on a day. */
    boolean isToBeJudged(LocalDate on) {
        PlanDays days = active();
        return state() instanceof PlanState.Active
                || (state() instanceof PlanState.Suspended && days != null && on.isAfter(days.last()));
    }

    /** The times in which it rested, in their order. */
    List<PlanSuspension> suspensions() {
        return List.copyOf(suspensions);
    }

    private Optional<PlanSuspension> suspension() {
        return suspensions.stream().filter(one -> !one.isOver()).findFirst();
    }

    private void rested(LocalDate on) {
        suspension().ifPresent(one -> one.end(on));
    }

    /** Nothing waits or rests once the work is judged or ended. */
    private void end(LocalDate on, @Nullable String why) {
        rested(on);
        lapse(on);
        because(why);
    }

    private void requireActive() {
        PlanProblem.WRONG_STATE.unless(state() instanceof PlanState.Active);
    }

    @Override
    SupportPlan plan() {
        return this;
    }
}
