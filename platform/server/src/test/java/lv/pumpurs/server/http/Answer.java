package lv.pumpurs.server.http;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** What the application answered. */
record Answer(HttpResponse<String> response) {

    private static final JsonWriterFactory WRITERS = Json
        .createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    JsonObject json() {
        try (var reader = Json.createReader(new StringReader(body()))) {
            return reader.readObject();
        }
    }

    JsonArray list(String name) {
        return json().getJsonArray(name);
    }

    List<String> texts(String list, String field) {
        return list(list).getValuesAs(JsonObject.class).stream().map(one -> one.getString(field)).toList();
    }

    /** The whole body, laid out so that a difference is seen; keys, which are made anew each time, as {@code <id>}. */
    String whole() {
        return laidOut(body());
    }

    /** Lays out a body that is expected. */
    static String laidOut(String json) {
        StringWriter text = new StringWriter();
        try (var reader = Json.createReader(new StringReader(json)); var writer = WRITERS.createWriter(text)) {
            JsonStructure read = reader.read();
            writer.write(read);
        }
        return text.toString()
            .strip()
            .replaceAll("\"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\"", "\"<id>\"");
    }
}
