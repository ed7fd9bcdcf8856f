package lv.pumpurs.core.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looking for the learner whom a request is about. No name is shown: whoever asks has said it.
 *
 * @param asked whether a name was typed
 * @param found learners of that name
 * @param acts what was done to somebody's data, the latest first
 */
public record SubjectsView(boolean asked, List<Found> found, List<Act> acts) {

    /**
     * What was done, in numbers.
     *
     * @param at when
     * @param kind code of the act
     * @param person who did it; null for the platform
     * @param rows how many rows were changed or removed
     * @param logEntries how many entries of the log were emptied
     */
    public record Act(Instant at, String kind, @Nullable String person, int rows, int logEntries) {}

    /**
     * A learner, as far as it takes to tell two of one name apart.
     *
     * @param id key
     * @param birthDate day of birth; null if unknown
     * @param schoolName where the learner is, or was last
     * @param className the class there
     * @param taught whether the learner is still in that class
     * @param open whether a plan is open or proposed
     * @param heldFor why the data must be kept; null if they need not be
     * @param heldSince since when
     */
    public record Found(UUID id, @Nullable LocalDate birthDate, @Nullable String schoolName, @Nullable String className,
            boolean taught, boolean open, @Nullable String heldFor, @Nullable LocalDate heldSince) {}
}
