package lv.pumpurs.core.plan;

import org.jspecify.annotations.Nullable;

/**
 * How an approved plan came to say what it says, and what might change.
 *
 * @param adopted what is in force, beside the edition before; null while it was not amended
 * @param pending the amendment under way; null if none is, or for a reader who does not see it
 */
public record PlanChanges(@Nullable EditionView adopted, @Nullable AmendmentView pending) {}
