package lv.pumpurs.core.paper;

import lv.pumpurs.spi.ProblemType;

/** Why a paper is not made. */
public enum PaperProblem implements ProblemType {
    /** Others' papers are being made, and this one waited long enough. */
    BUSY("paper-busy", 503),
    /** It would be longer than anybody can sign. */
    TOO_LONG("paper-too-long", 422);

    private final String code;
    private final int status;

    PaperProblem(String code, int status) {
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
