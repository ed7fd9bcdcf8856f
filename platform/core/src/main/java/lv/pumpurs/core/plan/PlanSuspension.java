package lv.pumpurs.core.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A time in which a plan rests: nothing of it is given, as in the spring of 2020. */
@Entity
@Table(name = "plan_suspension")
class PlanSuspension {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "plan_id")
    private SupportPlan plan;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "since")
    private LocalDate since;

    @Column(name = "ended_on")
    private @Nullable LocalDate endedOn;

    @Column(name = "reason")
    private String reason;

    protected PlanSuspension() {}

    PlanSuspension(UUID id, SupportPlan plan, UUID personId, LocalDate since, String reason) {
        this.id = id;
        this.plan = plan;
        this.personId = personId;
        this.since = since;
        this.reason = reason;
    }

    void end(LocalDate on) {
        PlanProblem.DATE_ORDER.when(on.isBefore(since));
        endedOn = on;
    }

    /** Whether a rest that begins on the day would run into this one, or run over it. */
    boolean isNotOverBy(LocalDate day) {
        return endedOn == null || day.isBefore(endedOn);
    }

    boolean isOver() {
        return endedOn != null;
    }

    LocalDate since() {
        return since;
    }

    @Nullable
    LocalDate endedOn() {
        return endedOn;
    }

    String reason() {
        return reason;
    }

    UUID personId() {
        return personId;
    }

    UUID id() {
        return id;
    }

    SupportPlan plan() {
        return plan;
    }
}
