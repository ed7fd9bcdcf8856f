package lv.pumpurs.core.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import java.io.StringReader;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import lv.pumpurs.core.audit.ChangeView.Field;
import lv.pumpurs.core.audit.ChangeView.Value;
import lv.pumpurs.core.audit.Names.Name;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.spi.LoggedTable;
import lv.pumpurs.spi.LoggedTable.Column;
import lv.pumpurs.spi.LoggedTable.Shown;
import org.jspecify.annotations.Nullable;

/** The log of changes, as far as a reader may see it: two statements a page, and one to count. */
@Dependent
public class Changes {

    private static final LogQuery.Log LOG = new LogQuery.Log("shown_change", "actor", "table_name", "act = ?");
    private static final String COLUMNS = "id, " + LogQuery.AT + ", cast(actor as text), array_to_string(roles, ','),"
            + " table_name, act, cast(before as text), cast(after as text), array_to_string(changed, ','), redacted";

    private final EntityManager entities;
    private final Names names;
    private final LoggedTables tables = LoggedTables.all();

    /**
     * On the bound tenant.
     *
     * @param entities of the request
     * @param names behind keys
     */
    @Inject
    public Changes(EntityManager entities, Names names) {
        this.entities = entities;
        this.names = names;
    }

    /** A row of the log, with its values as the database keeps them. */
    private record Row(long id, Instant at, @Nullable String actor, List<String> roles, String table, String act,
            JsonObject before, JsonObject after, List<String> changed, boolean redacted) {

        static Row of(Object[] row) {
            return new Row(((Number) row[0]).longValue(), Instant.ofEpochMilli(((Number) row[1]).longValue()),
                    (String) row[2], LogPerson.codes(row[3]), (String) row[4], (String) row[5], json(row[6]),
                    json(row[7]), LogPerson.codes(row[8]), (Boolean) row[9]);
        }

        private static JsonObject json(@Nullable Object text) {
            if (text == null) {
                return JsonValue.EMPTY_JSON_OBJECT;
            }
            try (JsonReader reader = Json.createReader(new StringReader(text.toString()))) {
                return reader.readObject();
            }
        }

        @Nullable
        String subject(LoggedTable declared) {
            String column = declared.subject();
            return column == null ? null : text(after.isEmpty() ? before : after, column);
        }

        static @Nullable String text(JsonObject values, String column) {
            JsonValue value = values.getOrDefault(column, JsonValue.NULL);
            if (value.equals(JsonValue.NULL)) {
                return null;
            }
            return value instanceof JsonString text ? text.getString() : value.toString();
        }
    }

    long count(LogFilter filter) {
        return new LogQuery(LOG, filter).count(entities);
    }

    List<ChangeView> page(LogFilter filter, ListQuery asked, LogReader reader) {
        return views(new LogQuery(LOG, filter).rows(entities, COLUMNS, asked), reader);
    }

    /** All of them; names are asked for once for many rows. */
    void each(LogFilter filter, LogReader reader, Consumer<ChangeView> each) {
        new LogQuery(LOG, filter).each(entities, COLUMNS, rows -> views(rows, reader).forEach(each));
    }

    private List<ChangeView> views(List<Object[]> found, LogReader reader) {
        List<Row> rows = found.stream().map(Row::of).toList();
        Map<String, Name> known = namesOf(rows);
        return rows.stream().map(row -> view(row, known, reader)).toList();
    }

    private Map<String, Name> namesOf(List<Row> rows) {
        Set<String> keys = new HashSet<>();
        Set<String> codes = new HashSet<>();
        for (Row row : rows) {
            add(row.actor(), keys);
            LoggedTable declared = tables.find(row.table());
            if (declared != null) {
                add(row.subject(declared), keys);
                declared.columns().forEach((name, column) -> {
                    if (column.shown() == Shown.ROW || column.shown() == Shown.CATALOGUE) {
                        add(Row.text(row.before(), name), column.shown() == Shown.ROW ? keys : codes);
                        add(Row.text(row.after(), name), column.shown() == Shown.ROW ? keys : codes);
                    }
                });
            }
        }
        return names.of(keys, codes);
    }

    private static void add(@Nullable String key, Set<String> keys) {
        if (key != null) {
            keys.add(key);
        }
    }

    private ChangeView view(Row row, Map<String, Name> known, LogReader reader) {
        LoggedTable declared = tables.find(row.table());
        LogPerson person = LogPerson.of(row.actor(), row.roles(), name(known, row.actor()), reader);
        if (declared == null || !reader.may(declared.permission())) {
            return new ChangeView(row.id(), row.at(), person, row.table(), row.act(), null, true, List.of(),
                    row.redacted());
        }
        return new ChangeView(row.id(), row.at(), person, row.table(), row.act(),
                reader.name(name(known, row.subject(declared))), false, fields(row, declared, known), row.redacted());
    }

    private static List<Field> fields(Row row, LoggedTable declared, Map<String, Name> known) {
        return row.changed()
            .stream()
            .filter(column -> !never(declared.column(column)))
            .sorted()
            .map(column -> {
                Column kind = declared.column(column);
                return kind == null
                        ? new Field(column, true, null, null)
                        : new Field(column, false, value(row.before(), column, known),
                                value(row.after(), column, known));
            })
            .toList();
    }

    private static boolean never(@Nullable Column column) {
        return column != null && column.shown() == Shown.NEVER;
    }

    private static @Nullable Value value(JsonObject values, String column, Map<String, Name> known) {
        String text = Row.text(values, column);
        if (text == null) {
            return null;
        }
        Name name = known.get(text);
        return name == null ? new Value(text, null, null) : new Value(text, name.lv(), name.en());
    }

    private static @Nullable Name name(Map<String, Name> known, @Nullable String key) {
        return key == null ? null : known.get(key);
    }
}
