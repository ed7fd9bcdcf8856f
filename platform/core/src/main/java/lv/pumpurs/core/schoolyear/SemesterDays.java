package lv.pumpurs.core.schoolyear;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days of a semester, as the nation published them. Grades 9 and 12 are taught longer in spring. */
@Entity
@Table(name = "semester")
public class SemesterDays {

    @Id
    private String code;

    @Column(name = "starts_on")
    private LocalDate startsOn;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    @Column(name = "grade9_ends_on")
    private @Nullable LocalDate grade9EndsOn;

    @Column(name = "grade12_ends_on")
    private @Nullable LocalDate grade12EndsOn;

    /** For JPA. */
    protected SemesterDays() {}

    SemesterDays(Semester semester, LocalDate startsOn, LocalDate endsOn, @Nullable LocalDate grade9EndsOn,
            @Nullable LocalDate grade12EndsOn) {
        this.code = semester.code();
        this.startsOn = startsOn;
        this.endsOn = endsOn;
        this.grade9EndsOn = grade9EndsOn;
        this.grade12EndsOn = grade12EndsOn;
    }

    /**
     * Which semester.
     *
     * @return the semester
     */
    public Semester semester() {
        return Semester.of(code);
    }

    /**
     * First day of teaching.
     *
     * @return the day
     */
    public LocalDate startsOn() {
        return startsOn;
    }

    /**
     * Last day of teaching for a grade.
     *
     * @param grade 1 to 12
     * @return the day
     */
    public LocalDate endsOn(int grade) {
        var later = switch (grade) {
            case 9 -> grade9EndsOn;
            case 12 -> grade12EndsOn;
            default -> null;
        };
        return later == null ? endsOn : later;
    }
}
