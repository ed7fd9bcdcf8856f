package lv.pumpurs.core.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.core.web.Paging;
import lv.pumpurs.spi.Page;
import lv.pumpurs.spi.RestrictedText;
import org.jspecify.annotations.Nullable;

/**
 * The log of contacts with one learner's guardians.
 *
 * @param learnerId the learner
 * @param learnerName given and family name
 * @param contacts newest first
 * @param paging which of them
 * @param filter to what it is narrowed
 * @param mayWrite whether the reader may write one down
 */
public record ContactsView(UUID learnerId, String learnerName, List<ContactRow> contacts, Paging paging,
        ContactFilter filter, boolean mayWrite) implements Headed {

    /**
     * A contact.
     *
     * @param id key
     * @param heldOn when
     * @param way how
     * @param person with whom
     * @param guardian whether that is a guardian known here
     * @param topic about what
     * @param outcome what came of it
     * @param planCode the plan that it is about
     * @param author who wrote it down, and when
     * @param mendable whether the reader can still change it
     * @param additions what was said more, in its order
     */
    public record ContactRow(UUID id, LocalDate heldOn, ContactWay way, String person, boolean guardian, String topic,
            @Nullable RestrictedText outcome, @Nullable String planCode, Written author, boolean mendable,
            List<Addition> additions) {}

    /**
     * Who wrote something down, and when.
     *
     * @param name given and family name
     * @param at the moment
     */
    public record Written(String name, Instant at) {}

    /**
     * What was said more.
     *
     * @param words as typed
     * @param author who added it, and when
     */
    public record Addition(RestrictedText words, Written author) {}

    @Override
    public String title(Page page) {
        return page.t("contact.title");
    }

    @Override
    public List<Crumb> above(Page page) {
        return List.of(new Crumb(page.t("learner.title"), page.link("learners")),
                new Crumb(learnerName, page.link("learners/" + learnerId)));
    }
}
