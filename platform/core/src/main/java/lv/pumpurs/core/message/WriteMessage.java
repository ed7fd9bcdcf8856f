package lv.pumpurs.core.message;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is typed to write to a learner's guardians; the learner is in the path.
 *
 * @param to name of one of those who stand for the learner, or {@code *} for all of them
 * @param subject about what
 * @param words the message
 */
public record WriteMessage(@Nullable @Size(max = 200) String to, @NotBlank @Size(max = 120) String subject,
        @NotBlank @Size(max = 4000) String words) {

    /** Stands for everybody. */
    public static final String ALL = "*";

    /** Stripped, so that wide spaces alone are no words. */
    public WriteMessage {
        subject = stripped(subject);
        words = stripped(words);
    }

    private static String stripped(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
