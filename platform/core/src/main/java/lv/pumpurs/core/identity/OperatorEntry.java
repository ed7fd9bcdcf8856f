package lv.pumpurs.core.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * An operator's stay in a tenant: with a reason, for a limited time, kept in the tenant's own schema so that the
 * tenant can read who was there and why. It is for looking after the tenant, or for reviewing one plan.
 */
@Entity
@Table(name = "operator_entry")
public class OperatorEntry {

    /** Shorter than this is no reason. */
    static final int SHORTEST_REASON = 10;
    /** Longer than this is no reason but a report. */
    static final int LONGEST_REASON = 500;
    /** A click and a repeated click, or a page sent again. */
    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    @Id
    private UUID id;

    @Column(name = "person_name")
    private String personName;

    @Column(name = "operator_subject")
    private String operatorSubject;

    private String reason;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "plan_id")
    private @Nullable UUID planId;

    // Jakarta Persistence 3.1 knows OffsetDateTime; an Instant would go to the database as bytes
    @Column(name = "entered_at")
    private OffsetDateTime enteredAt;

    @Column(name = "expires_at")
    private OffsetDateTime expiresAt;

    @Column(name = "left_at")
    private @Nullable OffsetDateTime leftAt;

    /** For JPA. */
    protected OperatorEntry() {}

    private OperatorEntry(UUID id, Person operator, Role role, String reason, Instant now, Duration length) {
        this.id = id;
        this.role = role;
        this.personName = operator.name();
        this.operatorSubject = operator.subject();
        this.reason = reason;
        this.enteredAt = now.atOffset(ZoneOffset.UTC);
        this.expiresAt = now.plus(length).atOffset(ZoneOffset.UTC);
    }

    /**
     * An operator comes in.
     *
     * @param id key, UUID version 7
     * @param operator who
     * @param reason why, 10 to 500 characters after stripping
     * @param now when
     * @param length for how long at most
     * @return the entry
     * @throws Refused without a reason that says something
     */
    static OperatorEntry begin(UUID id, Person operator, @Nullable String reason, Instant now, Duration length) {
        String said = reason == null ? "" : reason.strip();
        if (said.length() < SHORTEST_REASON || said.length() > LONGEST_REASON) {
            throw new Refused(IdentityProblem.REASON_NEEDED,
                    java.util.Map.of("reason", "problem.reason-needed.detail"), SHORTEST_REASON, LONGEST_REASON);
        }
        return new OperatorEntry(id, operator, Role.OPERATOR_ADMIN, said, now, length);
    }

    /**
     * A reviewer opens one plan.
     *
     * @param id key, UUID version 7
     * @param reviewer who
     * @param plan which plan waits for the operator's decision
     * @param reason that it is for review, in the tenant's language
     * @param now when
     * @param length for how long at most
     * @return the entry
     */
    static OperatorEntry review(UUID id, Person reviewer, UUID plan, String reason, Instant now, Duration length) {
        OperatorEntry entry = new OperatorEntry(id, reviewer, Role.OPERATOR_REVIEWER, reason, now, length);
        entry.planId = plan;
        return entry;
    }

    /**
     * Whether the operator is in the tenant.
     *
     * @param now the moment
     * @return false from the moment of leaving or expiry on
     */
    boolean isOpen(Instant now) {
        return leftAt == null && now.isBefore(expiresAt());
    }

    /** Whether this is the other once more: begun a moment later, for the same reason; a plan's is its review. */
    boolean repeats(OperatorEntry other) {
        return role == other.role && Objects.equals(planId, other.planId) && reason.equals(other.reason)
                && Duration.between(other.enteredAt, enteredAt).compareTo(A_MOMENT) < 0;
    }

    void leave(Instant now) {
        if (isOpen(now)) {
            leftAt = now.atOffset(ZoneOffset.UTC);
        }
    }

    UUID id() {
        return id;
    }

    /** As what the operator is here: administrator or reviewer. */
    Role role() {
        return role;
    }

    /**
     * Why the operator is in the tenant.
     *
     * @return the reason as typed
     */
    public String reason() {
        return reason;
    }

    /**
     * When the stay ends by itself.
     *
     * @return the first moment outside
     */
    public Instant expiresAt() {
        return expiresAt.toInstant();
    }
}
