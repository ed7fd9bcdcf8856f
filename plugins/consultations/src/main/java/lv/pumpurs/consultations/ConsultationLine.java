package lv.pumpurs.consultations;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One consultation in the list.
 *
 * @param id key of the consultation
 * @param heldOn day
 * @param startsAt when it begins; null of one written down before there were times
 * @param learnerId key of the learner
 * @param givenName learner's given name
 * @param familyName learner's family name
 * @param className class or group, null without enrolment
 * @param subject subject or topic
 * @param minutes length
 * @param mode how it is held
 * @param state code of where it is today
 */
public record ConsultationLine(UUID id, LocalDate heldOn, @Nullable LocalTime startsAt, UUID learnerId,
        String givenName, String familyName, @Nullable String className, String subject, int minutes, Mode mode,
        String state) {

    /**
     * The name to show.
     *
     * @return "Vārds Uzvārds"
     */
    public String name() {
        return givenName + " " + familyName;
    }
}
