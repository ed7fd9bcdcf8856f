package lv.pumpurs.core.roster;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The decision to write an import.
 *
 * @param end learners who are not in the file and whose enrolment shall end; null for none
 */
public record ApplyImport(@Nullable @Size(max = 5000) List<UUID> end) {}
