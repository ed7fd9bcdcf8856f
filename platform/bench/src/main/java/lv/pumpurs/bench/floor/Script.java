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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of one kind of request.
 *
 * @param transactions one after the other, each begun and committed
 */
public record Script(List<List<Step>> transactions) {

    /** Stands in a value for the tenant's slug. */
    public static final String TENANT = "{tenant}";
    /** Stands in a value for the learner's key. */
    public static final String LEARNER = "{learner}";
    /** Stands for a new key. */
    public static final String NEW = "{new}";

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
