package lv.pumpurs.core.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person that a log can be narrowed to.
 *
 * @param key the person's key; an operator's is that of the entry
 * @param name the name to show
 * @param reason why an operator entered; null for staff
 * @param enteredAt when an operator entered; null for staff
 */
public record PersonChoice(String key, String name, @Nullable String reason, @Nullable Instant enteredAt) {

    PersonChoice(String key, String name, @Nullable String reason, @Nullable Long millis) {
        this(key, name, reason, millis == null ? null : Instant.ofEpochMilli(millis));
    }
}
