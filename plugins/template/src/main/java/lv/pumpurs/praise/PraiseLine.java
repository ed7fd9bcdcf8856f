package lv.pumpurs.praise;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One praise in the list. Public, as all that templates and JSON show.
 *
 * @param id key of the praise
 * @param givenOn day
 * @param learnerId key of the learner
 * @param givenName learner's given name
 * @param familyName learner's family name
 * @param className class or group, null without enrolment
 * @param words the praise
 */
public record PraiseLine(UUID id, LocalDate givenOn, UUID learnerId, String givenName, String familyName,
        @Nullable String className, String words) {

    /**
     * The name to show.
     *
     * @return "Vārds Uzvārds"
     */
    public String learner() {
        return givenName + " " + familyName;
    }
}
