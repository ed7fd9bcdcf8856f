package lv.pumpurs.core.plan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan in a list.
 *
 * @param id key
 * @param code plan code
 * @param learnerName name of the learner
 * @param className latest class of the learner
 * @param schoolName school of the plan
 * @param semester code of the semester
 * @param state code of the state
 * @param waitingFor role that decides next, while in approval
 */
public record PlanRow(UUID id, String code, String learnerName, @Nullable String className, String schoolName,
        String semester, String state, @Nullable String waitingFor) {}
