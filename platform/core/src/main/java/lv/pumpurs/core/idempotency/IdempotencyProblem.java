package lv.pumpurs.core.idempotency;

import lv.pumpurs.spi.ProblemType;

/** Why a request with a key is not done. */
enum IdempotencyProblem implements ProblemType {
    /** The header holds no key. */
    MALFORMED("key-malformed", 400),
    /** The first request with this key is not answered yet. */
    RUNNING("key-running", 409),
    /** It was done, and its answer was a page that is not kept. */
    ALREADY_DONE("already-done", 409),
    /** The key belongs to a request with another content. */
    REUSED("key-reused", 422);

    private final String code;
    private final int status;

    IdempotencyProblem(String code, int status) {
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
