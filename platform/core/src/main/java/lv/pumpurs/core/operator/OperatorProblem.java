package lv.pumpurs.core.operator;

import lv.pumpurs.spi.ProblemType;

/** Why something is not done to a tenant. */
enum OperatorProblem implements ProblemType {
    /** The file breaks the rules; the faults name line and reason. */
    WRONG_FILE("tenant-file-wrong", 400),
    /** Somebody else works on the same tenant. */
    ANOTHER_RUN("tenant-file-another-run", 409),
    /** A step failed; what was done before stays. */
    STEP_FAILED("tenant-step-failed", 503),
    /** No run of this tenant broke, or there is no such tenant. */
    NOTHING_TO_RESUME("tenant-nothing-to-resume", 409),
    /** Migrations are running already, here or on another server. */
    MIGRATIONS_RUNNING("migrations-running", 409);

    private final String code;
    private final int status;

    OperatorProblem(String code, int status) {
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
