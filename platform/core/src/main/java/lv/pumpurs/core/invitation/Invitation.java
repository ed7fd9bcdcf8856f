package lv.pumpurs.core.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** How far the invitation of one person is. */
@Entity
@Table(name = "invitation")
public class Invitation {

    /** What is known of it. */
    public enum State {
        /** Somebody has asked for it; the identity provider has not answered yet. */
        ASKED,
        /** The identity provider could not be reached, or refused. */
        FAILED,
        /** The person has an account here and needs no mail, or none can be sent. */
        MEMBER,
        /** The mail by which the person chooses a password has gone out. */
        MAILED
    }

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    /** For JPA. */
    protected Invitation() {}

    Invitation(UUID person, Instant now) {
        this.id = person;
        this.state = State.ASKED;
        this.changedAt = now.atOffset(ZoneOffset.UTC);
    }

    void become(State next, Instant now) {
        state = next;
        changedAt = now.atOffset(ZoneOffset.UTC);
    }

    /**
     * How far it is.
     *
     * @return the state
     */
    public State state() {
        return state;
    }
}
