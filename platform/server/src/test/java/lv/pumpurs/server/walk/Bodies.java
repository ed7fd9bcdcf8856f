package lv.pumpurs.server.walk;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Right bodies, made from the application's own description of its API, so that what is refused is refused for who asks
 * and not for a typing error.
 */
final class Bodies {

    private final JsonObject api;

    Bodies(JsonObject api) {
        this.api = api;
    }

    /**
     * A right body for a route.
     *
     * @param way the route
     * @param typed values for fields of these names
     * @return its fields; empty if the route takes none
     */
    JsonObject of(Way way, Map<String, String> typed) {
        JsonObject operation = operation(way);
        if (operation == null) {
            throw new AssertionError(way + " is not in the description of the API (/openapi), so the walk has no body"
                    + " for it: do not hide it there.");
        }
        if (!operation.containsKey("requestBody")) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        JsonObject content = operation.getJsonObject("requestBody").getJsonObject("content");
        return object(content.values().iterator().next().asJsonObject().getJsonObject("schema"), typed);
    }

    /** Names of all that a route takes in its body, whether it must be said or not. */
    Set<String> fields(Way way) {
        JsonObject operation = operation(way);
        if (operation == null || !operation.containsKey("requestBody")) {
            return Set.of();
        }
        JsonObject content = operation.getJsonObject("requestBody").getJsonObject("content");
        return resolved(content.values().iterator().next().asJsonObject().getJsonObject("schema"))
            .getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT)
            .asJsonObject()
            .keySet();
    }

    /** Whether a route can be asked with a parameter of this name in its query. */
    boolean takesQuery(Way way, String name) {
        return queries(way).contains(name);
    }

    /** Names of all that a route can be asked with in its query. */
    List<String> queries(Way way) {
        JsonObject operation = operation(way);
        return operation == null || !operation.containsKey("parameters")
                ? List.of()
                : operation.getJsonArray("parameters")
                    .getValuesAs(JsonObject.class)
                    .stream()
                    .filter(parameter -> parameter.getString("in", "").equals("query"))
                    .map(parameter -> parameter.getString("name", ""))
                    .toList();
    }

    private @Nullable JsonObject operation(Way way) {
        JsonObject path = api.getJsonObject("paths").getJsonObject(way.path());
        return path == null ? null : path.getJsonObject(way.method().toLowerCase(Locale.ROOT));
    }

    static String form(JsonObject fields) {
        return fields.entrySet()
            .stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(text(field.getValue())))
            .collect(Collectors.joining("&"));
    }

    private JsonObject object(JsonObject described, Map<String, String> typed) {
        JsonObject schema = resolved(described);
        JsonObjectBuilder made = Json.createObjectBuilder();
        Set<String> required = schema.containsKey("required")
                ? Set.copyOf(schema.getJsonArray("required")
                    .getValuesAs(JsonString.class)
                    .stream()
                    .map(
                            JsonString::getString)
                    .toList())
                : Set.of();
        schema.getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT).asJsonObject().forEach((name, property) -> {
            if (typed.containsKey(name)) {
                made.add(name, typed.get(name));
            } else if (required.contains(name)) {
                made.add(name, value(property.asJsonObject(), typed));
            }
        });
        return made.build();
    }

    private JsonValue value(JsonObject described, Map<String, String> typed) {
        JsonObject schema = resolved(described);
        if (schema.containsKey("enum")) {
            return schema.getJsonArray("enum").getFirst();
        }
        return switch (type(schema)) {
            case "object" -> object(schema, typed);
            case "array" -> Json.createArrayBuilder().add(value(schema.getJsonObject("items"), typed)).build();
            case "integer", "number" -> Json.createValue(schema.containsKey("minimum")
                    ? schema.getJsonNumber("minimum").intValue()
                    : 1);
            case "boolean" -> JsonValue.TRUE;
            default -> Json.createValue(text(schema));
        };
    }

    private static String text(JsonObject schema) {
        return switch (schema.getString("format", "")) {
            case "date" -> Planting.TODAY.toString();
            case "uuid" -> Side.id(0xffff, 1).toString();
            case "email" -> "walk@walk.test";
            case "time", "partial-time", "local-time" -> "10:15:00";
            default -> "x".repeat(Math.max(1, schema.getInt("minLength", 1)));
        };
    }

    /** OpenAPI 3.1 also writes {@code ["string", "null"]}. */
    private static String type(JsonObject schema) {
        JsonValue type = schema.getOrDefault("type", Json.createValue("string"));
        List<String> types = type instanceof JsonArray several
                ? several.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList()
                : List.of(((JsonString) type).getString());
        return types.stream().filter(one -> !one.equals("null")).findFirst().orElse("string");
    }

    private JsonObject resolved(JsonObject schema) {
        String reference = schema.getString("$ref", null);
        return reference == null
                ? schema
                : api.getJsonObject("components")
                    .getJsonObject("schemas")
                    .getJsonObject(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
