package lv.pumpurs.core.plan;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Approving several plans at once.
 *
 * @param plans key and version of each as they were read, joined by a colon
 */
public record ApprovePlans(@Size(max = 50) List<String> plans) {

    /** Keeps its own copy; nothing counts as none. */
    public ApprovePlans {
        @Nullable
        List<String> given = plans;
        plans = given == null ? List.of() : given.stream().filter(Objects::nonNull).toList();
    }
}
