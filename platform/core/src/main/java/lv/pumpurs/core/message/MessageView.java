package lv.pumpurs.core.message;

import java.time.Instant;
import java.util.UUID;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.spi.Page;

/**
 * One message to whoever it is for.
 *
 * @param id key
 * @param learnerName about whom
 * @param subject about what
 * @param words the message
 * @param authorName who wrote it
 * @param writtenAt when
 */
public record MessageView(UUID id, String learnerName, String subject, String words, String authorName,
        Instant writtenAt) implements Headed {

    @Override
    public String title(Page page) {
        return subject;
    }
}
