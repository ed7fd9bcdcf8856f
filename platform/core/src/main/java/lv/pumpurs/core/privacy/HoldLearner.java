package lv.pumpurs.core.privacy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A learner's data must be kept, whatever the years say.
 *
 * @param reason why
 */
public record HoldLearner(@NotBlank @Size(min = 10, max = 500) String reason) {}
