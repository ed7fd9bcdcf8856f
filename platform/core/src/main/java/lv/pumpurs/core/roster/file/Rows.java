package lv.pumpurs.core.roster.file;

import java.util.List;

/** Takes the rows of a file in the order in which they stand there. */
public interface Rows {

    /**
     * A table begins.
     *
     * @param part name of the table: empty for a CSV file, that of the file without ending inside a zip
     * @param names names of its columns
     */
    void begin(String part, List<String> names);

    /**
     * A row of the table that began last.
     *
     * @param number as a spreadsheet counts: the header is row 1
     * @param cells may be more or fewer than there are columns
     */
    void row(int number, List<String> cells);
}
