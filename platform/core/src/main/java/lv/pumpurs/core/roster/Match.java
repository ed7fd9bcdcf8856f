package lv.pumpurs.core.roster;

import java.util.ArrayList;
import java.util.List;
import lv.pumpurs.core.roster.Finding.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Whom a row is about: the learner with its personal code; else the one of the same name and day of birth in the school.
 * A name alone decides nothing, unless the person who imports has said so for learners whose day of birth nobody knows.
 *
 * @param learner null for a new one, or if it is in doubt
 * @param doubts why it is in doubt, or what is odd about the one found
 */
record Match(@Nullable Known learner, List<Kind> doubts) {

    /**
     * Finds the learner.
     *
     * @param line the row
     * @param codeIndex keyed hash of its personal code, null without one
     * @param byCode the learner of the tenant with this code, if there is one
     * @param namesakes learners of the school with the same folded name
     * @param byName whether a name may do where no day of birth is known
     * @return the learner, nobody, or a doubt
     */
    static Match of(Line line, @Nullable String codeIndex, @Nullable Known byCode, List<Known> namesakes,
            boolean byName) {
        if (byCode != null) {
            return new Match(byCode, oddities(line, byCode));
        }
        List<Known> sameDay = namesakes.stream()
            .filter(one -> one.birthDate() != null && one.birthDate().equals(line.birthDate()))
            .toList();
        if (sameDay.size() > 1) {
            return new Match(null, List.of(Kind.AMBIGUOUS));
        }
        if (sameDay.size() == 1) {
            Known one = sameDay.getFirst();
            boolean otherCode = codeIndex != null && one.codeIndex() != null;
            return otherCode ? new Match(null, List.of(Kind.OTHER_CODE)) : new Match(one, List.of());
        }
        // whoever has another code, or another day of birth, is somebody else
        List<Known> undated = namesakes.stream()
            .filter(one -> one.birthDate() == null || line.birthDate() == null)
            .filter(one -> codeIndex == null || one.codeIndex() == null)
            .toList();
        if (undated.size() > 1) {
            return new Match(null, List.of(Kind.AMBIGUOUS));
        }
        if (undated.size() == 1) {
            return new Match(byName ? undated.getFirst() : null, List.of(Kind.NAME_ONLY));
        }
        return new Match(null, List.of());
    }

    boolean isInDoubt() {
        return learner == null && !doubts.isEmpty();
    }

    private static List<Kind> oddities(Line line, Known known) {
        List<Kind> odd = new ArrayList<>();
        if (!line.searchName()
            .equals(lv.pumpurs.core.learner.FoldedName.fold(known.givenName() + " "
                    + known.familyName()))) {
            odd.add(Kind.NAME_DIFFERS);
        }
        if (line.birthDate() != null && known.birthDate() != null && !known.birthDate().equals(line.birthDate())) {
            odd.add(Kind.BIRTH_DATE_DIFFERS);
        }
        return odd;
    }
}
