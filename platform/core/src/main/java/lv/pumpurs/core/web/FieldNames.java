package lv.pumpurs.core.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in the summary of errors which field each is about: by the label that the field has on the same page, so that the
 * two never differ and no template has to say it twice.
 */
final class FieldNames {

    private static final Pattern LABEL = Pattern.compile("<label\\b[^>]*\\bfor=\"([^\"]+)\"[^>]*>(.*?)</label>",
            Pattern.DOTALL);
    private static final Pattern LEGEND = Pattern
        .compile("<fieldset\\b[^>]* id=\"([^\"]+)\"[^>]*>\\s*<legend\\b[^>]*>(.*?)</legend>", Pattern.DOTALL);
    /** One without a label in sight, or a group of boxes. */
    private static final Pattern FIELD = Pattern.compile("<(?:input|select|textarea|div)\\b[^>]*>");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
    private static final Pattern SPOKEN = Pattern.compile(" aria-label=\"([^\"]+)\"");
    private static final Pattern ERROR = Pattern.compile("<a href=\"#([^\"]+)\" data-field>");

    private FieldNames() {}

    /** A page with the names of its fields before what is wrong with them. */
    static String told(String html) {
        Map<String, String> names = names(html);
        return ERROR.matcher(html).replaceAll(error -> {
            String name = names.get(error.group(1));
            return Matcher.quoteReplacement(name == null ? error.group() : error.group() + name + ": ");
        });
    }

    private static Map<String, String> names(String html) {
        Map<String, String> names = new HashMap<>();
        for (Pattern pattern : List.of(LABEL, LEGEND)) {
            pattern.matcher(html).results().forEach(label -> put(names, label.group(1), label.group(2)));
        }
        FIELD.matcher(html).results().map(field -> field.group()).forEach(field -> {
            Matcher id = ID.matcher(field);
            Matcher spoken = SPOKEN.matcher(field);
            if (id.find() && spoken.find()) {
                put(names, id.group(1), spoken.group(1));
            }
        });
        return names;
    }

    private static void put(Map<String, String> names, String field, String label) {
        String words = label.replaceAll("<[^>]*>", "").replaceAll("\\s+", " ").strip();
        if (!words.isEmpty()) {
            names.putIfAbsent(field, words);
        }
    }
}
