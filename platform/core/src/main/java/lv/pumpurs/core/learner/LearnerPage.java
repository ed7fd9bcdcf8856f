package lv.pumpurs.core.learner;

import java.util.List;

/**
 * One page of a list of learners.
 *
 * @param rows the learners of this page
 * @param total how many learners all pages have
 * @param page number of this page, from 1
 * @param size how many learners a full page has
 */
public record LearnerPage(List<LearnerRow> rows, long total, int page, int size) {

    /**
     * Keeps its own copy of the rows.
     */
    public LearnerPage {
        rows = List.copyOf(rows);
    }

    /**
     * How many pages there are.
     *
     * @return at least 1
     */
    public long pages() {
        return Math.max(1, (total + size - 1) / size);
    }
}
