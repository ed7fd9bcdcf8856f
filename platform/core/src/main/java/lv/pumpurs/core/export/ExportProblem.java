package lv.pumpurs.core.export;

import lv.pumpurs.spi.ProblemType;

/** Why a list does not become a file. */
enum ExportProblem implements ProblemType {
    /** More rows than a sheet holds. */
    TOO_LONG("export-too-long", 422);

    private final String code;
    private final int status;

    ExportProblem(String code, int status) {
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
