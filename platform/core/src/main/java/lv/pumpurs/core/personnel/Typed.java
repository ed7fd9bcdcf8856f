package lv.pumpurs.core.personnel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was typed, as a form shows it again. */
final class Typed {

    private Typed() {}

    static Map<String, String> of(GrantRole input) {
        Map<String, String> typed = new LinkedHashMap<>();
        put(typed, "role", input.role());
        put(typed, "school", input.school());
        put(typed, "className", input.className());
        put(typed, "profession", input.profession());
        put(typed, "from", input.from());
        put(typed, "to", input.to());
        put(typed, "deputyFor", input.deputyFor());
        return typed;
    }

    static Map<String, String> of(InviteStaff input) {
        Map<String, String> typed = of(input.asked());
        put(typed, "givenName", input.givenName());
        put(typed, "familyName", input.familyName());
        put(typed, "email", input.email());
        return typed;
    }

    private static void put(Map<String, String> typed, String field, @Nullable Object value) {
        if (value != null) {
            typed.put(field, value.toString());
        }
    }
}
