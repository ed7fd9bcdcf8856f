package lv.pumpurs.core.roster;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.roster.file.RosterFile.Format;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way into the register of a school.
 *
 * @param id key
 * @param school where it goes
 * @param schoolYear for which year
 * @param format what the file was
 * @param state how far it is
 * @param uploadedBy name of whoever sent it; null if that person is no longer known
 * @param uploadedAt when
 * @param header names of its columns
 * @param mapping which column holds what; null until somebody has said so
 * @param byName whether a name may do where no day of birth is known
 * @param counts how much of what
 * @param failure code of what stopped it; null for nothing
 */
public record RosterImport(UUID id, SchoolChoice school, String schoolYear, Format format, State state,
        @Nullable String uploadedBy, Instant uploadedAt, List<String> header, @Nullable Mapping mapping, boolean byName,
        Counts counts, @Nullable String failure) {

    /** How far an import is. */
    public enum State {
        /** Its rows are staged. */
        UPLOADED,
        /** Its rows are being compared with what is there. */
        CHECKING,
        /** Its rows are compared with what is there. */
        CHECKED,
        /** Its rows are being written. */
        APPLYING,
        /** All of it is written; the staged rows are gone. */
        APPLIED,
        /** Nothing of it is written. */
        FAILED
    }

    /**
     * A school of the person who imports.
     *
     * @param id key
     * @param name name
     */
    public record SchoolChoice(UUID id, String name) {}

    /**
     * Numbers of an import.
     *
     * @param total rows of the file
     * @param done rows that the work under way has behind it
     * @param added new learners
     * @param changed learners who become different
     * @param unchanged learners who stay as they are
     * @param ended learners whose enrolment ended with it
     * @param people who else is in it
     */
    public record Counts(int total, int done, int added, int changed, int unchanged, int ended, People people) {

        /**
         * How far the work under way is.
         *
         * @return 0 to 100
         */
        public int percent() {
            return total == 0 ? 100 : (int) (100L * done / total);
        }
    }

    /**
     * Whom else a file brings.
     *
     * @param guardians new guardians
     * @param guardiansChanged guardians who become different
     * @param custodies guardianships that begin
     * @param staff people of the file who work at the school: they are counted, and get no rights by it
     */
    public record People(int guardians, int guardiansChanged, int custodies, int staff) {}

    /**
     * Whether somebody works on it behind the requests.
     *
     * @return true while it is checked or written
     */
    public boolean isUnderWay() {
        return state == State.CHECKING || state == State.APPLYING;
    }

    /**
     * Whether it can be checked, for the first time or again.
     *
     * @return false while it is being checked, and once it is being applied
     */
    public boolean isOpen() {
        return state == State.UPLOADED || state == State.CHECKED || state == State.FAILED;
    }
}
