package lv.pumpurs.core.audit;

import java.time.Instant;
import java.util.List;
import lv.pumpurs.core.web.Paging;
import org.jspecify.annotations.Nullable;

/**
 * The log of readings.
 *
 * @param reads of this page, newest first
 * @param paging where in the log this page stands
 * @param filter to what it is narrowed
 * @param choices to what it can be narrowed
 */
public record ReadsView(List<ReadView> reads, Paging paging, LogFilter filter, LogChoices choices) {

    /**
     * One page that somebody was shown.
     *
     * @param id number of the reading
     * @param at when
     * @param person who
     * @param purposes codes of what for
     * @param permission what was read, as the permission that it needs
     * @param list whether it was a list and not one learner
     * @param learner name of the learner; null for a list, and if the reader may not see it
     * @param rows how many rows a list showed; null for one learner
     * @param narrowedBy codes of what a list was narrowed by
     * @param reason why, where the reader had to say so; else null
     */
    public record ReadView(long id, Instant at, LogPerson person, List<String> purposes, String permission,
            boolean list, @Nullable String learner, @Nullable Integer rows, List<String> narrowedBy,
            @Nullable String reason) {

        /**
         * The end of the key of what was read.
         *
         * @return the permission with a dot
         */
        public String key() {
            return LogResource.key(permission);
        }
    }
}
