package lv.pumpurs.consultations;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Deciding on several sheets at once.
 *
 * @param sheets key and version of each as they were read, joined by a colon
 */
public record ActOnSheets(@Size(max = 50) List<String> sheets) {

    /** Keeps its own copy; nothing counts as none. */
    public ActOnSheets {
        @Nullable
        List<String> given = sheets;
        sheets = given == null ? List.of() : given.stream().filter(Objects::nonNull).toList();
    }
}
