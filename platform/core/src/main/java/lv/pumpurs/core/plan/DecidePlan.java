package lv.pumpurs.core.plan;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A decision on a plan that waits for one.
 *
 * @param version version of the plan that was read; a program says it by {@code If-Match}
 * @param ruling what is decided
 * @param remark why; needed to return or reject
 */
public record DecidePlan(@Nullable Integer version, @NotNull Ruling ruling,
        @Nullable @Size(max = 1000) String remark) {

    /** What can be decided. */
    public enum Ruling {
        /** On to the next step; the last makes the plan active. */
        APPROVE,
        /** Back to its author. */
        RETURN,
        /** Refused for good. */
        REJECT
    }
}
