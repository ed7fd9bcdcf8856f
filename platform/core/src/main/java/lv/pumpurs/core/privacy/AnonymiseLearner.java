package lv.pumpurs.core.privacy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Forgetting a learner.
 *
 * @param reason why; it is kept for ever, so it names nobody
 */
public record AnonymiseLearner(@NotBlank @Size(min = 10, max = 500) String reason) {}
