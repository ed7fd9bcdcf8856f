package lv.pumpurs.core.operator;

import lv.pumpurs.spi.ProblemType;

/** Why a tenant's file is not applied. */
enum OperatorProblem implements ProblemType {
    /** The file breaks the rules; the faults name line and reason. */
    WRONG_FILE("tenant-file-wrong", 400),
    /** Another file is being applied to this database. */
    ANOTHER_RUN("tenant-file-another-run", 409);

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
