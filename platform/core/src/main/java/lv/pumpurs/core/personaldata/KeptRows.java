package lv.pumpurs.core.personaldata;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import lv.pumpurs.spi.PersonalData.Code;
import lv.pumpurs.spi.PersonalData.Section;
import lv.pumpurs.spi.PersonalData.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What a feature's statements say of a person. A statement names the person by {@code {keys}}, the reader by
 * {@code {reader}} and a day by {@code {before}}; its columns are called as the table's are.
 */
public final class KeptRows {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+[+-]\\d{2}:\\d{2}");

    private final EntityManager entities;

    /**
     * On the bound tenant.
     *
     * @param entities of the transaction
     */
    public KeptRows(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Rows of a table.
     *
     * @param table the table
     * @param sql what to show of it, in order
     * @param codes columns of codes, each with how the key of a code's text begins
     * @param subject the person
     * @param reader for whom
     * @return a section that withholds nothing
     */
    public Section section(String table, String sql, Map<String, String> codes, Subject subject, UUID reader) {
        Query query = entities.createNativeQuery("select cast(row_to_json(x) as text) from (" + named(sql) + ") x")
            .setParameter(1, subject.joined());
        if (sql.contains("{reader}")) {
            query.setParameter(2, reader);
        }
        List<?> rows = query.getResultList();
        return new Section(table, rows.stream().map(row -> values((String) row, codes)).toList(), 0);
    }

    /**
     * That there is something which the file does not hold.
     *
     * @param table the table
     * @param sql counts it
     * @param subject the person
     * @return a section without rows
     */
    public Section withheld(String table, String sql, Subject subject) {
        return new Section(table, List.of(), asked(sql, subject));
    }

    /**
     * Sections that say something.
     *
     * @param all sections
     * @return those with rows, or with rows withheld
     */
    public static List<Section> filled(Section... all) {
        return List.of(all).stream().filter(one -> !one.rows().isEmpty() || one.withheld() > 0).toList();
    }

    /**
     * Changes rows of a person.
     *
     * @param subject the person
     * @param statements one after the other
     * @return how many rows
     */
    public int change(Subject subject, String... statements) {
        entities.flush();
        int rows = 0;
        for (String sql : statements) {
            rows += entities.createNativeQuery(named(sql)).setParameter(1, subject.joined()).executeUpdate();
        }
        return rows;
    }

    /**
     * Changes rows of a person whose matter ended before a day.
     *
     * @param subject the person
     * @param before the day
     * @param statements one after the other, each with {@code {before}}
     * @return how many rows
     */
    public int change(Subject subject, LocalDate before, String... statements) {
        entities.flush();
        int rows = 0;
        for (String sql : statements) {
            rows += entities.createNativeQuery(named(sql))
                .setParameter(1, subject.joined())
                .setParameter(2, before.toString())
                .executeUpdate();
        }
        return rows;
    }

    /**
     * Asks a function of the database to do something.
     *
     * @param sql calls it
     * @param subject the person
     * @return what it gives
     */
    public int asked(String sql, Subject subject) {
        entities.flush();
        Object given = entities.createNativeQuery(named(sql)).setParameter(1, subject.joined()).getSingleResult();
        return ((Number) given).intValue();
    }

    private static String named(String sql) {
        return sql.replace("{keys}", "(cast(string_to_array(?1, ',') as uuid[]))")
            .replace("{reader}", "?2")
            .replace("{before}", "cast(?2 as date)");
    }

    private static Map<String, @Nullable Object> values(String json, Map<String, String> codes) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject row = reader.readObject();
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            row.forEach((column, value) -> values.put(column, value(value, codes.get(column))));
            return values;
        }
    }

    private static @Nullable Object value(JsonValue value, @Nullable String words) {
        return switch (value.getValueType()) {
            case STRING -> text(((JsonString) value).getString(), words);
            case NUMBER -> ((JsonNumber) value).bigDecimalValue();
            case TRUE -> true;
            case FALSE -> false;
            default -> null;
        };
    }

    private static Object text(String text, @Nullable String words) {
        if (words != null) {
            return new Code(text, words + text);
        }
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
            return MOMENT.matcher(text).matches() ? (Object) OffsetDateTime.parse(text).toInstant() : text;
        } catch (DateTimeException typed) {
            // somebody's words, like 2021-02-30
            return text;
        }
    }
}
