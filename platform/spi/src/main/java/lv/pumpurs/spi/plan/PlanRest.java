package lv.pumpurs.spi.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A time in which an approved plan rested, as view {@code spi_plan_rest} of the tenant's schema. Read only. */
@Entity
@Table(name = "spi_plan_rest")
public class PlanRest {

    @Id
    private UUID id;

    @Column(name = "plan_id")
    private UUID planId;

    private LocalDate since;

    @Column(name = "ended_on")
    private @Nullable LocalDate endedOn;

    /** For JPA. */
    protected PlanRest() {}

    /**
     * The plan that rested.
     *
     * @return key of a {@link LearnerPlan}
     */
    public UUID planId() {
        return planId;
    }

    /**
     * First day of the rest.
     *
     * @return the day
     */
    public LocalDate since() {
        return since;
    }

    /**
     * The day on which the plan went on.
     *
     * @return null while it rests
     */
    public @Nullable LocalDate endedOn() {
        return endedOn;
    }
}
