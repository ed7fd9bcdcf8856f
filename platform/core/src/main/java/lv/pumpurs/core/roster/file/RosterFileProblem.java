package lv.pumpurs.core.roster.file;

import lv.pumpurs.spi.ProblemType;

/** Why a file is not taken at all. What is wrong with single rows is told row by row instead. */
public enum RosterFileProblem implements ProblemType {
    /** The upload broke off, or no file was chosen. */
    NO_FILE("roster-no-file", 400),
    /** The file is larger than the server takes. */
    TOO_LARGE("roster-file-too-large", 413),
    /** Bytes that are no text. */
    NOT_TEXT("roster-not-text", 400),
    /** Neither UTF-8 nor Windows-1257. */
    WRONG_ENCODING("roster-wrong-encoding", 400),
    /** From some row on the table cannot be read. */
    BROKEN_TABLE("roster-broken-table", 400),
    /** No header, or nothing below it. */
    EMPTY("roster-empty", 400),
    /** More rows than the server takes. */
    TOO_MANY_ROWS("roster-too-many-rows", 413),
    /** A workbook of a spreadsheet program. */
    WORKBOOK("roster-workbook", 400),
    /** A zip that is cut, encrypted or damaged. */
    BROKEN_ZIP("roster-broken-zip", 400),
    /** A zip that grows beyond measure when it is unpacked. */
    ZIP_TOO_LARGE("roster-zip-too-large", 413),
    /** A zip with a path that leads out of it, or another archive in it. */
    HOSTILE_ZIP("roster-hostile-zip", 400),
    /** A file of OneRoster, or a column of one, is missing. */
    INCOMPLETE("roster-incomplete", 400),
    /** A OneRoster zip with changes only. */
    DELTA("roster-delta", 400),
    /** A OneRoster zip of another version. */
    WRONG_VERSION("roster-wrong-version", 400);

    private final String code;
    private final int status;

    RosterFileProblem(String code, int status) {
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
