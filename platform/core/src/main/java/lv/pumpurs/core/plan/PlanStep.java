package lv.pumpurs.core.plan;

import org.jspecify.annotations.Nullable;

/**
 * An act that needs no words.
 *
 * @param version version of the plan that was read; a program says it by {@code If-Match}
 */
public record PlanStep(@Nullable Integer version) {}
