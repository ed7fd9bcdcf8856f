package lv.pumpurs.praise;

import lv.pumpurs.spi.ProblemType;

/** Why a praise is not written. What the caller did wrong is one of these; what we did wrong is an exception. */
enum PraiseProblem implements ProblemType {
    /** The learner does not exist, is out of the caller's reach, or the school has no praise: all look the same. */
    LEARNER_UNKNOWN("praise-learner-unknown", 404),
    /** Longer than the school's setting allows. */
    TOO_LONG("praise-too-long", 400);

    private final String code;
    private final int status;

    PraiseProblem(String code, int status) {
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
