package lv.pumpurs.consultations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands in an order of the director.
 *
 * @param school key of the school
 * @param number its number
 * @param orderedOn its date
 * @param validFrom first day on which consultations may be remote
 * @param validTo last such day
 * @param providers keys of the providers whom it names; none: all of them
 * @param plans ID codes of the plans that it names, parted by commas or spaces; none: all of them
 */
public record RecordOrder(@NotNull UUID school, @NotBlank @Size(max = 40) String number, @NotNull LocalDate orderedOn,
        @NotNull LocalDate validFrom, @NotNull LocalDate validTo, @Size(max = 200) List<UUID> providers,
        @Nullable @Size(max = 4000) String plans) {

    /** Keeps its own copy; nothing counts as none. */
    public RecordOrder {
        number = Typed.bare(number);
        List<UUID> given = providers;
        providers = given == null ? List.of() : given.stream().filter(Objects::nonNull).toList();
    }
}
