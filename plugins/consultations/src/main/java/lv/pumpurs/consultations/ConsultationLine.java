package lv.pumpurs.consultations;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One consultation in the list.
 *
 * @param id key of the consultation
 * @param heldOn day
 * @param learnerId key of the learner
 * @param givenName learner's given name
 * @param familyName learner's family name
 * @param className class or group, null without enrolment
 * @param subject subject or topic
 * @param minutes length
 */
public record ConsultationLine(UUID id, LocalDate heldOn, UUID learnerId, String givenName, String familyName,
        @Nullable String className, String subject, int minutes) {}
