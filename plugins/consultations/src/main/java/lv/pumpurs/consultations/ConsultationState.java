package lv.pumpurs.consultations;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a consultation is. The monthly sheet takes it from {@link Confirmed} on; what nobody confirmed in time is
 * {@link Unconfirmed} by the day alone, and no job has to have run for it.
 */
public sealed interface ConsultationState {

    /** Still to be held. */
    record Planned() implements ConsultationState {}

    /**
     * Held.
     *
     * @param confirmBy last day on which it can be confirmed; null if nobody is asked
     */
    record Held(@Nullable LocalDate confirmBy) implements ConsultationState {}

    /**
     * Confirmed by the learner's side.
     *
     * @param on the day
     * @param by who did
     */
    record Confirmed(LocalDate on, Way by) implements ConsultationState {}

    /**
     * Held, and not confirmed in time: not payable.
     *
     * @param since last day on which it could have been confirmed
     */
    record Unconfirmed(LocalDate since) implements ConsultationState {}

    /** The learner did not come. */
    record NoShow() implements ConsultationState {}

    /**
     * Called off before it was held.
     *
     * @param reason why
     */
    record Cancelled(String reason) implements ConsultationState {}

    /**
     * Moved to another time.
     *
     * @param successor key of the consultation that is planned instead
     */
    record Rescheduled(UUID successor) implements ConsultationState {}

    /**
     * Its code, by which lists filter.
     *
     * @return upper-case words
     */
    default String code() {
        return switch (this) {
            case Planned planned -> "PLANNED";
            case Held held -> "HELD";
            case Confirmed confirmed -> "CONFIRMED";
            case Unconfirmed unconfirmed -> "UNCONFIRMED";
            case NoShow absent -> "NO_SHOW";
            case Cancelled cancelled -> "CANCELLED";
            case Rescheduled moved -> "RESCHEDULED";
        };
    }

    /**
     * Whether the provider's time is taken: whoever waited for a learner who did not come was there.
     *
     * @return false once it was called off or moved
     */
    default boolean takesProvider() {
        return !(this instanceof Cancelled || this instanceof Rescheduled);
    }

    /**
     * Whether the learner's time is taken, and the planned quantity used.
     *
     * @return true for what is planned or was held
     */
    default boolean takesLearner() {
        return takesProvider() && !(this instanceof NoShow);
    }
}
