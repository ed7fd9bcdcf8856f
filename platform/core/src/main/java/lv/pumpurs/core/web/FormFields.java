package lv.pumpurs.core.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a posted form, always read as UTF-8, whatever the container takes for the default.
 *
 * @param values field to what was typed; several values for boxes ticked under one name
 */
record FormFields(Map<String, List<String>> values) {

    /** A school of three thousand learners in one form fits; keeps a hostile one cheap. */
    private static final int MOST = 10_000;

    /**
     * Decodes a body.
     *
     * @param body application/x-www-form-urlencoded
     * @return its fields
     * @throws IllegalArgumentException if it is not one
     */
    static FormFields of(byte[] body) {
        String[] pairs = new String(body, StandardCharsets.UTF_8).split("&");
        if (pairs.length > MOST) {
            throw new IllegalArgumentException("too many fields");
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.computeIfAbsent(URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        name -> new ArrayList<>())
                    .add(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return new FormFields(values);
    }

    @Nullable
    String first(String name) {
        List<String> all = values.get(name);
        return all == null || all.isEmpty() ? null : all.getFirst();
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The rows of a list of records, in the order in which they were posted: of {@code list.row.field} the middle. */
    List<String> rows(String list) {
        return values.keySet()
            .stream()
            .filter(name -> name.startsWith(list + "."))
            .map(name -> name.substring(list.length() + 1))
            .filter(rest -> rest.indexOf('.') > 0)
            .map(rest -> rest.substring(0, rest.indexOf('.')))
            .distinct()
            .toList();
    }

    /** What was typed into each field, several choices parted by commas; without our own token. */
    Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        values.forEach((name, all) -> typed.put(name, String.join(",", all)));
        typed.remove(CsrfFilter.FIELD);
        return typed;
    }
}
