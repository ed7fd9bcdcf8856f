package lv.pumpurs.core.learnercode;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A learner has a new personal code, or one at last.
 *
 * @param code eleven digits, with or without a hyphen
 */
public record ReplaceCode(@NotBlank @Size(max = 20) String code) {

    /** Without the code: it must not slip into a log. */
    @Override
    public String toString() {
        return "ReplaceCode";
    }
}
