package lv.pumpurs.core.web;

import jakarta.enterprise.context.RequestScoped;

/** How much is due for whoever reads the page of this request, told by whoever can count it. */
@RequestScoped
public class DueCount {

    private long count;

    /**
     * So much is due.
     *
     * @param due pieces of work
     */
    public void is(long due) {
        count = due;
    }

    long get() {
        return count;
    }
}
