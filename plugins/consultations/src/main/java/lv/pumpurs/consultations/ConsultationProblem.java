package lv.pumpurs.consultations;

import java.util.Map;
import lv.pumpurs.spi.ProblemType;
import lv.pumpurs.spi.Refused;

/** Why something is not done with a consultation. */
enum ConsultationProblem implements ProblemType {
    /** The learner does not exist or is out of the caller's reach: both look the same. */
    LEARNER_UNKNOWN("consultation-learner-unknown", 404),
    /** The measure does not exist or is not the caller's: both look the same. */
    MEASURE_UNKNOWN("consultation-measure-unknown", 422),
    /** Several measures of the learner are the caller's: which one is meant must be said. */
    WHICH_MEASURE("consultation-which-measure", 422),
    /** Nobody knows when it began. */
    NO_TIME("consultation-no-time", 422),
    /** The plan is not in force on the day. */
    PLAN_NOT_ACTIVE("consultation-plan-not-active", 422),
    /** The measure is planned for other days. */
    OUT_OF_PERIOD("consultation-out-of-period", 422),
    /** The plan names somebody else, or nobody. */
    NOT_OWN_MEASURE("consultation-not-own-measure", 422),
    /** More than is planned. */
    OVER_QUANTITY("consultation-over-quantity", 422),
    /** The provider has another consultation at the time. */
    PROVIDER_TAKEN("consultation-provider-taken", 422),
    /** The learner has another consultation at the time. */
    LEARNER_TAKEN("consultation-learner-taken", 422),
    /** Nobody teaches on the day. */
    ON_HOLIDAY("consultation-on-holiday", 422),
    /** The day or the time given is still to come. */
    IN_FUTURE("consultation-in-future", 400),
    /** No order of the director covers it. */
    NO_ORDER("consultation-no-order", 422),
    /** Rules do not hold that only warn, and the provider did not say to know it. */
    WARNED("consultation-warned", 422),
    /** What is asked does not go with where the consultation is. */
    WRONG_STATE("consultation-wrong-state", 409),
    /** The time to confirm is over. */
    TOO_LATE("consultation-too-late", 409),
    /** The order exists already, or its days do not follow each other. */
    ORDER_WRONG("consultation-order-wrong", 422),
    /** Nothing of the month can be handed in. */
    SHEET_EMPTY("consultation-sheet-empty", 422),
    /** Something of the month is still planned, though its time is over: a warning. */
    SHEET_OPEN("consultation-sheet-open", 422),
    /** Somebody hands the same month in at the same moment. */
    SHEET_TWICE("consultation-sheet-twice", 409),
    /** The sheet does not exist or is out of the caller's reach: both look the same. */
    SHEET_UNKNOWN("consultation-sheet-unknown", 404),
    /** The sheet has not come to this step, or is beyond it. */
    SHEET_WRONG_STAGE("consultation-sheet-wrong-stage", 409),
    /** Who decides wrote it. */
    SHEET_OWN("consultation-sheet-own", 409),
    /** Consultations were held under it. */
    ORDER_USED("consultation-order-used", 409),
    /** Somebody else has changed it since it was read. */
    CHANGED("consultation-changed", 409),
    /** A program changes what it has not read. */
    NOT_READ("consultation-not-read", 428);

    private final String code;
    private final int status;

    ConsultationProblem(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    /** Key of the sentence that tells it. */
    String detail() {
        return "problem." + code + ".detail";
    }

    void unless(boolean holds) {
        if (!holds) {
            throw new Refused(this);
        }
    }

    /** Told at a field, so that the form comes back with what was typed. */
    Refused at(String field) {
        return new Refused(this, Map.of(field, detail()));
    }
}
