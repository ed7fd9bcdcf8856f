package lv.pumpurs.core.web;

import java.util.List;
import lv.pumpurs.spi.Page;

/**
 * A page whose title depends on what it shows. Other pages are titled by the text {@code title.<module>.<Record>}, or
 * {@code <module>.title}.
 */
public interface Headed {

    /**
     * The title of the page, also the last word of the breadcrumb.
     *
     * @param page the reader's texts
     * @return plain text
     */
    String title(Page page);

    /**
     * The pages above this one, below the tenant's home.
     *
     * @param page the reader's texts and links
     * @return from the outermost to the nearest
     */
    default List<Crumb> above(Page page) {
        return List.of();
    }

    /**
     * One step of the breadcrumb.
     *
     * @param text what is shown
     * @param href where it leads
     */
    record Crumb(String text, String href) {}
}
