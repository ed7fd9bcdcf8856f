package lv.pumpurs.consultations;

import lv.pumpurs.spi.ProblemType;

/** Why a consultation is not recorded. */
enum ConsultationProblem implements ProblemType {
    /** The learner does not exist or is out of the caller's reach: both look the same. */
    LEARNER_UNKNOWN("consultation-learner-unknown", 404),
    /** The day given is still to come. */
    IN_FUTURE("consultation-in-future", 400);

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
}
