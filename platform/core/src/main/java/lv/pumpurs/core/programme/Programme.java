package lv.pumpurs.core.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A programme under which schools support learners, with its money's number and its term. */
@Entity
@Table(name = "programme")
public class Programme {

    @Id
    private String code;

    @Column(name = "name_lv")
    private String nameLv;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "number")
    private String number;

    @Column(name = "operator")
    private String operator;

    @Column(name = "starts_on")
    private LocalDate startsOn;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    @Column(name = "first_ends_on")
    private @Nullable LocalDate firstEndsOn;

    /** For JPA. */
    protected Programme() {}

    /**
     * The key, for instance {@code PUMPURS}.
     *
     * @return the code
     */
    public String code() {
        return code;
    }

    /**
     * The name in Latvian.
     *
     * @return the name
     */
    public String nameLv() {
        return nameLv;
    }

    /**
     * The name in English.
     *
     * @return the name
     */
    public String nameEn() {
        return nameEn;
    }

    /**
     * The number of the project that pays for it.
     *
     * @return for instance {@code 8.3.4.0/16/I/001}
     */
    public String number() {
        return number;
    }

    /**
     * The state body that runs it.
     *
     * @return its name
     */
    public String operator() {
        return operator;
    }

    /**
     * The first day of the programme.
     *
     * @return the day
     */
    public LocalDate startsOn() {
        return startsOn;
    }

    /**
     * The last day of the programme, after any prolongation.
     *
     * @return the day
     */
    public LocalDate endsOn() {
        return endsOn;
    }

    /**
     * The last day as agreed at first, where the programme was prolonged; texts of that time name it.
     *
     * @return the day, or null if nothing changed
     */
    public @Nullable LocalDate firstEndsOn() {
        return firstEndsOn;
    }

    /**
     * Whether the programme runs on a day.
     *
     * @param day the day
     * @return true from its first to its last day
     */
    public boolean runsOn(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }
}
