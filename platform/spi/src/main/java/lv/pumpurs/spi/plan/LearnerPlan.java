package lv.pumpurs.spi.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A support plan, as view {@code spi_plan} of the tenant's schema. Read only. It holds <em>every</em> plan of the tenant,
 * drafts too: a query must restrict it by {@code LearnerAccess} of its learner, and for a provider by the own measures.
 */
@Entity
@Table(name = "spi_plan")
public class LearnerPlan {

    @Id
    private UUID id;

    private String code;

    @Column(name = "learner_id")
    private UUID learnerId;

    @Column(name = "school_id")
    private UUID schoolId;

    private String semester;

    private String programme;

    private String state;

    @Column(name = "active_from")
    private @Nullable LocalDate activeFrom;

    @Column(name = "active_to")
    private @Nullable LocalDate activeTo;

    /** For JPA. */
    protected LearnerPlan() {}

    /**
     * The plan's key.
     *
     * @return UUID version 7
     */
    public UUID id() {
        return id;
    }

    /**
     * The plan ID code, by which orders and papers name it.
     *
     * @return unique in the tenant
     */
    public String code() {
        return code;
    }

    /**
     * Whom it supports.
     *
     * @return key of the learner
     */
    public UUID learnerId() {
        return learnerId;
    }

    /**
     * The school whose plan it is.
     *
     * @return key of the school
     */
    public UUID schoolId() {
        return schoolId;
    }

    /**
     * For which semester it is.
     *
     * @return code, for instance {@code 2026/2027-1}
     */
    public String semester() {
        return semester;
    }

    /**
     * The programme that pays.
     *
     * @return code of the programme
     */
    public String programme() {
        return programme;
    }

    /**
     * Where it is, as it is stored: what follows from the day alone is not said here.
     *
     * @return DRAFT, IN_APPROVAL, RETURNED, REJECTED, ACTIVE, SUSPENDED, EVALUATED, CLOSED or TERMINATED
     */
    public String state() {
        return state;
    }

    /**
     * First day of support.
     *
     * @return null until the last approval
     */
    public @Nullable LocalDate activeFrom() {
        return activeFrom;
    }

    /**
     * Last day of support; of a plan that ended before its time, the day of its end.
     *
     * @return null until the last approval
     */
    public @Nullable LocalDate activeTo() {
        return activeTo;
    }
}
