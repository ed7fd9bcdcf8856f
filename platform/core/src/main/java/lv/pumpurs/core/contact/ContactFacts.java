package lv.pumpurs.core.contact;

import java.time.LocalDate;
import java.util.UUID;
import lv.pumpurs.spi.RestrictedText;
import org.jspecify.annotations.Nullable;

/**
 * What a contact says.
 *
 * @param heldOn when
 * @param way how
 * @param with with whom
 * @param topic about what
 * @param outcome what came of it
 * @param planId the plan that it is about, if it is about one
 */
record ContactFacts(LocalDate heldOn, ContactWay way, With with, String topic, @Nullable RestrictedText outcome,
        @Nullable UUID planId) {

    /** A guardian of the learner, or somebody else by name: one of the two. */
    record With(@Nullable UUID guardianId, @Nullable String other) {

        With {
            if ((guardianId == null) == (other == null)) {
                throw new IllegalArgumentException("a guardian or somebody else");
            }
        }
    }

    /** Holds the day against the calendar and the learner's time at school; both ends are allowed. */
    ContactFacts checked(LocalDate today, LocalDate firstDay) {
        ContactProblem.IN_FUTURE.at("heldOn", heldOn.isAfter(today));
        ContactProblem.BEFORE_ENROLMENT.at("heldOn", heldOn.isBefore(firstDay));
        return this;
    }
}
