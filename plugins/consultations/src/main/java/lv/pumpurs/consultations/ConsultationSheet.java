package lv.pumpurs.consultations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.UUID;
import lv.pumpurs.consultations.SheetStage.Accepted;
import lv.pumpurs.consultations.SheetStage.Paid;
import lv.pumpurs.consultations.SheetStage.Returned;
import lv.pumpurs.consultations.SheetStage.Submitted;
import lv.pumpurs.consultations.SheetStage.Verified;
import org.jspecify.annotations.Nullable;

/**
 * KA veidlapa: what a provider gave a learner by one plan in one month, on its way to being paid for. Its consultations name
 * it; as long as it is with the school or the municipality, and once it is paid, they stay as they are.
 */
@Entity
@Table(name = "consultation_sheet")
public class ConsultationSheet {

    @Id
    private UUID id;

    @Column(name = "provider_id")
    private UUID providerId;

    @Column(name = "school_id")
    private UUID schoolId;

    @Column(name = "learner_id")
    private UUID learnerId;

    @Column(name = "plan_id")
    private UUID planId;

    private LocalDate month;

    private int number;

    @Column(name = "lesson_minutes")
    private int lessonMinutes;

    private String stage;

    @Column(name = "submitted_on")
    private LocalDate submittedOn;

    @Column(name = "verified_by")
    private @Nullable UUID verifiedBy;

    @Column(name = "verified_on")
    private @Nullable LocalDate verifiedOn;

    @Column(name = "accepted_by")
    private @Nullable UUID acceptedBy;

    @Column(name = "accepted_on")
    private @Nullable LocalDate acceptedOn;

    @Column(name = "paid_by")
    private @Nullable UUID paidBy;

    @Column(name = "paid_on")
    private @Nullable LocalDate paidOn;

    @Column(name = "returned_by")
    private @Nullable UUID returnedBy;

    @Column(name = "returned_on")
    private @Nullable LocalDate returnedOn;

    private @Nullable String reason;

    @Version
    private int version;

    /** For JPA. */
    protected ConsultationSheet() {}

    /** A sheet for what one consultation is of; the first of the month has number 1. */
    ConsultationSheet(UUID id, Consultation of, int number, int lessonMinutes, LocalDate today) {
        this.id = id;
        this.providerId = of.providerId();
        this.schoolId = Objects.requireNonNull(of.schoolId());
        this.learnerId = of.learnerId();
        this.planId = Objects.requireNonNull(of.planId());
        this.month = of.slot().day().withDayOfMonth(1);
        this.number = number;
        this.lessonMinutes = lessonMinutes;
        this.submittedOn = today;
        this.stage = new Submitted(today).code();
    }

    /** Corrected, and with the school once more. */
    void handInAgain(LocalDate today) {
        ConsultationProblem.SHEET_WRONG_STAGE.unless(isWithProvider());
        returnedBy = null;
        returnedOn = null;
        reason = null;
        submittedOn = today;
        stage = new Submitted(today).code();
    }

    /** The school says that it is right. */
    void verify(UUID by, LocalDate today) {
        SheetAct.VERIFY.require(this, by);
        verifiedBy = by;
        verifiedOn = today;
        stage = new Verified(by, today).code();
    }

    /** The municipality agrees to pay for it. */
    void accept(UUID by, LocalDate today) {
        SheetAct.ACCEPT.require(this, by);
        acceptedBy = by;
        acceptedOn = today;
        stage = new Accepted(by, today).code();
    }

    /** It was paid for. */
    void pay(UUID by, LocalDate today) {
        SheetAct.PAY.require(this, by);
        paidBy = by;
        paidOn = today;
        stage = new Paid(by, today).code();
    }

    /** It goes back to the provider; what the school said of it before holds no longer. */
    void giveBack(String why, UUID by, LocalDate today) {
        SheetAct.RETURN.require(this, by);
        verifiedBy = null;
        verifiedOn = null;
        returnedBy = by;
        returnedOn = today;
        reason = why;
        stage = new Returned(why, by, today).code();
    }

    /** Where it is. */
    SheetStage stage() {
        return switch (stage) {
            case "VERIFIED" -> new Verified(Objects.requireNonNull(verifiedBy), Objects.requireNonNull(verifiedOn));
            case "ACCEPTED" -> new Accepted(Objects.requireNonNull(acceptedBy), Objects.requireNonNull(acceptedOn));
            case "PAID" -> new Paid(Objects.requireNonNull(paidBy), Objects.requireNonNull(paidOn));
            case "RETURNED" -> new Returned(Objects.requireNonNull(reason), Objects.requireNonNull(returnedBy),
                    Objects.requireNonNull(returnedOn));
            default -> new Submitted(submittedOn);
        };
    }

    /** Whether its provider has it back, to be corrected. */
    boolean isWithProvider() {
        return stage() instanceof Returned;
    }

    /** So many minutes in consultation hours, as the school counted on the day it was handed in. */
    BigDecimal lessons(int minutes) {
        return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(lessonMinutes), 2, RoundingMode.HALF_UP);
    }

    UUID id() {
        return id;
    }

    UUID providerId() {
        return providerId;
    }

    UUID schoolId() {
        return schoolId;
    }

    UUID learnerId() {
        return learnerId;
    }

    UUID planId() {
        return planId;
    }

    YearMonth month() {
        return YearMonth.from(month);
    }

    int number() {
        return number;
    }

    LocalDate submittedOn() {
        return submittedOn;
    }

    /** Who said that it is right, as long as that holds. */
    @Nullable
    UUID verifiedBy() {
        return verifiedBy;
    }

    @Nullable
    LocalDate verifiedOn() {
        return verifiedOn;
    }

    @Nullable
    UUID acceptedBy() {
        return acceptedBy;
    }

    @Nullable
    LocalDate acceptedOn() {
        return acceptedOn;
    }

    @Nullable
    LocalDate paidOn() {
        return paidOn;
    }

    int version() {
        return version;
    }
}
