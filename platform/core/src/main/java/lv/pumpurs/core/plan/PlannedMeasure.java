package lv.pumpurs.core.plan;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.plan.PlanEvaluation.MeasureOutcome;
import lv.pumpurs.spi.RestrictedColumn;
import lv.pumpurs.spi.RestrictedText;
import org.jspecify.annotations.Nullable;

/** A measure of a plan (<em>atbalsta pasākums</em>): planned against at least one risk, and what of it was delivered. */
@Entity
@Table(name = "planned_measure")
public class PlannedMeasure {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "plan_id")
    private SupportPlan plan;

    @Column(name = "kind")
    private String kind;

    @Column(name = "provider_id")
    private @Nullable UUID providerId;

    @Column(name = "subject")
    private @Nullable String subject;

    @Column(name = "planned_quantity")
    private BigDecimal plannedQuantity;

    @Column(name = "delivered_quantity")
    private BigDecimal deliveredQuantity;

    @Column(name = "starts_on")
    private LocalDate startsOn;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    @Convert(converter = RestrictedColumn.class)
    @Column(name = "remark")
    private @Nullable RestrictedText remark;

    @ElementCollection
    @CollectionTable(name = "planned_measure_risk", joinColumns = @JoinColumn(name = "planned_measure_id"))
    @Column(name = "risk")
    private Set<String> risks = new HashSet<>();

    /** For JPA. */
    protected PlannedMeasure() {}

    PlannedMeasure(UUID id, SupportPlan plan, MeasurePlan measure) {
        this.id = id;
        this.plan = plan;
        this.deliveredQuantity = BigDecimal.ZERO;
        change(measure);
    }

    final void change(MeasurePlan measure) {
        kind = measure.kind();
        providerId = measure.providerId();
        subject = measure.subject();
        plannedQuantity = measure.quantity();
        startsOn = measure.startsOn();
        endsOn = measure.endsOn();
        risks.retainAll(measure.risks());
        risks.addAll(measure.risks());
    }

    /** The same in another semester, against some of its risks. */
    MeasurePlan again(Set<String> against, PlanDays days) {
        return new MeasurePlan(kind, providerId, subject, plannedQuantity, days.first(), days.last(), against);
    }

    /** What came of it, by whoever evaluates: nothing else counts what was given without a record of its own. */
    void judge(MeasureOutcome outcome) {
        deliveredQuantity = outcome.delivered();
        remark = RestrictedText.typed(outcome.remark());
    }

    void deliver(BigDecimal quantity) {
        deliveredQuantity = deliveredQuantity.add(quantity);
    }

    /**
     * The key.
     *
     * @return the key
     */
    public UUID id() {
        return id;
    }

    /**
     * Code of the kind of measure.
     *
     * @return the code
     */
    public String kind() {
        return kind;
    }

    /**
     * Who gives it.
     *
     * @return key of the person, or null
     */
    public @Nullable UUID providerId() {
        return providerId;
    }

    /**
     * How much was planned.
     *
     * @return in the unit of the kind
     */
    public BigDecimal plannedQuantity() {
        return plannedQuantity;
    }

    /**
     * How much was delivered so far.
     *
     * @return in the unit of the kind
     */
    public BigDecimal deliveredQuantity() {
        return deliveredQuantity;
    }

    /**
     * The risks it works against.
     *
     * @return codes, at least one
     */
    public Set<String> risks() {
        return Set.copyOf(risks);
    }

    @Nullable
    String subject() {
        return subject;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    LocalDate endsOn() {
        return endsOn;
    }

    SupportPlan plan() {
        return plan;
    }
}
