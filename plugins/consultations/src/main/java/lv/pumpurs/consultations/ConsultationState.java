package lv.pumpurs.consultations;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a consultation is. What nobody confirmed in time is {@link Unconfirmed} by the day alone, and no job has to have run
 * for it; what was confirmed goes on with its monthly sheet.
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
     * On a monthly sheet that was handed in: it is where the sheet is.
     *
     * @param stage of the sheet
     * @param confirmed when and by whom it was confirmed
     */
    record InSheet(SheetStage stage, Confirmed confirmed) implements ConsultationState {}

    /**
     * Accepted, and not paid for after all.
     *
     * @param reason why
     */
    record Disallowed(String reason) implements ConsultationState {}

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
            case InSheet in -> in.stage().code();
            case Disallowed disallowed -> "DISALLOWED";
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
        return takesProvider() && !(this instanceof NoShow || this instanceof Disallowed);
    }

    /**
     * Whether its provider can hand it in: it is confirmed, and on no sheet that somebody else has at hand.
     *
     * @return true for what is confirmed, also on a sheet that was returned
     */
    default boolean isToHandIn() {
        return this instanceof Confirmed || (this instanceof InSheet in && in.stage() instanceof SheetStage.Returned);
    }

    /**
     * Whether its provider can call it off, or take it back as written down by mistake.
     *
     * @return true until the school has it at hand
     */
    default boolean isCancellable() {
        return this instanceof Planned || this instanceof Held || this instanceof Unconfirmed || isToHandIn();
    }
}
