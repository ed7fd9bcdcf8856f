package lv.pumpurs.core.family;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.core.web.Paging;
import lv.pumpurs.core.web.RequestPage;
import lv.pumpurs.spi.Page;
import org.jspecify.annotations.Nullable;

/**
 * Who opened a learner's file.
 *
 * @param learnerId the learner
 * @param learnerName given and family name
 * @param visits newest first
 * @param paging which of them
 */
public record ReadersView(UUID learnerId, String learnerName, List<Visit> visits, Paging paging) implements Headed {

    /**
     * Pages of the file that one person opened one after the other.
     *
     * @param from when the first was opened
     * @param until when the last was opened
     * @param pages how many were opened
     * @param reader who
     * @param read what was read, as the permissions that it needs
     */
    public record Visit(Instant from, Instant until, int pages, Who reader, List<String> read) {

        /**
         * What was read, in words.
         *
         * @param page the reader's texts
         * @return a name for each kind of page
         */
        public List<String> what(RequestPage page) {
            return read.stream().map(permission -> permission.replace(':', '.')).map(key -> {
                String own = "readers.page." + key;
                return page.t(page.has(own) ? own : "audit.right." + key);
            }).toList();
        }
    }

    /**
     * Who opened it.
     *
     * @param name the name; null if it is closed to whoever looks, or nobody knows it any more
     * @param known whether the person is still there
     * @param self whether it is whoever looks
     * @param roles codes of the roles by which the person might
     * @param reason why an operator had entered; null for everybody else
     */
    public record Who(@Nullable String name, boolean known, boolean self, List<String> roles,
            @Nullable String reason) {

        /**
         * Who it was, in words.
         *
         * @param page the reader's texts
         * @return a name, or why there is none
         */
        public String words(RequestPage page) {
            String given = name;
            if (given == null) {
                return page.t(known ? "readers.family" : "audit.unknown");
            }
            return self ? page.t("readers.self", given) : given;
        }
    }

    @Override
    public String title(Page page) {
        return page.t("readers.title");
    }

    @Override
    public List<Crumb> above(Page page) {
        return List.of(new Crumb(page.t("learner.title"), page.link("learners")),
                new Crumb(learnerName, page.link("learners/" + learnerId)));
    }
}
