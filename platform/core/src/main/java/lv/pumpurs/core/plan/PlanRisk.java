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
import java.util.UUID;
import lv.pumpurs.core.plan.PlanEvaluation.RiskOutcome;
import lv.pumpurs.spi.RestrictedColumn;
import lv.pumpurs.spi.RestrictedText;
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

    @Convert(converter = RestrictedColumn.class)
    @Column(name = "note")
    private @Nullable RestrictedText note;

    @Enumerated(EnumType.STRING)
    @Column(name = "result")
    private @Nullable PlanResult result;

    @Convert(converter = RestrictedColumn.class)
    @Column(name = "remark")
    private @Nullable RestrictedText remark;

    protected PlanRisk() {}

    PlanRisk(UUID id, SupportPlan plan, String risk, Severity severity, @Nullable RestrictedText note) {
        this.id = id;
        this.plan = plan;
        this.risk = risk;
        this.severity = severity;
        this.note = note;
    }

    void see(Severity how, @Nullable RestrictedText shownBy) {
        severity = how;
        note = shownBy;
    }

    void judge(RiskOutcome outcome) {
        result = outcome.result();
        remark = RestrictedText.typed(outcome.remark());
    }

    @Nullable
    PlanResult result() {
        return result;
    }

    Severity severity() {
        return severity;
    }

    @Nullable
    RestrictedText note() {
        return note;
    }

    String risk() {
        return risk;
    }

    SupportPlan plan() {
        return plan;
    }
}
