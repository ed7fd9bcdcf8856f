package lv.pumpurs.core.learner;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A learner in a list, with the latest class and the latest plan.
 *
 * @param id key
 * @param givenName given name
 * @param familyName family name
 * @param className latest class
 * @param grade latest grade
 * @param schoolId latest school
 * @param schoolName name of the latest school
 * @param planSemester semester of the latest plan, null without a plan
 * @param planState state code of the latest plan, null without a plan
 * @param plans number of plans, in any state
 */
public record LearnerRow(UUID id, String givenName, String familyName, String className, int grade, UUID schoolId,
        String schoolName, @Nullable String planSemester, @Nullable String planState, int plans) {}
