package lv.pumpurs.core.worklist;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One plan that waits for the reader.
 *
 * @param plan key; for {@link Due#CONTINUE} that of the plan before, for {@link Due#PROPOSED} the learner's
 * @param code plan code; null where there is no plan
 * @param learner name of the learner
 * @param className the learner's class, null if the learner attends none
 * @param school name of the plan's school
 * @param since since when it waits
 * @param dueOn the day by which it is expected; null where the municipality set no limit
 * @param late whether that day is over
 */
public record WorkItem(UUID plan, @Nullable String code, String learner, @Nullable String className, String school,
        LocalDate since, @Nullable LocalDate dueOn, boolean late) {}
