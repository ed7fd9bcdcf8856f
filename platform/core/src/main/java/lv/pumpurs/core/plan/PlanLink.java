package lv.pumpurs.core.plan;

import java.util.UUID;

/**
 * Another plan of the same learner.
 *
 * @param id key
 * @param code plan code
 * @param semester code of its semester
 * @param after whether it continues the plan that is shown; else it is the one that is continued
 */
public record PlanLink(UUID id, String code, String semester, boolean after) {}
