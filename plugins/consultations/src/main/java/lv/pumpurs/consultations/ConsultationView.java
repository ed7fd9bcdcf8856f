package lv.pumpurs.consultations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.spi.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * One consultation.
 *
 * @param id key
 * @param learnerId whom it is held with
 * @param learnerName the learner's name
 * @param providerName who holds it
 * @param when when, how long and how
 * @param subject subject or topic
 * @param course where it is
 * @param known codes of rules that did not hold, and the provider knew
 * @param others how many other learners are in the session
 * @param acts what the reader can do with it now
 * @param version which state of it is shown
 */
public record ConsultationView(UUID id, UUID learnerId, String learnerName, String providerName, When when,
        String subject, Course course, List<String> known, int others, List<String> acts, int version)
        implements
            Versioned {

    /**
     * When, how long and how.
     *
     * @param heldOn the day
     * @param startsAt when it begins; null of one written down before there were times
     * @param minutes length
     * @param quantity the same in the unit of the measure; null of one that belongs to none
     * @param mode how it is held
     * @param order the director's order it is held under; null if it needs none
     */
    public record When(LocalDate heldOn, @Nullable LocalTime startsAt, int minutes, @Nullable BigDecimal quantity,
            Mode mode, @Nullable String order) {}

    /**
     * Where it is.
     *
     * @param state code
     * @param confirmBy last day to confirm it; null where nobody is asked
     * @param confirmedOn when it was confirmed
     * @param confirmedBy by whom
     * @param reason why it was called off, taken back or disallowed
     * @param successor key of the one that is planned instead
     * @param sheet key of the monthly sheet that it was handed in with
     */
    public record Course(String state, @Nullable LocalDate confirmBy, @Nullable LocalDate confirmedOn,
            @Nullable Way confirmedBy, @Nullable String reason, @Nullable UUID successor, @Nullable UUID sheet) {}

    /**
     * Whether the reader can do something with it now.
     *
     * @param act HOLD, MISS, CANCEL, RETRACT, MOVE, CODE, CONFIRM or DISALLOW
     * @return true if so
     */
    public boolean can(String act) {
        return acts.contains(act);
    }
}
