package lv.pumpurs.core.message;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import lv.pumpurs.spi.Ids;
import org.jspecify.annotations.Nullable;

/** A message to one person who stands for a learner, or to an adult learner. It is written once and never changed. */
@Entity
@Table(name = "guardian_message")
public class GuardianMessage {

    @Id
    private UUID id;
    @Column(name = "learner_id")
    private UUID learnerId;
    @Column(name = "author_id")
    private UUID authorId;
    @Column(name = "recipient_id")
    private UUID recipientId;
    @Column(name = "subject")
    private String subject;
    @Column(name = "words")
    private String words;
    // Jakarta Persistence 3.1 knows OffsetDateTime; an Instant would go to the database as bytes
    @Column(name = "written_at")
    private OffsetDateTime writtenAt;
    @Column(name = "read_at")
    private @Nullable OffsetDateTime readAt;
    @Column(name = "mail_id")
    private @Nullable UUID mailId;

    /** For JPA. */
    protected GuardianMessage() {}

    /** A message that somebody writes now; with the mail that tells of it, if one goes out. */
    GuardianMessage(Between between, String subject, String words, Instant now, @Nullable UUID mailId) {
        this.id = Ids.next();
        this.learnerId = between.learnerId();
        this.authorId = between.authorId();
        this.recipientId = between.recipientId();
        this.subject = subject;
        this.words = words;
        this.writtenAt = now.atOffset(ZoneOffset.UTC);
        this.mailId = mailId;
    }

    /** About whom, by whom, and to whom. */
    record Between(UUID learnerId, UUID authorId, UUID recipientId) {}

    /** Whoever it is for has opened it; the first time counts. */
    void open(Instant now) {
        if (readAt == null) {
            readAt = now.atOffset(ZoneOffset.UTC);
        }
    }

    UUID id() {
        return id;
    }

    @Nullable
    Instant readAt() {
        OffsetDateTime at = readAt;
        return at == null ? null : at.toInstant();
    }
}
