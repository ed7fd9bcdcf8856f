package lv.pumpurs.core.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import lv.pumpurs.spi.RestrictedColumn;
import lv.pumpurs.spi.RestrictedText;

/** What was said more about a contact later. */
@Entity
@Table(name = "contact_addition")
class ContactAddition {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "contact_id")
    private GuardianContact contact;

    @Column(name = "author_id")
    private UUID authorId;

    @Column(name = "words")
    @Convert(converter = RestrictedColumn.class)
    private RestrictedText words;

    // Jakarta Persistence 3.1 knows OffsetDateTime; an Instant would go to the database as bytes
    @Column(name = "recorded_at")
    private OffsetDateTime recordedAt;

    protected ContactAddition() {}

    ContactAddition(UUID id, GuardianContact contact, UUID authorId, RestrictedText words, Instant recordedAt) {
        this.id = id;
        this.contact = contact;
        this.authorId = authorId;
        this.words = words;
        this.recordedAt = recordedAt.atOffset(ZoneOffset.UTC);
    }

    UUID id() {
        return id;
    }

    GuardianContact contact() {
        return contact;
    }

    UUID authorId() {
        return authorId;
    }

    RestrictedText words() {
        return words;
    }

    Instant recordedAt() {
        return recordedAt.toInstant();
    }
}
