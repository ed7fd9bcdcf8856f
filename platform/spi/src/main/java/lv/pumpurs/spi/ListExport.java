package lv.pumpurs.spi;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes a file of a list, CSV as Latvian Excel reads it or XLSX. Injectable. The file is written whole, in the transaction
 * of the request, before the first byte is sent: permission, scope and read log are those of the page.
 */
public interface ListExport {

    /**
     * A file of a list.
     *
     * @param format {@code csv} or {@code xlsx}, as the path says it
     * @param name what it lists, the end of a key {@code export.file.<name>} of the module's texts; tells of nobody
     * @param heads keys of the texts above the columns
     * @param rows writes every row, one after the other: nothing keeps all of them
     * @return the file
     * @throws jakarta.ws.rs.NotFoundException for another format
     */
    Exported of(String format, String name, List<String> heads, Consumer<Row> rows);

    /** Takes a row. */
    @FunctionalInterface
    interface Row {

        /**
         * One row.
         *
         * @param cells texts, numbers, days, moments and {@link Word words} in the order of the heads; null for an empty
         *        cell
         */
        void of(@Nullable Object... cells);
    }

    /**
     * A cell that is a text in the reader's language.
     *
     * @param key key of the text
     */
    record Word(String key) {}

    /**
     * A file, ready to be sent.
     *
     * @param rows how many rows it has, for the {@link ReadLog}
     * @param response that sends it
     */
    record Exported(int rows, Response response) {}
}
