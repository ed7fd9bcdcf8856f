package lv.pumpurs.core.learner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody stands for a learner, for a period; access follows it from day to day. */
@Entity
@Table(name = "guardianship")
class Guardianship {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "guardian_id")
    private Guardian guardian;

    @Column(name = "learner_id")
    private UUID learnerId;

    @Enumerated(EnumType.STRING)
    @Column(name = "relation")
    private Relation relation;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    protected Guardianship() {}

    Guardianship(UUID id, Guardian guardian, UUID learnerId, Relation relation, LocalDate validFrom) {
        this.id = id;
        this.guardian = guardian;
        this.learnerId = learnerId;
        this.relation = relation;
        this.validFrom = validFrom;
    }

    UUID id() {
        return id;
    }

    /** Whether it holds on a day. */
    boolean validOn(LocalDate day) {
        LocalDate end = validTo;
        return !day.isBefore(validFrom) && (end == null || !day.isAfter(end));
    }

    boolean isEnded(LocalDate today) {
        LocalDate end = validTo;
        return end != null && end.isBefore(today);
    }

    /** Ends it, if it does not end sooner by itself. */
    void endOn(LocalDate lastDay) {
        LocalDate end = validTo;
        if (end == null || lastDay.isBefore(end)) {
            validTo = lastDay;
        }
    }

    LocalDate validFrom() {
        return validFrom;
    }

    UUID learnerId() {
        return learnerId;
    }

    Guardian guardian() {
        return guardian;
    }
}
