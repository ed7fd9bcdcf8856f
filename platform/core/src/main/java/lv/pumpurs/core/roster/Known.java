package lv.pumpurs.core.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.learner.ClassPlace;
import org.jspecify.annotations.Nullable;

/**
 * A learner who is there already, as far as an import compares.
 *
 * @param id key
 * @param version counts changes
 * @param givenName given name
 * @param familyName family name
 * @param birthDate day of birth, null if nobody has told it
 * @param codeIndex keyed hash of the personal code in hexadecimal digits, null if none is known
 * @param formerIndexes the same of the codes that the learner had before
 * @param latest the latest year in a class
 */
record Known(UUID id, int version, String givenName, String familyName, @Nullable LocalDate birthDate,
        @Nullable String codeIndex, List<String> formerIndexes, Latest latest) {

    /** Whether a code is, or was, the learner's: a file with the former one takes the present one away from nobody. */
    boolean has(String index) {
        return index.equals(codeIndex) || formerIndexes.contains(index);
    }

    /**
     * The latest year in a class.
     *
     * @param id key of the enrolment
     * @param schoolId the school
     * @param schoolYear the school year
     * @param place the class
     * @param from first day
     * @param to last day, null while it has not ended
     */
    record Latest(UUID id, UUID schoolId, String schoolYear, ClassPlace place, LocalDate from,
            @Nullable LocalDate to) {}
}
