package lv.pumpurs.spi;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form for an input record: what was typed and what was wrong with it. It is rendered by the template named after
 * the input record.
 *
 * @param input the record that the form fills
 * @param typed what was typed, by component name, as it was typed
 * @param errors what is wrong, by component name, as a sentence in the reader's language; kept in the order of the
 *        record's components, what belongs to no component last
 */
public record Form(Class<? extends Record> input, Map<String, String> typed, Map<String, String> errors) {

    /** Puts the errors into the order in which the fields stand. */
    public Form {
        List<String> fields = Arrays.stream(input.getRecordComponents()).map(RecordComponent::getName).toList();
        Map<String, String> inOrder = new LinkedHashMap<>();
        errors.entrySet()
            .stream()
            .sorted(Comparator.comparingInt(
                    error -> fields.contains(error.getKey()) ? fields.indexOf(error.getKey()) : fields.size()))
            .forEach(error -> inOrder.put(error.getKey(), error.getValue()));
        errors = Collections.unmodifiableMap(inOrder);
    }

    /**
     * A form nobody has typed into yet.
     *
     * @param input the record that the form fills
     * @return an empty form
     */
    public static Form empty(Class<? extends Record> input) {
        return new Form(input, Map.of(), Map.of());
    }

    /**
     * What was typed into a field.
     *
     * @param field component name
     * @return the text; empty if nothing was typed
     */
    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /**
     * What is wrong with a field.
     *
     * @param field component name
     * @return a sentence, or null if nothing is
     */
    public @Nullable String error(String field) {
        return errors.get(field);
    }
}
