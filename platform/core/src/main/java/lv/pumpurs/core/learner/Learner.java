package lv.pumpurs.core.learner;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lv.pumpurs.core.personalcode.PersonalCode;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.core.tenancy.SchemaName;
import org.jspecify.annotations.Nullable;

/**
 * A learner (<em>izglītojamais</em>) of one of the tenant's schools, with every year in a class. The personal code may
 * change once in a life and is kept encrypted; it is never the key.
 */
@Entity
@Table(name = "learner")
public class Learner {

    @Id
    private UUID id;

    @Column(name = "given_name")
    private String givenName;

    @Column(name = "family_name")
    private String familyName;

    @Column(name = "search_name")
    private String searchName;

    @Column(name = "birth_date")
    private @Nullable LocalDate birthDate;

    @Column(name = "email")
    private @Nullable String email;

    @Column(name = "personal_code")
    private byte @Nullable [] personalCode;

    @Column(name = "personal_code_index")
    private byte @Nullable [] personalCodeIndex;

    @Column(name = "latest_enrolment_id")
    private UUID latestEnrolmentId;

    @Version
    @Column(name = "version")
    private int version;

    @OneToMany(mappedBy = "learner", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<Enrolment> enrolments = new ArrayList<>();

    /** For JPA. */
    protected Learner() {}

    /**
     * A learner who begins in a class.
     *
     * @param id the learner's key in this tenant
     * @param givenName given name
     * @param familyName family name
     * @param admission the first class
     */
    public Learner(UUID id, String givenName, String familyName, Admission admission) {
        this.id = id;
        this.givenName = givenName;
        this.familyName = familyName;
        this.searchName = FoldedName.fold(givenName + " " + familyName);
        var first = new Enrolment(Ids.next(), this, admission);
        this.enrolments.add(first);
        this.latestEnrolmentId = first.id();
    }

    /**
     * Begins another year in a class; the latest one ends the day before, if it has not ended yet.
     *
     * @param admission the class
     * @param previously how the latest year ended
     * @throws IllegalArgumentException if the class begins before the latest one did
     */
    public void enrol(Admission admission, Outcome previously) {
        var latest = latest();
        if (!admission.from().isAfter(latest.validFrom())) {
            throw new IllegalArgumentException("A learner is enrolled forward in time");
        }
        if (latest.validTo() == null) {
            latest.end(admission.from().minusDays(1), previously);
        }
        var next = new Enrolment(Ids.next(), this, admission);
        enrolments.add(next);
        latestEnrolmentId = next.id();
    }

    /**
     * Ends the latest year in a class without another.
     *
     * @param lastDay last day
     * @param outcome how it ended
     */
    public void finish(LocalDate lastDay, Outcome outcome) {
        latest().end(lastDay, outcome);
    }

    /**
     * Gives an adult learner a login.
     *
     * @param address e-mail address, in any case
     */
    public void invite(String address) {
        this.email = address.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * An adult stands for oneself from now on, with a login of one's own.
     *
     * @param birthday day of birth
     * @param address e-mail address, in any case
     */
    public void comeOfAge(LocalDate birthday, String address) {
        this.birthDate = birthday;
        invite(address);
    }

    /**
     * Keeps the learner's personal code, encrypted for this row.
     *
     * @param code the code
     * @param vault the keys
     * @param tenant where the learner is kept
     */
    public void identify(PersonalCode code, PersonalCodeVault vault, SchemaName tenant) {
        this.personalCode = vault.encrypt(code, tenant, id);
        this.personalCodeIndex = vault.index(code, tenant);
    }

    /**
     * The learner's personal code. Show {@link PersonalCode#masked()}; showing all of it is an audited act.
     *
     * @param vault the keys
     * @param tenant where the learner is kept
     * @return empty if no code is known
     */
    public Optional<PersonalCode> personalCode(PersonalCodeVault vault, SchemaName tenant) {
        var stored = personalCode;
        return stored == null ? Optional.empty() : Optional.of(vault.decrypt(stored, tenant, id));
    }

    /**
     * The year in a class that says where the learner is now, or was last.
     *
     * @return the enrolment
     */
    public Enrolment latest() {
        return enrolments.stream()
            .filter(one -> one.id().equals(latestEnrolmentId))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("The latest enrolment of a learner is not among the others"));
    }

    /**
     * Every year in a class.
     *
     * @return in no order
     */
    public List<Enrolment> enrolments() {
        return List.copyOf(enrolments);
    }

    /**
     * The learner's key in this tenant.
     *
     * @return the key
     */
    public UUID id() {
        return id;
    }

    /**
     * Given name.
     *
     * @return the name
     */
    public String givenName() {
        return givenName;
    }

    /**
     * Family name.
     *
     * @return the name
     */
    public String familyName() {
        return familyName;
    }

    /**
     * Day of birth.
     *
     * @return null if nobody has told it
     */
    public @Nullable LocalDate birthDate() {
        return birthDate;
    }

    /**
     * Address of the login of an adult learner.
     *
     * @return in lower case, or null if the learner has no login
     */
    public @Nullable String email() {
        return email;
    }

    /**
     * Counts changes, so that a lost update is noticed.
     *
     * @return the version
     */
    public int version() {
        return version;
    }
}
