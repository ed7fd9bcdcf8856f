package lv.pumpurs.core.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.spi.RestrictedColumn;
import lv.pumpurs.spi.RestrictedText;
import org.jspecify.annotations.Nullable;

/**
 * A change of an approved plan (<em>grozījumi</em>) from its first word to what became of it. The plan stays in force as
 * it was approved until the last step approves the change, too; then this keeps what was in force before.
 */
@Entity
@Table(name = "plan_amendment")
class PlanAmendment {

    /** Where an amendment is on its way. */
    enum Stage {
        /** Being written. */
        WRITTEN,
        /** Waiting for a decision; the plan knows for whose. */
        IN_APPROVAL,
        /** Back with its author. */
        RETURNED,
        /** Approved: the plan says this now. */
        ADOPTED,
        /** Refused for good. */
        REJECTED,
        /** Given up, by its author or because the plan came to its end. */
        DISCARDED
    }

    private static final Set<Stage> PENDING = EnumSet.of(Stage.WRITTEN, Stage.IN_APPROVAL, Stage.RETURNED);

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "plan_id")
    private SupportPlan plan;

    @Column(name = "edition")
    private int edition;

    @Column(name = "author_id")
    private UUID authorId;

    @Enumerated(EnumType.STRING)
    @Column(name = "stage")
    private Stage stage;

    @Column(name = "started_on")
    private LocalDate startedOn;

    @Column(name = "ended_on")
    private @Nullable LocalDate endedOn;

    @Column(name = "reason")
    private @Nullable String reason;

    @Convert(converter = RestrictedColumn.class)
    @Column(name = "proposed")
    private RestrictedText proposed;

    @Convert(converter = RestrictedColumn.class)
    @Column(name = "replaced")
    private @Nullable RestrictedText replaced;

    protected PlanAmendment() {}

    PlanAmendment(UUID id, SupportPlan plan, int edition, UUID authorId, LocalDate on) {
        this.id = id;
        this.plan = plan;
        this.edition = edition;
        this.authorId = authorId;
        this.stage = Stage.WRITTEN;
        this.startedOn = on;
        this.proposed = DraftDocument.write(PlanDraft.of(plan));
    }

    void rewrite(PlanDraft draft, PlanDays days) {
        draft.requireRight(days);
        PlanDraft change = draft.underApplicationOf(PlanDraft.of(plan));
        requireWhatWasGiven(change, plan.measures());
        proposed = DraftDocument.write(change);
    }

    /** What was given of a measure was given under its name: it stays, and not less of it is planned. */
    private static void requireWhatWasGiven(PlanDraft change, List<PlannedMeasure> measures) {
        PlanProblem.MEASURE_BEGUN.unless(measures.stream()
            .filter(one -> one.deliveredQuantity().signum() > 0)
            .allMatch(one -> change.measures()
                .stream()
                .anyMatch(kept -> one.id().equals(kept.id()) && one.kind().equals(kept.kind())
                        && one.deliveredQuantity().compareTo(kept.quantity()) <= 0)));
    }

    /** Refuses the last approval of what cannot be in force: more may have been given since it was written. */
    void requireAdoptable() {
        requireWhatWasGiven(proposed(), plan.measures());
    }

    void submit() {
        stage = Stage.IN_APPROVAL;
        reason = null;
    }

    void takeBack() {
        stage = Stage.WRITTEN;
    }

    void giveBack(String why) {
        stage = Stage.RETURNED;
        reason = why;
    }

    void reject(String why, LocalDate on) {
        end(Stage.REJECTED, on);
        reason = why;
    }

    void discard(LocalDate on) {
        end(Stage.DISCARDED, on);
    }

    void adopt(PlanDraft before, LocalDate on) {
        end(Stage.ADOPTED, on);
        replaced = DraftDocument.write(before);
    }

    private void end(Stage how, LocalDate on) {
        stage = how;
        endedOn = on;
    }

    /** Not adopted, refused or given up so far. */
    boolean isPending() {
        return PENDING.contains(stage);
    }

    boolean isWithAuthor() {
        return stage == Stage.WRITTEN || stage == Stage.RETURNED;
    }

    boolean isAdopted() {
        return stage == Stage.ADOPTED;
    }

    /** Which edition of the plan it makes, or would make. */
    int edition() {
        return edition;
    }

    UUID id() {
        return id;
    }

    UUID authorId() {
        return authorId;
    }

    Stage stage() {
        return stage;
    }

    LocalDate startedOn() {
        return startedOn;
    }

    @Nullable
    LocalDate endedOn() {
        return endedOn;
    }

    @Nullable
    String reason() {
        return reason;
    }

    PlanDraft proposed() {
        return DraftDocument.read(proposed);
    }

    /** What the plan said before; null until this is adopted. */
    @Nullable
    PlanDraft replaced() {
        return replaced == null ? null : DraftDocument.read(replaced);
    }

    SupportPlan plan() {
        return plan;
    }
}
