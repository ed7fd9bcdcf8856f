package lv.pumpurs.core.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The address of the page being read: filters, sorting and paging live in its query.
 *
 * @param path as it was asked for, still encoded
 * @param query decoded parameters; of a repeated one the last
 */
record Address(String path, Map<String, String> query) {

    static Address of(String path, @Nullable String rawQuery) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : rawQuery == null ? new String[0] : rawQuery.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new Address(path, query);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    /** A change of anything but the page leads back to the first page. */
    String with(String name, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(query);
        changed.remove("page");
        changed.remove(name);
        if (value != null) {
            changed.put(name, value);
        }
        return toString(changed);
    }

    /** The same query at another path, for all pages of a list. */
    String at(String other) {
        Map<String, String> kept = new LinkedHashMap<>(query);
        kept.keySet().removeAll(Set.of("page", "size"));
        return new Address(other, kept).toString();
    }

    private String toString(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? path
                : parameters.entrySet()
                    .stream()
                    .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                    .collect(Collectors.joining("&", path + "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return toString(query);
    }
}
