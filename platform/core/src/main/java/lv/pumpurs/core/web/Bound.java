package lv.pumpurs.core.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a form came to.
 *
 * @param value the record; where something is wrong with it, with nothing in that place
 * @param errors what is wrong, by the name under which it was posted, as a sentence in the reader's language
 * @param <R> the record
 */
public record Bound<R extends Record>(R value, Map<String, String> errors) {

    /** Keeps its own copy, in the same order. */
    public Bound {
        errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
    }
}
