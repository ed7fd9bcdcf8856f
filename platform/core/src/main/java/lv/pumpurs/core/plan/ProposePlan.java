package lv.pumpurs.core.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a class teacher has noticed.
 *
 * @param risks codes of the risks
 * @param note what shows them
 */
public record ProposePlan(@NotEmpty @Size(max = 20) List<String> risks, @NotBlank @Size(max = 1000) String note) {

    /** Keeps its own copy; nothing counts as none. */
    public ProposePlan {
        risks = kept(risks);
    }

    private static List<String> kept(@Nullable List<String> given) {
        return given == null ? List.of() : given.stream().filter(Objects::nonNull).distinct().toList();
    }
}
