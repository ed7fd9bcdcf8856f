package lv.pumpurs.spi.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A measure of a support plan, as view {@code spi_measure} of the tenant's schema. Read only; restricted like its plan.
 * What it is for, the risks, is not told.
 *
 * <p>Whoever counts against {@link #plannedQuantity()} before writing holds the measures first, with the function
 * {@code spi_hold_measures(keys)} of the same schema, keys parted by commas: until the transaction ends nobody else gets past
 * it.
 */
@Entity
@Table(name = "spi_measure")
public class PlanMeasure {

    @Id
    private UUID id;

    @Column(name = "plan_id")
    private UUID planId;

    private String kind;

    @Column(name = "kind_lv")
    private String kindLv;

    @Column(name = "kind_en")
    private String kindEn;

    private String unit;

    @Column(name = "provider_id")
    private @Nullable UUID providerId;

    private @Nullable String subject;

    @Column(name = "planned_quantity")
    private BigDecimal plannedQuantity;

    @Column(name = "starts_on")
    private LocalDate startsOn;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    /** For JPA. */
    protected PlanMeasure() {}

    /**
     * The measure's key.
     *
     * @return UUID version 7
     */
    public UUID id() {
        return id;
    }

    /**
     * The plan it belongs to.
     *
     * @return key of a {@link LearnerPlan}
     */
    public UUID planId() {
        return planId;
    }

    /**
     * What kind of measure it is.
     *
     * @return code of the catalogue, for instance {@code CONS_SUBJECT_TEACHER}
     */
    public String kind() {
        return kind;
    }

    /**
     * The kind in Latvian.
     *
     * @return its name
     */
    public String kindLv() {
        return kindLv;
    }

    /**
     * The kind in English.
     *
     * @return its name
     */
    public String kindEn() {
        return kindEn;
    }

    /**
     * What its quantities count.
     *
     * @return for instance {@code consultation hour}, {@code hour} or {@code session}
     */
    public String unit() {
        return unit;
    }

    /**
     * Who gives it.
     *
     * @return key of a person of the staff; null while nobody is named
     */
    public @Nullable UUID providerId() {
        return providerId;
    }

    /**
     * School subject.
     *
     * @return null where it is none
     */
    public @Nullable String subject() {
        return subject;
    }

    /**
     * How much is planned.
     *
     * @return in {@link #unit()}
     */
    public BigDecimal plannedQuantity() {
        return plannedQuantity;
    }

    /**
     * First day.
     *
     * @return the day
     */
    public LocalDate startsOn() {
        return startsOn;
    }

    /**
     * Last day.
     *
     * @return the day
     */
    public LocalDate endsOn() {
        return endsOn;
    }
}
