package lv.pumpurs.core.switches;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The municipality allows a plugin to its schools.
 *
 * @param onByDefault whether schools have it unless they switch it off
 * @param with ids of the plugins that it needs and that are not allowed yet, to be allowed with it
 */
public record AllowPlugin(boolean onByDefault, @Nullable @Size(max = 50) List<@Size(max = 30) String> with) {

    List<String> others() {
        return with == null ? List.of() : with;
    }
}
