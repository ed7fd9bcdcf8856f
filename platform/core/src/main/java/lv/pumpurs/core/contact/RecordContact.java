package lv.pumpurs.core.contact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is typed to write down a contact, or to mend one; the learner is in the path.
 *
 * @param heldOn the day, not in the future, nor before the learner's first enrolment
 * @param way how
 * @param person name of one of the learner's guardians, or of somebody else
 * @param topic about what
 * @param outcome what came of it
 * @param plan code of the learner's plan that it is about
 */
public record RecordContact(@NotNull LocalDate heldOn, @NotNull ContactWay way,
        @NotBlank @Size(max = 120) String person,
        @NotBlank @Size(max = 200) String topic, @Nullable @Size(max = 2000) String outcome,
        @Nullable @Size(max = 40) String plan) {}
