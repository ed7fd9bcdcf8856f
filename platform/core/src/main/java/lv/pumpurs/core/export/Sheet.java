package lv.pumpurs.core.export;

import java.util.List;
import lv.pumpurs.core.web.RequestPage;
import org.jspecify.annotations.Nullable;

/**
 * A list that is to become a file.
 *
 * @param name what it lists, the end of a key {@code export.file.<name>}; a file's name tells of nobody
 * @param heads keys of the texts above the columns
 * @param rows where the rows come from
 */
public record Sheet(String name, List<String> heads, Rows rows) {

    /** Keeps its own copy of the heads. */
    public Sheet {
        heads = List.copyOf(heads);
    }

    /** Where the rows come from, one by one: nothing keeps all of them. */
    @FunctionalInterface
    public interface Rows {

        /**
         * Writes every row.
         *
         * @param page words and formats of the reader
         * @param row takes one row after the other
         */
        void write(RequestPage page, Row row);
    }

    /** Takes a row. */
    @FunctionalInterface
    public interface Row {

        /**
         * One row.
         *
         * @param cells texts, numbers, days and moments in the order of the heads; null for an empty cell
         */
        void of(@Nullable Object... cells);
    }
}
