package lv.pumpurs.bench.floor;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.Reader;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of one kind of request.
 *
 * @param transactions one after the other, each begun and committed
 */
public record Script(List<List<Step>> transactions) {

    /** Stands in a text for the tenant's slug. */
    public static final String TENANT = "{tenant}";
    /** Stands for a new key. */
    public static final String NEW = "{new}";

    /** Stands in a value for the number in the keys of a learner, of the learner's plan and of its measures. */
    private static final String NUMBER = "{number}";
    private static final String DAY = "{day}";
    private static final String WEEK_LATER = "{week-later}";
    private static final String TIME = "{time}";
    private static final String SECONDS = ":00";

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String OUR_KEYS = "01900000-0000-70";
    private static final String KEYS_OF_STAFF = "01900000-0000-7001-";
    private static final int NUMBER_AT = 24;
    private static final int WEEK = 7;

    /**
     * What differs from one request of a kind to the next.
     *
     * @param tenant slug of the tenant
     * @param learner key of a learner
     * @param day a day on which nothing is written down yet at this time
     * @param time the time, without seconds
     */
    public record Turn(String tenant, String learner, LocalDate day, LocalTime time) {

        /**
         * A value that was seen, with names for what differs.
         *
         * @param value the value
         * @return the same for every request of the kind
         */
        public @Nullable String general(@Nullable String value) {
            if (value == null) {
                return null;
            }
            if (KEY.matcher(value).matches()) {
                return !value.startsWith(OUR_KEYS)
                        ? NEW
                        : value.startsWith(KEYS_OF_STAFF) ? value : value.replace(learner.substring(NUMBER_AT), NUMBER);
            }
            if (value.equals(time + SECONDS)) {
                return TIME;
            }
            return value.replace(tenant, TENANT)
                .replace(day.toString(), DAY)
                .replace(day.plusDays(WEEK).toString(), WEEK_LATER);
        }

        /**
         * A value of this request.
         *
         * @param value what {@link #general} made
         * @return the value to be sent
         */
        public @Nullable String filled(@Nullable String value) {
            if (value == null || !value.contains("{")) {
                return value;
            }
            return value.equals(NEW)
                    ? UUID.randomUUID().toString()
                    : value.replace(TENANT, tenant)
                        .replace(NUMBER, learner.substring(NUMBER_AT))
                        .replace(DAY, day.toString())
                        .replace(WEEK_LATER, day.plusDays(WEEK).toString())
                        .replace(TIME, time + SECONDS);
        }
    }

    /**
     * A statement with its values as text.
     *
     * @param sql with question marks; a tenant's text of its own has {@link #TENANT} in it
     * @param values in their order; null is NULL
     */
    public record Step(String sql, List<@Nullable String> values) {

        /**
         * The text of one tenant.
         *
         * @param tenant its slug
         * @return with its name in it
         */
        public String sqlOf(String tenant) {
            return sql.replace(TENANT, tenant);
        }

        /**
         * Whether this one binds the tenant: its row is no answer.
         *
         * @return true if so
         */
        public boolean binds() {
            return sql.contains("set_config(");
        }
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @param in the text
     * @return scripts by name
     */
    public static Map<String, Script> read(Reader in) {
        try (JsonReader reader = Json.createReader(in)) {
            Map<String, Script> scripts = new HashMap<>();
            reader.readObject().forEach((name, script) -> scripts.put(name, new Script(transactions(script))));
            return scripts;
        }
    }

    private static List<List<Step>> transactions(JsonValue script) {
        List<List<Step>> all = new ArrayList<>();
        for (JsonValue transaction : script.asJsonArray()) {
            List<Step> steps = new ArrayList<>();
            for (JsonObject step : transaction.asJsonArray().getValuesAs(JsonObject.class)) {
                steps.add(new Step(step.getString("sql"), values(step.getJsonArray("values"))));
            }
            all.add(steps);
        }
        return all;
    }

    private static List<@Nullable String> values(JsonArray array) {
        List<@Nullable String> values = new ArrayList<>();
        for (JsonValue value : array) {
            values.add(value instanceof JsonString text ? text.getString() : null);
        }
        return values;
    }

    /**
     * As text, for the floor.
     *
     * @param scripts by name
     * @return JSON
     */
    public static String text(Map<String, Script> scripts) {
        JsonObjectBuilder all = Json.createObjectBuilder();
        new TreeMap<>(scripts).forEach((name, script) -> {
            JsonArrayBuilder transactions = Json.createArrayBuilder();
            for (List<Step> steps : script.transactions()) {
                JsonArrayBuilder list = Json.createArrayBuilder();
                for (Step step : steps) {
                    JsonArrayBuilder values = Json.createArrayBuilder();
                    step.values().forEach(value -> {
                        if (value == null) {
                            values.addNull();
                        } else {
                            values.add(value);
                        }
                    });
                    list.add(Json.createObjectBuilder().add("sql", step.sql()).add("values", values));
                }
                transactions.add(list);
            }
            all.add(name, transactions);
        });
        return all.build().toString();
    }
}
