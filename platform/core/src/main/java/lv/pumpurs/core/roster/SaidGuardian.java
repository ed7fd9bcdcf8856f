package lv.pumpurs.core.roster;

import java.util.Objects;
import lv.pumpurs.core.learner.FoldedName;
import lv.pumpurs.core.learner.Relation;
import org.jspecify.annotations.Nullable;

/**
 * What a row says of a guardian.
 *
 * @param nth whether it is the first or the second of the row
 * @param source key in the system that the file comes from; null for none
 * @param givenName given name
 * @param familyName family name
 * @param email in small letters; null if the file does not say
 * @param phone with the country's number; null if the file does not say
 * @param role as what the person stands for the learner
 */
record SaidGuardian(int nth, @Nullable String source, String givenName, String familyName, @Nullable String email,
        @Nullable String phone, Role role) {

    /**
     * As what somebody stands for a learner.
     *
     * @param relation null for somebody who does not by law
     * @param said whether the file says so
     */
    record Role(@Nullable Relation relation, boolean said) {}

    String foldedName() {
        return FoldedName.fold(givenName + " " + familyName);
    }

    /** Whether both are meant to be one person. */
    boolean isSameAs(SaidGuardian other) {
        return (source != null && Objects.equals(source, other.source))
                || (email != null && Objects.equals(email, other.email)) || foldedName().equals(other.foldedName());
    }

    /** Whether one of the names is the same: a family name changes, a given name is shortened, both at once rarely. */
    boolean mayBeCalled(String given, String family) {
        return FoldedName.fold(givenName).equals(FoldedName.fold(given))
                || FoldedName.fold(familyName).equals(FoldedName.fold(family));
    }
}
