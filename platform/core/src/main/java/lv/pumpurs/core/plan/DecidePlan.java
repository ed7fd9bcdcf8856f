package lv.pumpurs.core.plan;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision on a plan that waits for one.
 *
 * @param version version of the plan that was read; a program says it by {@code If-Match}
 * @param ruling what is decided
 * @param remark why; needed to return or reject
 * @param then where somebody goes on who decides one after the other: the key of a plan, or {@value #QUEUE}
 */
public record DecidePlan(@Nullable Integer version, @NotNull Ruling ruling,
        @Nullable @Size(max = 1000) String remark, @Nullable @Pattern(regexp = "|queue|[0-9a-fA-F-]{36}") String then) {

    private static final String QUEUE = "queue";

    /** Where it goes on: in the queue for who came from there, else at the plan. */
    URI next(String tenant, UUID plan) {
        if (then == null || then.isEmpty()) {
            return UriBuilder.fromPath("t/{tenant}/plans/{plan}").build(tenant, plan);
        }
        UriBuilder queue = UriBuilder.fromPath("t/{tenant}/plans/queue");
        return (then.equals(QUEUE) ? queue : queue.queryParam("plan", then)).build(tenant);
    }

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
