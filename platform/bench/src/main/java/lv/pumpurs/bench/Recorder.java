package lv.pumpurs.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.pumpurs.bench.floor.Script;
import lv.pumpurs.bench.floor.Script.Step;
import lv.pumpurs.bench.floor.Script.Turn;
import org.jspecify.annotations.Nullable;

/**
 * Watches in PostgreSQL's log what the application asks for each kind of request, and writes it down for the floor. So
 * the floor follows the application by itself. Left out are the transactions that find out who asks.
 */
final class Recorder {

    private static final Pattern EXECUTED = Pattern.compile("(?:execute [^:]+|statement): (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final Path log;
    private final Statements statements;

    Recorder(Path log, Statements statements) {
        this.log = log;
        this.statements = statements;
    }

    Map<String, Script> record(Load load) throws IOException, SQLException, InterruptedException {
        Map<String, Script> scripts = new HashMap<>();
        for (Kind kind : Kind.all()) {
            if (kind.form() == Kind.Form.FLOOR) {
                Kind json = kind.in(Kind.Form.JSON);
                // twice: what is remembered after the first time is no part of a warm request
                load.times(json, 1, 2);
                statements.setting("log_statement", "all");
                String from = mark(kind.script() + " begins");
                Turn turn = json.turn(1, 0);
                load.once(json, turn);
                String to = mark(kind.script() + " ends");
                statements.setting("log_statement", "none");
                List<JsonObject> lines = lines(from, to);
                scripts.put(kind.script(), script(lines, turn));
            }
        }
        return scripts;
    }

    private String mark(String text) throws SQLException {
        statements.run("SELECT '" + text + "'");
        return "SELECT '" + text + "'";
    }

    /** The log is written by a process of its own: waits until the last line is there. */
    private List<JsonObject> lines(String from, String to) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end) {
            List<String> all = Files.readAllLines(log);
            int last = index(all, to);
            if (last >= 0) {
                return all.subList(index(all, from) + 1, last).stream().map(Recorder::json).toList();
            }
            Thread.sleep(100);
        }
        throw new IOException("the statements of a request did not come into PostgreSQL's log");
    }

    private static int index(List<String> lines, String text) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).contains(text)) {
                return i;
            }
        }
        return -1;
    }

    private static JsonObject json(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }

    static Script script(List<JsonObject> lines, Turn turn) {
        List<List<Step>> transactions = new ArrayList<>();
        List<Step> current = new ArrayList<>();
        for (JsonObject line : lines) {
            Matcher executed = EXECUTED.matcher(line.getString("message", ""));
            if (!"pumpurs".equals(line.getString("application_name", "")) || !executed.matches()) {
                continue;
            }
            String sql = executed.group(1);
            if (sql.startsWith("BEGIN")) {
                current = new ArrayList<>();
            } else if (sql.startsWith("COMMIT") || sql.startsWith("ROLLBACK")) {
                transactions.add(current);
            } else {
                current.add(step(sql, values(line.getString("detail", "")), turn));
            }
        }
        return new Script(transactions.stream().filter(steps -> !steps.isEmpty() && !findsOutWho(steps)).toList());
    }

    private static boolean findsOutWho(List<Step> steps) {
        return steps.stream()
            .anyMatch(
                    step -> step.sql().contains("account_role") || (step.binds() && step.values().contains("nation")));
    }

    private static Step step(String sql, Map<Integer, @Nullable String> values, Turn turn) {
        List<@Nullable String> inOrder = new ArrayList<>();
        Matcher parameter = PARAMETER.matcher(sql);
        StringBuilder jdbc = new StringBuilder();
        while (parameter.find()) {
            inOrder.add(turn.general(values.get(Integer.valueOf(parameter.group(1)))));
            parameter.appendReplacement(jdbc, "?");
        }
        String text = parameter.appendTail(jdbc).toString();
        return new Step(text.replace(turn.tenant(), Script.TENANT), inOrder);
    }

    /** {@code Parameters: $1 = 'it''s', $2 = NULL}. */
    static Map<Integer, @Nullable String> values(String detail) {
        Map<Integer, @Nullable String> values = new HashMap<>();
        Matcher one = Pattern.compile("\\$(\\d+) = (?:NULL|'((?:[^']|'')*)')(?:, |$)").matcher(detail);
        while (one.find()) {
            String quoted = one.group(2);
            values.put(Integer.valueOf(one.group(1)), quoted == null ? null : quoted.replace("''", "'"));
        }
        return values;
    }
}
