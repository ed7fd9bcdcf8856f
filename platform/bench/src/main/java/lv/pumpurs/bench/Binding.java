package lv.pumpurs.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import lv.pumpurs.bench.floor.Script;
import org.jspecify.annotations.Nullable;

/**
 * What the binding of a tenant costs PostgreSQL: one statement of the list of learners on one connection of plain JDBC,
 * each way with one thing more than the way before. The first way is what pgbench does with prepared statements.
 */
final class Binding {

    /** How a transaction is made. */
    enum Way {
        PREPARED("one tenant bound for the session, plan kept, no transaction"),
        TRANSACTION("the same between BEGIN and COMMIT"),
        BOUND("one tenant, bound in each transaction"),
        SOME("43 tenants in turn, bound in each transaction: what the application does"),
        ALL("all tenants in turn"),
        CUSTOM("43 tenants in turn, PostgreSQL chooses whether to plan for each value"),
        SHARED_TEXT("43 tenants in turn, one text for all of them"),
        SHARED_CUSTOM("both: one text, plans as PostgreSQL chooses"),
        PATH("the same, and the search path is bound in each transaction"),
        UNNAMED("43 tenants in turn, nothing prepared by name"),
        DISCARDED("43 tenants in turn, nothing prepared, DISCARD ALL after each transaction");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Measured, and what was counted of plans over some transactions afterwards. */
    record Result(Measured measured, Statements.Counts counts) {}

    private static final int SOME = 43;
    private static final int PREPARE_AT_ONCE = 1;
    private static final Script.Step PATH = new Script.Step(
            "SELECT set_config('role',?,true), set_config('search_path',?,true), set_config('pumpurs.actor',?,true)",
            List.of("t_" + Script.TENANT, "t_" + Script.TENANT + ", pg_temp", ""));
    private static final Script.Step AS_POSTGRESQL_CHOOSES = new Script.Step(
            "SELECT set_config('plan_cache_mode','auto',false)", List.of());
    private static final Set<Way> SHARED = Set.of(Way.SHARED_TEXT, Way.SHARED_CUSTOM, Way.PATH);
    private static final Pattern OWN_TEXT = Pattern.compile("^/\\* \\S+ \\*/ ");

    private final IntFunction<DataSource> app;
    private final Statements statements;
    private final Supplier<Cpu> cpu;
    private final int tenants;
    private final Script.Step bind;
    private final Script.Step query;
    private final String sharedText;

    Binding(IntFunction<DataSource> app, Statements statements, Supplier<Cpu> cpu, int tenants, Script list) {
        this.app = app;
        this.statements = statements;
        this.cpu = cpu;
        this.tenants = tenants;
        List<Script.Step> steps = list.transactions().stream().flatMap(List::stream).toList();
        this.bind = steps.stream().filter(Script.Step::binds).findFirst().orElseThrow();
        this.query = steps.stream()
            .max((a, b) -> Integer.compare(a.sql().length(), b.sql().length()))
            .orElseThrow();
        this.sharedText = OWN_TEXT.matcher(query.sql()).replaceFirst("");
    }

    /** All ways in turns, shuffled; then each once more to count its plans. */
    Map<Way, Result> run(int rounds, int slice, int counted) throws SQLException {
        Map<Way, Measured> measured = new EnumMap<>(Way.class);
        List<Way> order = new ArrayList<>(List.of(Way.values()));
        Random chance = new Random(1);
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, chance);
            for (Way way : order) {
                measured.merge(way, loop(way, slice * 1_000_000_000L, Integer.MAX_VALUE), Measured::plus);
            }
        }
        Map<Way, Result> results = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            statements.start();
            loop(way, Long.MAX_VALUE / 2, counted);
            results.put(way, new Result(measured.getOrDefault(way, Measured.NOTHING), statements.counts()));
            statements.stop();
        }
        return results;
    }

    private Measured loop(Way way, long nanos, int most) throws SQLException {
        boolean unnamed = way == Way.UNNAMED || way == Way.DISCARDED;
        try (Connection connection = app.apply(unnamed ? 0 : PREPARE_AT_ONCE).getConnection()) {
            Map<String, PreparedStatement> prepared = new HashMap<>();
            connection.setAutoCommit(way == Way.PREPARED);
            bindForSession(connection, way);
            loopOnce(connection, way, prepared, 0);
            long[] latencies = new long[0];
            int done = 0;
            Cpu before = cpu.get();
            long start = System.nanoTime();
            long now = start;
            while (now - start < nanos && done < most) {
                loopOnce(connection, way, prepared, done);
                long next = System.nanoTime();
                if (done == latencies.length) {
                    latencies = java.util.Arrays.copyOf(latencies, Math.max(1024, done * 2));
                }
                latencies[done++] = next - now;
                now = next;
            }
            return new Measured(now - start, java.util.Arrays.copyOf(latencies, done), cpu.get().since(before));
        }
    }

    /** The first two ways do without a binding of each transaction, some do without plans for any value. */
    private void bindForSession(Connection connection, Way way) throws SQLException {
        Script.@Nullable Step session = switch (way) {
            case PREPARED, TRANSACTION -> new Script.Step(bind.sql().replace("true)", "false)"), bind.values());
            case CUSTOM, SHARED_CUSTOM, PATH -> AS_POSTGRESQL_CHOOSES;
            default -> null;
        };
        if (session != null) {
            try (PreparedStatement statement = connection.prepareStatement(session.sql())) {
                execute(statement, session, Kind.tenant(1));
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }

    private void loopOnce(Connection connection, Way way, Map<String, PreparedStatement> prepared, int turn)
            throws SQLException {
        int number = switch (way) {
            case PREPARED, TRANSACTION, BOUND -> 1;
            case ALL -> 1 + turn % tenants;
            default -> 1 + turn % Math.min(SOME, tenants);
        };
        String tenant = Kind.tenant(number);
        if (way != Way.PREPARED && way != Way.TRANSACTION) {
            Script.Step binding = way == Way.PATH ? PATH : bind;
            execute(statement(connection, prepared, binding.sql()), binding, tenant);
        }
        String text = SHARED.contains(way) ? sharedText : query.sqlOf(tenant);
        execute(statement(connection, prepared, text), query, tenant);
        if (way != Way.PREPARED) {
            connection.commit();
        }
        if (way == Way.DISCARDED) {
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("DISCARD ALL");
            }
            connection.setAutoCommit(false);
        }
    }

    private static PreparedStatement statement(Connection connection, Map<String, PreparedStatement> prepared,
            String sql)
            throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    private static void execute(PreparedStatement statement, Script.Step step, String tenant) throws SQLException {
        for (int i = 0; i < step.values().size(); i++) {
            String value = step.values().get(i);
            statement.setObject(i + 1, filled(value, tenant), Types.OTHER);
        }
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                rows.getObject(1);
            }
        }
    }

    private static @Nullable String filled(@Nullable String value, String tenant) {
        return value == null ? null : value.replace(Script.TENANT, tenant);
    }
}
