package lv.pumpurs.core.worklist;

import java.util.List;

/**
 * Work of one kind.
 *
 * @param due which kind
 * @param total how many plans wait
 * @param late how many of them for longer than they should
 * @param items the most urgent ones, at most {@link Worklist#SHOWN}
 */
public record WorkGroup(Due due, long total, long late, List<WorkItem> items) {}
