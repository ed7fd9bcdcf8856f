package lv.pumpurs.core.plan;

import org.jspecify.annotations.Nullable;

/**
 * Starting a plan for a learner.
 *
 * @param semester code of the semester; the one under way, or coming next, if nothing is said
 * @param programme code of the programme; the one that runs in the semester if nothing is said
 */
public record StartPlan(@Nullable String semester, @Nullable String programme) {}
