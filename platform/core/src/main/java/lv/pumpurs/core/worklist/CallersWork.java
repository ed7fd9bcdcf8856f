package lv.pumpurs.core.worklist;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import lv.pumpurs.spi.Caller;

/** How much is due for whoever asks. */
@Dependent
public class CallersWork {

    private final WorkCounts counts;
    private final Caller caller;

    /**
     * One per request.
     *
     * @param counts of the bound tenant
     * @param caller who asks
     */
    @Inject
    public CallersWork(WorkCounts counts, Caller caller) {
        this.counts = counts;
        this.caller = caller;
    }

    /** In the page's transaction, or in one of its own where the page has none. */
    @Transactional
    long all() {
        return Arrays.stream(Due.values()).anyMatch(due -> caller.may(due.permission()))
                ? counts.of(caller.personId(), caller::rolesWith).values().stream().mapToLong(Long::longValue).sum()
                : 0;
    }
}
