package lv.pumpurs.core.plan;

import java.util.UUID;

/**
 * Which plan a form is about.
 *
 * @param id key
 * @param code plan code
 * @param learnerName name of the learner
 * @param semester code of the semester
 */
public record PlanTitle(UUID id, String code, String learnerName, String semester) {}
