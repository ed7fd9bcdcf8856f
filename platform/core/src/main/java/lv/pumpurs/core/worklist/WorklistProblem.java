package lv.pumpurs.core.worklist;

import lv.pumpurs.spi.ProblemType;

/** Why a deadline cannot be set. */
enum WorklistProblem implements ProblemType {
    /** What has been late or in time stays so: a limit is set from today on at the earliest. */
    DEADLINE_IN_THE_PAST("deadline-in-the-past", 422);

    private final String code;
    private final int status;

    WorklistProblem(String code, int status) {
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
