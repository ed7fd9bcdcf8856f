package lv.pumpurs.core.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.core.web.Paging;
import lv.pumpurs.spi.Page;
import org.jspecify.annotations.Nullable;

/**
 * The timeline of one learner, as far as the reader may see it.
 *
 * @param learnerId the learner
 * @param learnerName given and family name
 * @param entries newest first
 * @param paging which of them
 * @param chapters to what the reader can narrow it
 * @param chapter to what it is narrowed, null for everything
 */
public record TimelineView(UUID learnerId, String learnerName, List<Entry> entries, Paging paging,
        List<Chapter> chapters, @Nullable Chapter chapter) implements Headed {

    /**
     * Something that happened.
     *
     * @param day when
     * @param chapter what it is about
     * @param textKey key of its sentence
     * @param code key of a word that stands in the sentence first; null for none
     * @param values what stands in the sentence after it
     * @param planId the plan that it leads to, null if it leads nowhere
     */
    public record Entry(LocalDate day, Chapter chapter, String textKey, @Nullable String code, List<String> values,
            @Nullable UUID planId) {

        /**
         * The sentence.
         *
         * @param page the reader's texts
         * @return in the reader's language
         */
        public String words(Page page) {
            Object[] all = new Object[values.size() + (code == null ? 0 : 1)];
            int at = 0;
            if (code != null) {
                all[at++] = page.t(code);
            }
            for (String value : values) {
                all[at++] = value;
            }
            return page.t(textKey, all);
        }
    }

    @Override
    public String title(Page page) {
        return page.t("timeline.title");
    }

    @Override
    public List<Crumb> above(Page page) {
        return List.of(new Crumb(page.t("learner.title"), page.link("learners")),
                new Crumb(learnerName, page.link("learners/" + learnerId)));
    }
}
