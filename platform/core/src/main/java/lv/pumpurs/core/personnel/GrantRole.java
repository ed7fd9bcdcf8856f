package lv.pumpurs.core.personnel;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * A role to be granted. What a role needs and has not is told by a rule, so that the form can be shown again.
 *
 * @param role the role
 * @param school key of the school; none for a role of the whole tenant
 * @param className the class, for a class teacher
 * @param profession code of the profession, for a provider
 * @param from first day
 * @param to last day; none for as long as nobody ends it
 * @param deputyFor key of the member of staff whom the person stands in for
 */
public record GrantRole(@Nullable Role role, @Nullable UUID school, @Nullable @Size(max = 20) String className,
        @Nullable @Size(max = 40) String profession, @Nullable LocalDate from, @Nullable LocalDate to,
        @Nullable UUID deputyFor) {

    @Nullable
    String classText() {
        String text = className;
        return text == null || text.isBlank() ? null : text.strip();
    }
}
