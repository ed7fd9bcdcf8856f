package lv.pumpurs.core.web;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * JSON as everywhere, but a day is one that somebody can mean, as in forms: {@link PlausibleDay}; and of restricted
 * words there is what was opened for the reader, else their mark.
 */
@Provider
public class JsonDays implements ContextResolver<Jsonb> {

    private static final Jsonb JSON = JsonbBuilder
        .create(new JsonbConfig().withDeserializers(new Day()).withAdapters(new RestrictedJson()));

    @Override
    public Jsonb getContext(Class<?> type) {
        return JSON;
    }

    /** Reads a day as ISO 8601 writes it. */
    private static final class Day implements JsonbDeserializer<LocalDate> {

        @Override
        public @Nullable LocalDate deserialize(JsonParser parser, DeserializationContext context, Type type) {
            JsonValue value = parser.getValue();
            if (value.getValueType() == JsonValue.ValueType.NULL) {
                return null;
            }
            try {
                return PlausibleDay.of(LocalDate.parse(((JsonString) value).getString()));
            } catch (DateTimeException | ClassCastException noDay) {
                throw new JsonbException("not a day", noDay);
            }
        }
    }
}
