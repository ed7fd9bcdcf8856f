package lv.pumpurs.core.plan;

import java.util.UUID;
import lv.pumpurs.core.schoolyear.Semester;

/**
 * What a plan is about; among open plans no two have the same.
 *
 * @param learnerId the learner
 * @param schoolId the school that supports
 * @param semester the plan's own semester, whatever the date of its approval
 * @param programme code of the programme
 */
public record PlanSubject(UUID learnerId, UUID schoolId, Semester semester, String programme) {}
