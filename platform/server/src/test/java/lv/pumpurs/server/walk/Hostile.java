package lv.pumpurs.server.walk;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What nobody should send: in each field something of a wrong type, too long, or made to do harm; and broken bodies. */
final class Hostile {

    /** As a form or a query sends them. */
    static final List<String> TEXTS = List.of("", " ", "\0", "a\0b", "\uD83D\uDC7E\u202Etxet",
            "<script>alert(1)</script>",
            "' or 1=1 --", "{0}{9}", "=cmd|' /C calc'!A0", "-1", "99999999999999999999", "1e309", "NaN", "0,5",
            "31.02.2026.",
            "2026-02-31", "-999999999-01-01", "+1000000000-12-31", "null", "../../etc/passwd", "\r\nX-Bad: 1",
            "\uFFFE\uFFFF", "x".repeat(20_000));

    private static final Map<String, JsonValue> VALUES = new TreeMap<>(Map.of("null", JsonValue.NULL, "true",
            JsonValue.TRUE, "number", Json.createValue(Long.MAX_VALUE), "small",
            Json.createValue(new java.math.BigDecimal("-0.0000000001")), "exponent",
            Json.createValue(new java.math.BigDecimal("1E+400")), "list",
            Json.createArrayBuilder().add("x").add(JsonValue.NULL).add(1).build(), "empty list",
            JsonValue.EMPTY_JSON_ARRAY, "object", Json.createObjectBuilder().add("a", "b").build(), "empty object",
            JsonValue.EMPTY_JSON_OBJECT));

    private static final List<String> BROKEN = List.of("", "{", "[]", "[{}]", "null", "\"x\"", "1", "{\"a\":}",
            "{\"a\":1}{", "\uFEFF{}", "{\"a\":" + "[".repeat(2000) + "]".repeat(2000) + "}", "\0",
            "{\"\\uD800\":\"\\uDFFF\"}");

    private Hostile() {}

    /** JSON bodies for a route whose right body is known. */
    static List<String> json(JsonObject right, Iterable<String> fields) {
        List<String> all = new ArrayList<>(BROKEN);
        for (String field : fields) {
            TEXTS.forEach(text -> all.add(with(right, field, Json.createValue(text))));
            VALUES.values().forEach(value -> all.add(with(right, field, value)));
        }
        return all;
    }

    /** Bodies of forms for a route whose right body is known. */
    static List<String> forms(JsonObject right, Iterable<String> fields) {
        List<String> all = new ArrayList<>(List.of("", "=", "&&&=", "%", "%zz=1", "a=%ff%fe", "x".repeat(5000)));
        for (String field : fields) {
            for (String text : TEXTS) {
                all.add(Bodies.form(Json.createObjectBuilder(right).remove(field).build()) + "&" + encoded(field) + "="
                        + encoded(text));
            }
            // one field many times over, and as a list's and an object's
            all.add(Bodies.form(right) + ("&" + encoded(field) + "=x").repeat(300));
            all.add(Bodies.form(right) + "&" + encoded(field + "[0]") + "=x&" + encoded(field + ".a.b") + "=x&"
                    + encoded(field + "[99999999]") + "=x");
        }
        return all;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String with(JsonObject right, String field, JsonValue value) {
        return Json.createObjectBuilder(right).add(field, value).build().toString();
    }
}
