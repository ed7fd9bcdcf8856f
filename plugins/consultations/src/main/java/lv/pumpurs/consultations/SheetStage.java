package lv.pumpurs.consultations;

import java.time.LocalDate;
import java.util.UUID;

/** Where a monthly sheet is on its way from the provider by the school to the municipality. */
public sealed interface SheetStage {

    /**
     * With the coordinator of the school.
     *
     * @param on the day it was handed in
     */
    record Submitted(LocalDate on) implements SheetStage {}

    /**
     * The school says that it is right; with the municipality.
     *
     * @param by who says so
     * @param on the day
     */
    record Verified(UUID by, LocalDate on) implements SheetStage {}

    /**
     * The municipality pays for it.
     *
     * @param by who accepted it
     * @param on the day
     */
    record Accepted(UUID by, LocalDate on) implements SheetStage {}

    /**
     * Back with the provider, who corrects its consultations and hands it in again.
     *
     * @param reason what is wrong
     * @param by who says so
     * @param on the day
     */
    record Returned(String reason, UUID by, LocalDate on) implements SheetStage {}

    /**
     * Paid for.
     *
     * @param by who says so
     * @param on the day
     */
    record Paid(UUID by, LocalDate on) implements SheetStage {}

    /**
     * Its code, by which lists filter.
     *
     * @return one upper-case word
     */
    default String code() {
        return switch (this) {
            case Submitted submitted -> "SUBMITTED";
            case Verified verified -> "VERIFIED";
            case Accepted accepted -> "ACCEPTED";
            case Returned returned -> "RETURNED";
            case Paid paid -> "PAID";
        };
    }
}
