package lv.pumpurs.core.roster;

import java.util.Objects;
import java.util.UUID;
import lv.pumpurs.core.learner.FoldedName;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is there already, or came with an earlier row of the file.
 *
 * @param id key
 * @param guardian whether the person is known as a guardian; false for staff or an adult learner who may become one
 * @param givenName given name
 * @param familyName family name
 * @param email address, null if nobody has told it
 * @param phone telephone, null if nobody has told it
 * @param standing how the person came to be as it is
 */
record KnownGuardian(UUID id, boolean guardian, String givenName, String familyName, @Nullable String email,
        @Nullable String phone, Standing standing) {

    /**
     * How somebody came to be as the person is.
     *
     * @param source key in the system of this school; null if it is not known
     * @param untouched whether an import brought the person, and nobody has changed anything since
     * @param signsIn whether the person was invited, or signs in for another reason
     * @param row number of the row of this file that has decided what becomes of the person; null for none yet
     */
    record Standing(@Nullable String source, boolean untouched, boolean signsIn, @Nullable Integer row) {}

    String foldedName() {
        return FoldedName.fold(givenName + " " + familyName);
    }

    /** As it will be after a row of the file. */
    KnownGuardian decided(int row, @Nullable String source) {
        return new KnownGuardian(id, true, givenName, familyName, email, phone, new Standing(
                standing.source() == null ? source : standing.source(), standing.untouched(), standing.signsIn(),
                standing.row() == null ? Integer.valueOf(row) : standing.row()));
    }

    /** Whether the school's system knows the person by another key. */
    boolean hasOtherSource(@Nullable String said) {
        String known = standing.source();
        return known != null && said != null && !Objects.equals(known, said);
    }
}
