package lv.pumpurs.core.roster.file;

/**
 * How much the server takes.
 *
 * @param file bytes of a file as it is sent
 * @param unpacked bytes of all files of a zip together
 * @param rows rows of one table, without its header
 */
public record Limits(long file, long unpacked, int rows) {

    /** Columns of a table. */
    static final int COLUMNS = 100;
    /** Characters of a cell. */
    static final int CELL = 2_000;
    /** Files in a zip. */
    static final int ENTRIES = 60;

    /** A file in megabytes, as a sentence says it. */
    long megabytes() {
        return Math.max(1, file / (1024 * 1024));
    }
}
