package lv.pumpurs.core.switches;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Switches a plugin on at one level.
 *
 * @param with ids of the plugins that it needs and that are off here, to be switched on with it
 */
public record SwitchOn(@Nullable @Size(max = 50) List<@NotNull @Size(max = 30) String> with) {

    List<String> others() {
        return with == null ? List.of() : with;
    }
}
