package lv.pumpurs.core.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import lv.pumpurs.core.plan.PlanEvaluation.RiskOutcome;
import org.jspecify.annotations.Nullable;

/** A risk as this plan sees it. */
@Entity
@Table(name = "plan_risk")
class PlanRisk {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "plan_id")
    private SupportPlan plan;

    @Column(name = "risk")
    private String risk;

    @Enumerated(EnumType.STRING)
    @Column(name = "severity")
    private Severity severity;

    @Column(name = "note")
    private @Nullable String note;

    @Enumerated(EnumType.STRING)
    @Column(name = "result")
    private @Nullable PlanResult result;

    @Column(name = "remark")
    private @Nullable String remark;

    protected PlanRisk() {}

    PlanRisk(UUID id, SupportPlan plan, String risk, Severity severity, @Nullable String note) {
        this.id = id;
        this.plan = plan;
        this.risk = risk;
        this.severity = severity;
        this.note = note;
    }

    void see(Severity how, @Nullable String shownBy) {
        severity = how;
        note = shownBy;
    }

    void judge(RiskOutcome outcome) {
        result = outcome.result();
        remark = outcome.remark();
    }

    @Nullable
    PlanResult result() {
        return result;
    }

    Severity severity() {
        return severity;
    }

    @Nullable
    String note() {
        return note;
    }

    String risk() {
        return risk;
    }

    SupportPlan plan() {
        return plan;
    }
}
