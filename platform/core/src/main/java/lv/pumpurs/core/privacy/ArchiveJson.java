package lv.pumpurs.core.privacy;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lv.pumpurs.core.web.Texts;
import lv.pumpurs.spi.PersonalData.Code;
import lv.pumpurs.spi.PersonalData.Section;
import org.jspecify.annotations.Nullable;

/**
 * An archive for machines. It explains itself: each section says in both languages what it is and what each field is.
 * Days and moments are ISO 8601, codes stand as they are kept.
 */
final class ArchiveJson {

    private static final Locale LATVIAN = Locale.of("lv");
    private static final Locale ENGLISH = Locale.of("en");

    private final Texts texts;

    ArchiveJson(Texts texts) {
        this.texts = texts;
    }

    void write(Archive archive, OutputStream out) {
        try (JsonGenerator json = Json.createGenerator(out)) {
            json.writeStartObject();
            json.write("format", "pumpurs-person-1").write("made", archive.madeAt().toString());
            json.write("by", archive.tenant()).write("about", archive.name());
            json.writeStartArray("sections");
            archive.sections().forEach(section -> write(section, json));
            json.writeEnd().writeEnd();
        }
    }

    private void write(Section section, JsonGenerator json) {
        String table = section.table();
        json.writeStartObject().write("name", table);
        words("title", "audit.table." + table, json);
        Set<String> columns = new LinkedHashSet<>();
        section.rows().forEach(row -> columns.addAll(row.keySet()));
        json.writeStartObject("fields");
        columns.forEach(column -> words(column, "audit.column." + table + "." + column, json));
        json.writeEnd();
        json.write("withheld", section.withheld());
        json.writeStartArray("rows");
        for (Map<String, @Nullable Object> row : section.rows()) {
            json.writeStartObject();
            row.forEach((column, value) -> value(column, value, json));
            json.writeEnd();
        }
        json.writeEnd().writeEnd();
    }

    private void words(String name, String key, JsonGenerator json) {
        json.writeStartObject(name)
            .write("lv", texts.text(LATVIAN, key))
            .write("en", texts.text(ENGLISH, key))
            .writeEnd();
    }

    private static void value(String name, @Nullable Object value, JsonGenerator json) {
        switch (value) {
            case null -> json.writeNull(name);
            case Code code -> json.write(name, code.code());
            case Boolean yes -> json.write(name, yes);
            case Number number -> json.write(name, new BigDecimal(number.toString()));
            default -> json.write(name, value.toString());
        }
    }
}
