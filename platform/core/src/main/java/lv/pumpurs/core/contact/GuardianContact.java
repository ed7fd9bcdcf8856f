package lv.pumpurs.core.contact;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.contact.ContactFacts.With;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.RestrictedColumn;
import lv.pumpurs.spi.RestrictedText;
import org.jspecify.annotations.Nullable;

/**
 * A contact with a guardian (<em>saziņa</em>). Its author mends it for a while; then it stands, and only additions come
 * to it.
 */
@Entity
@Table(name = "guardian_contact")
public class GuardianContact {

    @Id
    private UUID id;
    @Column(name = "learner_id")
    private UUID learnerId;
    @Column(name = "plan_id")
    private @Nullable UUID planId;
    @Column(name = "author_id")
    private UUID authorId;
    @Column(name = "held_on")
    private LocalDate heldOn;
    @Enumerated(EnumType.STRING)
    @Column(name = "way")
    private ContactWay way;
    @Column(name = "guardian_id")
    private @Nullable UUID guardianId;
    @Column(name = "other_person")
    private @Nullable String otherPerson;
    @Column(name = "topic")
    private String topic;
    @Column(name = "outcome")
    @Convert(converter = RestrictedColumn.class)
    private @Nullable RestrictedText outcome;
    // Jakarta Persistence 3.1 knows OffsetDateTime; an Instant would go to the database as bytes
    @Column(name = "recorded_at")
    private OffsetDateTime recordedAt;
    @Version
    @Column(name = "version")
    private int version;
    @OneToMany(mappedBy = "contact", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<ContactAddition> additions = new ArrayList<>();

    /** For JPA. */
    protected GuardianContact() {}

    /** A contact that somebody writes down now. */
    GuardianContact(UUID learnerId, UUID authorId, ContactFacts facts, Instant now) {
        this.id = Ids.next();
        this.learnerId = learnerId;
        this.authorId = authorId;
        this.recordedAt = now.atOffset(ZoneOffset.UTC);
        say(facts);
    }

    /**
     * Mends it.
     *
     * @param person who
     * @param facts what it says now
     * @param now when
     * @param mendable how long after writing it can be mended
     * @throws Refused if the time is over, or the person is not the author
     */
    void mend(UUID person, ContactFacts facts, Instant now, Duration mendable) {
        requireMendable(person, now, mendable);
        say(facts);
    }

    void requireMendable(UUID person, Instant now, Duration mendable) {
        ContactProblem.SETTLED.unless(isFresh(now, mendable));
        ContactProblem.NOT_AUTHOR.unless(authorId.equals(person));
    }

    /** The moment at which the time is over no longer counts. */
    private boolean isFresh(Instant now, Duration mendable) {
        return now.isBefore(recordedAt().plus(mendable));
    }

    /** Adds to it; whoever may write contacts of the learner may. */
    void add(UUID person, RestrictedText words, Instant now) {
        additions.add(new ContactAddition(Ids.next(), this, person, words, now));
    }

    private void say(ContactFacts facts) {
        heldOn = facts.heldOn();
        way = facts.way();
        guardianId = facts.with().guardianId();
        otherPerson = facts.with().other();
        topic = facts.topic();
        outcome = facts.outcome();
        planId = facts.planId();
    }

    UUID id() {
        return id;
    }

    UUID learnerId() {
        return learnerId;
    }

    UUID authorId() {
        return authorId;
    }

    Instant recordedAt() {
        return recordedAt.toInstant();
    }

    ContactFacts facts() {
        return new ContactFacts(heldOn, way, new With(guardianId, otherPerson), topic, outcome, planId);
    }

    List<ContactAddition> additions() {
        return List.copyOf(additions);
    }
}
