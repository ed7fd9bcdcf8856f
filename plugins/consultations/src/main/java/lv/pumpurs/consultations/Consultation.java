package lv.pumpurs.consultations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.pumpurs.consultations.ConsultationState.Cancelled;
import lv.pumpurs.consultations.ConsultationState.Confirmed;
import lv.pumpurs.consultations.ConsultationState.Held;
import lv.pumpurs.consultations.ConsultationState.Planned;
import lv.pumpurs.consultations.ConsultationState.Unconfirmed;
import org.jspecify.annotations.Nullable;

/**
 * Konsultācija: one learner, one provider, one time, for one measure of the learner's plan. A session with several
 * learners is one of these for each, with the same key of the session. One that was written down before there were
 * plans to tie it to was held, belongs to no measure, and stays as it is.
 */
@Entity
@Table(name = "consultation")
public class Consultation {

    @Id
    private UUID id;

    @Column(name = "session_id")
    private UUID sessionId;

    private boolean leads;

    @Column(name = "learner_id")
    private UUID learnerId;

    @Column(name = "provider_id")
    private UUID providerId;

    @Column(name = "school_id")
    private @Nullable UUID schoolId;

    @Column(name = "plan_id")
    private @Nullable UUID planId;

    @Column(name = "measure_id")
    private @Nullable UUID measureId;

    @Column(name = "held_on")
    private LocalDate day;

    @Column(name = "starts_at")
    private @Nullable LocalTime startsAt;

    private int minutes;

    private @Nullable BigDecimal quantity;

    private String subject;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    @Column(name = "order_id")
    private @Nullable UUID orderId;

    private String state;

    @Column(name = "confirm_by")
    private @Nullable LocalDate confirmBy;

    @Column(name = "confirmed_on")
    private @Nullable LocalDate confirmedOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "confirmed_by")
    private @Nullable Way confirmedBy;

    private @Nullable String reason;

    @Column(name = "successor_id")
    private @Nullable UUID successorId;

    private String known;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "sheet_id")
    private @Nullable ConsultationSheet sheet;

    @Version
    private int version;

    /** For JPA. */
    protected Consultation() {}

    /** What somebody wants to plan or to write down, once the rules allow it; known: those that do not hold, and only warn. */
    Consultation(UUID id, UUID session, Intended one, String subject, List<Rule> known) {
        this.id = id;
        this.sessionId = session;
        this.learnerId = one.measure().plan().learnerId();
        this.providerId = one.by();
        this.schoolId = one.measure().plan().schoolId();
        this.planId = one.measure().plan().id();
        this.measureId = one.measure().id();
        this.day = one.slot().day();
        this.startsAt = Objects.requireNonNull(one.slot().startsAt());
        this.minutes = one.slot().minutes();
        this.quantity = one.quantity();
        this.subject = subject;
        this.mode = one.mode();
        DirectorOrder order = one.order();
        this.orderId = one.mode() == Mode.REMOTE && order != null ? order.id() : null;
        this.known = known.stream().map(Rule::name).collect(Collectors.joining(","));
        this.state = new Planned().code();
        if (one.held()) {
            hold(one.around().now(), one.around().rules());
        }
    }

    /** It took place; the school's rules say how long one waits for the learner's confirmation. */
    final void hold(LocalDateTime now, ConsultationRules rules) {
        require(Planned.class);
        if (slot().isAfter(now)) {
            throw ConsultationProblem.IN_FUTURE.at("heldOn");
        }
        // a remote one is confirmed on the day itself
        confirmBy = mode == Mode.REMOTE ? day : day.plusDays(rules.confirmDays());
        state = new Held(confirmBy).code();
    }

    /** The learner did not come. */
    void miss(LocalDateTime now) {
        require(Planned.class);
        ConsultationProblem.IN_FUTURE.unless(!slot().isAfter(now));
        state = new ConsultationState.NoShow().code();
    }

    /** It is called off, or was written down by mistake; one from before there were plans to tie it to stays as it is. */
    void cancel(String why) {
        ConsultationProblem.WRONG_STATE.unless(startsAt != null && state(day).isCancellable());
        reason = why;
        state = new Cancelled(why).code();
        leads = false;
        confirmedOn = null;
        confirmedBy = null;
        sheet = null;
    }

    /** It is held at another time, as another consultation. */
    void moveTo(UUID successor) {
        require(Planned.class);
        successorId = successor;
        state = new ConsultationState.Rescheduled(successor).code();
        leads = false;
    }

    /** The learner's side says that it was held. */
    void confirm(Way by, LocalDate today) {
        ConsultationProblem.TOO_LATE.unless(!(state(today) instanceof Unconfirmed));
        ConsultationProblem.WRONG_STATE.unless(awaitsConfirmation(today));
        confirmedOn = today;
        confirmedBy = by;
        state = new Confirmed(today, by).code();
    }

    /** Whether the learner's side can confirm it on a day. */
    boolean awaitsConfirmation(LocalDate today) {
        return state(today) instanceof Held held && held.confirmBy() != null;
    }

    /** It goes with a sheet that is handed in. */
    void handIn(ConsultationSheet with) {
        ConsultationProblem.WRONG_STATE.unless(state(day).isToHandIn());
        sheet = with;
    }

    /** It was accepted, and is not paid for after all. */
    void disallow(String why, UUID by) {
        ConsultationProblem.WRONG_STATE.unless(state(day) instanceof ConsultationState.InSheet);
        SheetAct.DISALLOW.require(Objects.requireNonNull(sheet), by);
        reason = why;
        state = new ConsultationState.Disallowed(why).code();
    }

    /** Where it is on a day; never stored: what nobody confirmed in time follows from the day, the rest from its sheet. */
    ConsultationState state(LocalDate today) {
        return switch (state) {
            case "PLANNED" -> new Planned();
            case "CONFIRMED" -> {
                var confirmed = new Confirmed(Objects.requireNonNull(confirmedOn), Objects.requireNonNull(confirmedBy));
                yield sheet == null ? confirmed : new ConsultationState.InSheet(sheet.stage(), confirmed);
            }
            case "DISALLOWED" -> new ConsultationState.Disallowed(Objects.requireNonNull(reason));
            case "NO_SHOW" -> new ConsultationState.NoShow();
            case "CANCELLED" -> new Cancelled(Objects.requireNonNull(reason));
            case "RESCHEDULED" -> new ConsultationState.Rescheduled(Objects.requireNonNull(successorId));
            default -> confirmBy != null && today.isAfter(confirmBy)
                    ? new Unconfirmed(confirmBy)
                    : new Held(confirmBy);
        };
    }

    private void require(Class<? extends ConsultationState> needed) {
        ConsultationProblem.WRONG_STATE.unless(needed.isInstance(state(day)));
    }

    /** It holds the provider's time for its session from now on. */
    void lead() {
        leads = true;
    }

    UUID id() {
        return id;
    }

    UUID sessionId() {
        return sessionId;
    }

    UUID learnerId() {
        return learnerId;
    }

    UUID providerId() {
        return providerId;
    }

    @Nullable
    UUID planId() {
        return planId;
    }

    @Nullable
    UUID measureId() {
        return measureId;
    }

    @Nullable
    UUID schoolId() {
        return schoolId;
    }

    Slot slot() {
        return new Slot(day, startsAt, minutes);
    }

    @Nullable
    BigDecimal quantity() {
        return quantity;
    }

    String subject() {
        return subject;
    }

    Mode mode() {
        return mode;
    }

    @Nullable
    UUID orderId() {
        return orderId;
    }

    @Nullable
    LocalDate confirmBy() {
        return confirmBy;
    }

    @Nullable
    ConsultationSheet sheet() {
        return sheet;
    }

    /** What did not hold when it was written down, and the provider said to know. */
    List<Rule> known() {
        return Stream.of(known.split(",")).filter(name -> !name.isEmpty()).map(Rule::valueOf).toList();
    }

    boolean leads() {
        return leads;
    }

    int version() {
        return version;
    }
}
