package lv.pumpurs.core.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;

/** Somebody who wrote on a plan beside its author. */
@Entity
@Table(name = "plan_writer")
class PlanWriter {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "plan_id")
    private SupportPlan plan;

    @Column(name = "person_id")
    private UUID personId;

    protected PlanWriter() {}

    PlanWriter(UUID id, SupportPlan plan, UUID personId) {
        this.id = id;
        this.plan = plan;
        this.personId = personId;
    }

    SupportPlan plan() {
        return plan;
    }

    UUID personId() {
        return personId;
    }
}
