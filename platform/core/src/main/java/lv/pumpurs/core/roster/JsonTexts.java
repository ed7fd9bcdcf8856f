package lv.pumpurs.core.roster;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;

/** Arrays of texts as the database keeps them. */
final class JsonTexts {

    private JsonTexts() {}

    static JsonArray array(Object stored) {
        try (JsonReader reader = Json.createReader(new StringReader(stored.toString()))) {
            return reader.readArray();
        }
    }

    static List<String> texts(Object stored) {
        return array(stored).getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
    }

    static List<Cell> cells(Object stored) {
        return array(stored).getValuesAs(JsonValue.class).stream().map(Cell::of).toList();
    }

    static String of(Iterable<String> texts) {
        var array = Json.createArrayBuilder();
        texts.forEach(array::add);
        return array.build().toString();
    }
}
