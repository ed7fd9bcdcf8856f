package lv.pumpurs.core.roster;

import java.time.LocalDate;
import lv.pumpurs.core.learner.ClassPlace;
import lv.pumpurs.core.learner.FoldedName;
import lv.pumpurs.core.personalcode.PersonalCode;
import org.jspecify.annotations.Nullable;

/**
 * A row that was understood: a learner in a class.
 *
 * @param givenName given name
 * @param familyName family name
 * @param birthDate day of birth; null if the file does not say
 * @param code personal code; null if the file does not say
 * @param place the class
 * @param from first day in the class; null if the file does not say
 */
record Line(String givenName, String familyName, @Nullable LocalDate birthDate, @Nullable PersonalCode code,
        ClassPlace place, @Nullable LocalDate from) {

    String searchName() {
        return FoldedName.fold(givenName + " " + familyName);
    }
}
