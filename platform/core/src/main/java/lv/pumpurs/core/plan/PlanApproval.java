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
import java.util.UUID;
import lv.pumpurs.spi.RestrictedColumn;
import lv.pumpurs.spi.RestrictedText;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/** A decision on a step, kept for good. */
@Entity
@Table(name = "plan_approval")
class PlanApproval {

    /** What was decided. */
    enum Verdict {
        APPROVED,
        RETURNED,
        REJECTED,
        /** By the author: the way through the steps ended before the last. */
        WITHDRAWN
    }

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "plan_id")
    private SupportPlan plan;

    /** What was decided on; null for the plan itself. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "amendment_id")
    private @Nullable PlanAmendment amendment;

    @Column(name = "step")
    private int step;

    @Enumerated(EnumType.STRING)
    @Column(name = "role")
    private Role role;

    @Column(name = "person_id")
    private @Nullable UUID personId;

    @Column(name = "operator_entry_id")
    private @Nullable UUID operatorEntryId;

    @Enumerated(EnumType.STRING)
    @Column(name = "decision")
    private Verdict verdict;

    @Column(name = "decided_on")
    private LocalDate decidedOn;

    @Convert(converter = RestrictedColumn.class)
    @Column(name = "remark")
    private @Nullable RestrictedText remark;

    protected PlanApproval() {}

    PlanApproval(UUID id, SupportPlan plan, @Nullable PlanAmendment amendment, int step, Verdict verdict,
            Decision decision) {
        this.id = id;
        this.plan = plan;
        this.amendment = amendment;
        this.step = step;
        this.role = decision.role();
        boolean byOperator = decision.role() == Role.OPERATOR_REVIEWER;
        this.personId = byOperator ? null : decision.personId();
        this.operatorEntryId = byOperator ? decision.personId() : null;
        this.verdict = verdict;
        this.decidedOn = decision.on();
        this.remark = RestrictedText.typed(decision.remark());
    }

    Verdict verdict() {
        return verdict;
    }

    @Nullable
    PlanAmendment amendment() {
        return amendment;
    }

    int step() {
        return step;
    }

    SupportPlan plan() {
        return plan;
    }
}
