package lv.pumpurs.core.message;

import lv.pumpurs.spi.ProblemType;

/** Why a message is not written. */
enum MessageProblem implements ProblemType {
    /** Nobody of this name stands for the learner. */
    NOBODY("message-nobody", 422);

    private final String code;
    private final int status;

    MessageProblem(String code, int status) {
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
