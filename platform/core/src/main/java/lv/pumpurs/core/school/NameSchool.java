package lv.pumpurs.core.school;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A school gets another name or type.
 *
 * @param name the new name, or the old one if only the type changes
 * @param kind the new type
 * @param from first day
 */
public record NameSchool(@NotBlank @Size(min = 3, max = 200) String name, @NotNull SchoolKind kind,
        @NotNull LocalDate from) {}
