package lv.pumpurs.spi.learner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A learner with the latest enrolment, as view {@code spi_learner} of the tenant's schema. Read only. It holds
 * <em>every</em> learner of the tenant: a query must restrict it by {@link LearnerAccess}.
 */
@Entity
@Table(name = "spi_learner")
public class RosterLearner {

    @Id
    private UUID id;

    @Column(name = "given_name")
    private String givenName;

    @Column(name = "family_name")
    private String familyName;

    @Column(name = "class_name")
    private @Nullable String className;

    private @Nullable Integer grade;

    @Column(name = "school_id")
    private @Nullable UUID schoolId;

    @Column(name = "school_name")
    private @Nullable String schoolName;

    /** For JPA. */
    protected RosterLearner() {}

    /**
     * The learner's key.
     *
     * @return UUID version 7
     */
    public UUID id() {
        return id;
    }

    /**
     * The name to show.
     *
     * @return "Vārds Uzvārds"
     */
    public String name() {
        return givenName + " " + familyName;
    }

    /**
     * Class or group, {@code 5.a}, {@code P1-2}.
     *
     * @return null for a learner who was never enrolled
     */
    public @Nullable String className() {
        return className;
    }

    /**
     * Grade 1 to 12, or vocational year 1 to 4.
     *
     * @return null for a learner who was never enrolled
     */
    public @Nullable Integer grade() {
        return grade;
    }

    /**
     * School of the latest enrolment.
     *
     * @return its key, or null
     */
    public @Nullable UUID schoolId() {
        return schoolId;
    }

    /**
     * Name of the school of the latest enrolment.
     *
     * @return the name, or null
     */
    public @Nullable String schoolName() {
        return schoolName;
    }
}
