package lv.pumpurs.core.plan;

import java.util.UUID;

/**
 * A learner for whom a plan may be written.
 *
 * @param learnerId key
 * @param name name
 * @param className class or group
 * @param schoolId key of the school
 * @param schoolName its name
 */
public record LearnerPlace(UUID learnerId, String name, String className, UUID schoolId, String schoolName) {}
