package lv.pumpurs.core.learner;

import jakarta.persistence.Column;
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
import org.jspecify.annotations.Nullable;

/** A learner's year in a class of a school. */
@Entity
@Table(name = "enrolment")
public class Enrolment {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "learner_id")
    private Learner learner;

    @Column(name = "school_id")
    private UUID schoolId;

    @Column(name = "school_year")
    private String schoolYear;

    @Column(name = "class_name")
    private String className;

    @Column(name = "grade")
    private int grade;

    @Column(name = "vocational")
    private boolean vocational;

    @Enumerated(EnumType.STRING)
    @Column(name = "outcome")
    private @Nullable Outcome outcome;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    /** For JPA. */
    protected Enrolment() {}

    Enrolment(UUID id, Learner learner, Admission admission) {
        this.id = id;
        this.learner = learner;
        this.schoolId = admission.schoolId();
        this.schoolYear = admission.schoolYear();
        this.className = admission.place().className();
        this.grade = admission.place().grade();
        this.vocational = admission.place().vocational();
        this.validFrom = admission.from();
    }

    void end(LocalDate lastDay, Outcome how) {
        if (lastDay.isBefore(validFrom)) {
            throw new IllegalArgumentException("An enrolment cannot end before it began");
        }
        this.validTo = lastDay;
        this.outcome = how;
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
     * The school.
     *
     * @return its key
     */
    public UUID schoolId() {
        return schoolId;
    }

    /**
     * The school year.
     *
     * @return for instance {@code 2020/2021}
     */
    public String schoolYear() {
        return schoolYear;
    }

    /**
     * The class.
     *
     * @return the place in it
     */
    public ClassPlace place() {
        return new ClassPlace(className, grade, vocational);
    }

    /**
     * How it ended.
     *
     * @return null while it has not
     */
    public @Nullable Outcome outcome() {
        return outcome;
    }

    /**
     * First day.
     *
     * @return the day
     */
    public LocalDate validFrom() {
        return validFrom;
    }

    /**
     * Last day.
     *
     * @return null while it has not ended
     */
    public @Nullable LocalDate validTo() {
        return validTo;
    }

    Learner learner() {
        return learner;
    }
}
