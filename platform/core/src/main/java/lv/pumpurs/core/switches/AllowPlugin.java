package lv.pumpurs.core.switches;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The municipality allows a plugin to its schools.
 *
 * @param inSchools what schools have that have not decided themselves
 * @param with ids of the plugins that it needs and that are not allowed yet, to be allowed with it
 */
public record AllowPlugin(@NotNull InSchools inSchools,
        @Nullable @Size(max = 50) List<@NotNull @Size(max = 30) String> with) {

    /** What a school has without a word of its own. */
    public enum InSchools {
        /** On, unless the school switches it off. */
        ON,
        /** Off, unless the school switches it on. */
        OFF
    }

    boolean onByDefault() {
        return inSchools == InSchools.ON;
    }

    List<String> others() {
        return with == null ? List.of() : with;
    }
}
