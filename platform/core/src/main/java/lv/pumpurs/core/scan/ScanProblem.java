package lv.pumpurs.core.scan;

import lv.pumpurs.spi.ProblemType;

/** Why a scan is not taken. */
public enum ScanProblem implements ProblemType {
    /** No file was chosen, or the sending broke off. */
    NO_FILE("scan-no-file", 400),
    /** A file without a byte in it. */
    EMPTY("scan-empty", 422),
    /** The file is larger than the server takes. */
    TOO_LARGE("scan-too-large", 413),
    /** Neither PDF nor JPEG nor PNG. */
    WRONG_TYPE("scan-wrong-type", 422),
    /** It begins as one of them, and is cut or damaged. */
    BROKEN("scan-broken", 422),
    /** A PDF that asks for a password. */
    PROTECTED("scan-protected", 422),
    /** A picture with more points than anybody needs to read a paper. */
    TOO_MANY_POINTS("scan-too-many-points", 422),
    /** More files than an application has pages. */
    TOO_MANY("scan-too-many", 422),
    /** Others are sending files, and this one waited long enough. */
    BUSY("scan-busy", 503);

    private final String code;
    private final int status;

    ScanProblem(String code, int status) {
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
