package lv.pumpurs.consultations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.spi.Refused;

/**
 * Individuālā konsultācija: one learner, one provider, one day. Recorded after it was held.
 */
@Entity
@Table(name = "consultation")
public class Consultation {

    @Id
    private UUID id;

    @Column(name = "learner_id")
    private UUID learnerId;

    @Column(name = "provider_id")
    private UUID providerId;

    @Column(name = "held_on")
    private LocalDate heldOn;

    private String subject;

    private int minutes;

    @Version
    private int version;

    /** For JPA. */
    protected Consultation() {}

    private Consultation(UUID id, UUID learnerId, UUID providerId, LocalDate heldOn, String subject, int minutes) {
        this.id = id;
        this.learnerId = learnerId;
        this.providerId = providerId;
        this.heldOn = heldOn;
        this.subject = subject;
        this.minutes = minutes;
    }

    /**
     * A consultation that took place.
     *
     * @param id key, UUID version 7
     * @param learnerId whom it was held with
     * @param providerId who held it
     * @param heldOn the day, not after {@code today}
     * @param today the day in Riga
     * @param subject subject or topic, 1 to 80 characters
     * @param minutes length, 1 to 480
     * @return the record of it
     * @throws Refused if the day is still to come
     */
    static Consultation held(UUID id, UUID learnerId, UUID providerId, LocalDate heldOn, LocalDate today,
            String subject, int minutes) {
        if (heldOn.isAfter(today)) {
            // at its field, so that the form comes back with what was typed
            throw new Refused(ConsultationProblem.IN_FUTURE,
                    Map.of("heldOn", "problem.consultation-in-future.detail"));
        }
        return new Consultation(id, learnerId, providerId, heldOn, subject, minutes);
    }

    UUID id() {
        return id;
    }

    UUID learnerId() {
        return learnerId;
    }

    UUID providerId() {
        return providerId;
    }

    LocalDate heldOn() {
        return heldOn;
    }

    String subject() {
        return subject;
    }

    int minutes() {
        return minutes;
    }
}
