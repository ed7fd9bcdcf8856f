package lv.pumpurs.core.review;

import lv.pumpurs.spi.ProblemType;

/** Why a plan is not opened for review. */
enum ReviewProblem implements ProblemType {
    /** It does not wait for the operator: decided, withdrawn, of a tenant of others, or never there. */
    NOT_WAITING("review-not-waiting", 404);

    private final String code;
    private final int status;

    ReviewProblem(String code, int status) {
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
