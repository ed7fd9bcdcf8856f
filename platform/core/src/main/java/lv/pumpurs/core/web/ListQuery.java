package lv.pumpurs.core.web;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list is asked for in its address: page, size, order. A wrong value is taken for the usual one, so that an
 * old bookmark never fails.
 *
 * @param page from 1
 * @param size rows on a page: 25, 50 or 100
 * @param sort name of a column
 * @param descending the other way round
 */
public record ListQuery(int page, int size, String sort, boolean descending) {

    /** What a reader may choose. */
    public static final List<Integer> SIZES = List.of(25, 50, 100);

    private static final int LAST = 100_000;

    /**
     * Reads the query.
     *
     * @param query of the request
     * @param sorts columns that can be sorted by
     * @param usual the column without a choice
     * @return what is asked for
     */
    public static ListQuery of(MultivaluedMap<String, String> query, Set<String> sorts, String usual) {
        String sort = query.getFirst("sort");
        boolean descending = sort != null && sort.startsWith("-");
        String column = sort == null ? usual : descending ? sort.substring(1) : sort;
        boolean known = sorts.contains(column);
        int size = number(query.getFirst("size"), SIZES.getFirst());
        return new ListQuery(Math.clamp(number(query.getFirst("page"), 1), 1, LAST),
                SIZES.contains(size) ? size : SIZES.getFirst(), known ? column : usual, known && descending);
    }

    private static int number(@Nullable String text, int usual) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : usual;
    }

    /**
     * Rows before this page.
     *
     * @return from 0
     */
    public int offset() {
        return (page - 1) * size;
    }

    /**
     * With the number of rows found.
     *
     * @param total rows of all pages
     * @return what the page shows about itself
     */
    public Paging of(long total) {
        return new Paging(page, size, total, (descending ? "-" : "") + sort);
    }
}
