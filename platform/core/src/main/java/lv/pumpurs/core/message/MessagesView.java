package lv.pumpurs.core.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.core.web.Paging;
import lv.pumpurs.spi.Page;
import org.jspecify.annotations.Nullable;

/**
 * What the school wrote to those who stand for one learner.
 *
 * @param learnerId the learner
 * @param learnerName given and family name
 * @param messages newest first
 * @param paging which of them
 * @param mayWrite whether the reader may write one
 * @param mailed whether a mail tells of a new one
 */
public record MessagesView(UUID learnerId, String learnerName, List<MessageRow> messages, Paging paging,
        boolean mayWrite, boolean mailed) implements Headed {

    /**
     * A message and what became of it.
     *
     * @param id key
     * @param subject about what
     * @param words the message
     * @param authorName who wrote it
     * @param recipientName to whom; null for somebody who is no longer there
     * @param writtenAt when
     * @param delivery what became of it
     */
    public record MessageRow(UUID id, String subject, String words, String authorName, @Nullable String recipientName,
            Instant writtenAt, DeliveryState delivery) {}

    /**
     * What became of a message.
     *
     * @param state {@code QUEUED}, {@code SENT} or {@code FAILED} of the mail that tells of it, {@code READ} once it was
     *     opened here, or {@code HERE} if no mail tells of it
     * @param reason code of why the mail failed, or has not gone out at the first attempt; null if it did
     * @param at when that was; null for a message without a mail
     */
    public record DeliveryState(String state, @Nullable String reason, @Nullable Instant at) {}

    @Override
    public String title(Page page) {
        return page.t("message.title");
    }

    @Override
    public List<Crumb> above(Page page) {
        return List.of(new Crumb(page.t("learner.title"), page.link("learners")),
                new Crumb(learnerName, page.link("learners/" + learnerId)),
                new Crumb(page.t("contact.title"), page.link("learners/" + learnerId + "/contacts")));
    }
}
