package lv.pumpurs.core.web;

/**
 * Where in a list a page stands.
 *
 * @param page from 1
 * @param size rows on a page
 * @param total rows of all pages
 * @param sort column, with a minus sign if descending
 */
public record Paging(int page, int size, long total, String sort) {

    /**
     * Number of pages.
     *
     * @return at least 1
     */
    public long last() {
        return Math.max(1, (total + size - 1) / size);
    }

    /**
     * First row shown.
     *
     * @return from 1; 0 for an empty list
     */
    public long first() {
        return total == 0 ? 0 : (page - 1L) * size + 1;
    }

    /**
     * Last row shown.
     *
     * @return at most the total
     */
    public long until() {
        return Math.min(total, (long) page * size);
    }

    /**
     * What a click on a column's head asks for.
     *
     * @param column the column
     * @return the column, or its reverse if it is sorted by already
     */
    public String toggled(String column) {
        return sort.equals(column) ? "-" + column : column;
    }

    /**
     * State of a column, as assistive technology names it.
     *
     * @param column the column
     * @return {@code ascending}, {@code descending} or {@code none}
     */
    public String order(String column) {
        return sort.equals(column) ? "ascending" : sort.equals("-" + column) ? "descending" : "none";
    }
}
