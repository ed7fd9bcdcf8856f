package lv.pumpurs.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import lv.pumpurs.bench.floor.Script;
import lv.pumpurs.launcher.TwoServers;

/** One run from nothing to the report. Whatever it starts, it stops, also when it fails. */
public final class Bench {

    private static final int TOUCHES_AT_LEAST = 50;
    private static final int MOST_TOUCHES = 5;
    /** How often each tenant is asked for everything before times are taken: as on a day like any other. */
    private static final int VISITS = 3;
    private static final int SETTLED_BYTES = 200_000;
    private static final int TOP_STATEMENTS = 12;

    private final Settings settings;
    private final PrintStream out;
    private final TwoServers servers;
    private final Issuer issuer;
    private final long begun = System.nanoTime();

    private Bench(Settings settings, PrintStream out, TwoServers servers, Issuer issuer) {
        this.settings = settings;
        this.out = out;
        this.servers = servers;
        this.issuer = issuer;
    }

    /** Takes its settings from system properties, as the build gives them. */
    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        Settings settings = Settings.from(System.getProperties());
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (TwoServers servers = TwoServers.open(settings.workspace(), settings.workspace().resolve("distributions"),
                settings.liberty()); Issuer issuer = new Issuer()) {
            Results results = new Bench(settings, out, servers, issuer).run();
            out.println("The report is " + Report.write(results));
        }
    }

    private Results run() throws Exception {
        say("starting PostgreSQL");
        Files.deleteIfExists(log());
        servers.startDatabase(List.of("shared_preload_libraries=pg_stat_statements",
                "pg_stat_statements.track_planning=on", "pg_stat_statements.max=20000", "shared_buffers=512MB",
                "logging_collector=on", "log_destination=jsonlog", "log_directory=" + log().getParent(),
                "log_filename=statements", "log_rotation_age=0", "log_rotation_size=0"));
        Statements statements = new Statements(servers.login("postgres"));
        Results results = new Results(settings, Machine.here(settings, statements.version()));
        Tenants tenants = new Tenants(servers.login("postgres"), servers.login("pumpurs_provisioner"));
        prepare(results, tenants, statements);
        FloorServer floor = new FloorServer(settings.workspace().toAbsolutePath());
        floor.make(settings.liberty());
        say("starting Liberty with the floor beside the application");
        servers.startApplication(environment(floor.environment()));
        Supplier<Cpu> cpu = cpu();
        try (Load load = new Load(servers.port(), settings.clients(), tokens(), cpu)) {
            say("recording what the application asks the database");
            Map<String, Script> scripts = new Recorder(log(), statements).record(load);
            floor.scripts(scripts);
            refuseUnequal(load);
            load(results, load);
            count(results, load, statements);
            say("ways of binding a tenant");
            Script list = scripts.get(new Kind(Kind.Act.LIST, Kind.Form.JSON, Kind.Who.TENANT_COORDINATOR).script());
            results.binding = new Binding(threshold -> servers.login("pumpurs_app", threshold), statements, cpu,
                    settings.allTenants(), java.util.Objects.requireNonNull(list))
                .run(settings.rounds(), settings.slice(), settings.counted());
            if (settings.profile()) {
                profile(results, load, statements);
            }
        }
        servers.stopApplication();
        say("migrating all tenants once more");
        results.migrated = tenants.migrateAll();
        return results;
    }

    /** Tenants, and starts of Liberty as it was built: with few tenants, then with all. */
    private void prepare(Results results, Tenants tenants, Statements statements) throws Exception {
        int few = Math.min(Settings.FEW, settings.allTenants());
        say("making " + few + " tenants");
        tenants.upTo(few);
        say("starting Liberty once for its caches, then " + settings.starts() + " times");
        start();
        results.starts.put(few, starts());
        say("making tenants up to " + settings.allTenants());
        tenants.upTo(settings.allTenants());
        results.provisioned = tenants.seconds();
        statements.run("VACUUM ANALYZE");
        statements.run("CHECKPOINT");
        if (settings.allTenants() > few) {
            say("starting Liberty again " + settings.starts() + " times");
            results.starts.put(settings.allTenants(), starts());
        }
    }

    private List<Results.Start> starts() throws InterruptedException {
        List<Results.Start> starts = new ArrayList<>();
        for (int i = 0; i < settings.starts(); i++) {
            starts.add(start());
        }
        return starts;
    }

    private Results.Start start() throws InterruptedException {
        long start = System.nanoTime();
        servers.startApplication(environment(Map.of()));
        double seconds = (System.nanoTime() - start) / 1e9;
        double megabytes = JavaProcess.below(servers.applicationPid()).residentMegabytes();
        servers.stopApplication();
        return new Results.Start(seconds, megabytes);
    }

    /**
     * A limit that the application sets beside its SQL is not in the log: then the floor would read everything. Its rows
     * have other names and fewer of them than the application's JSON has, so lengths are compared in orders of magnitude.
     */
    private static void refuseUnequal(Load load) throws IOException {
        for (Kind kind : Kind.all()) {
            if (kind.form() == Kind.Form.FLOOR && kind.act() != Kind.Act.WRITE) {
                int floor = load.times(kind, 1, 1).length();
                int application = load.times(kind.in(Kind.Form.JSON), 1, 1).length();
                if (floor > 3 * application || application > 3 * floor) {
                    throw new IOException(kind + " answers " + floor + " characters where the application answers "
                            + application + ": it does not do the same work");
                }
            }
        }
    }

    /** Heap by tenants asked for, then the warm-up, then every cell in turns. */
    private void load(Results results, Load load) throws IOException, InterruptedException {
        List<Results.Cell> cells = new ArrayList<>();
        for (int tenants : settings.tenants()) {
            Kind.all().forEach(kind -> cells.add(new Results.Cell(kind, tenants)));
        }
        Random chance = new Random(1);
        say("warming up for " + settings.warmup() + " s");
        long end = System.nanoTime() + settings.warmup() * 1_000_000_000L;
        while (System.nanoTime() < end) {
            load.slice(Kind.all().get(chance.nextInt(Kind.all().size())), settings.tenants().getFirst(), 1);
        }
        JavaProcess liberty = JavaProcess.below(servers.applicationPid());
        settle(load, liberty);
        for (int tenants : settings.tenants()) {
            touch(load, tenants);
            results.liveBytes.put(tenants, liberty.liveBytes());
        }
        say("visiting every tenant");
        for (int visit = 0; visit < VISITS; visit++) {
            for (Kind kind : Kind.all()) {
                load.visitEach(kind, settings.allTenants());
            }
        }
        say("measuring " + cells.size() + " cells in " + settings.rounds() + " rounds, "
                + cells.size() * settings.rounds() * settings.slice() / 60 + " minutes");
        for (int round = 0; round < settings.rounds(); round++) {
            Collections.shuffle(cells, chance);
            for (Results.Cell cell : cells) {
                results.add(round, cell, load.slice(cell.kind(), cell.tenants(), settings.slice()));
            }
            say("round " + (round + 1) + " of " + settings.rounds());
        }
        results.memory = new Results.Memory(liberty.residentMegabytes(),
                Cpu.megabytes(servers.databasePid(), "RssAnon"));
    }

    /** What the server still makes for itself when it is warm is not the tenants'. */
    private void settle(Load load, JavaProcess liberty) throws IOException, InterruptedException {
        long before = 0;
        for (int i = 0; i < MOST_TOUCHES; i++) {
            touch(load, settings.tenants().getFirst());
            long now = liberty.liveBytes();
            if (Math.abs(now - before) < SETTLED_BYTES) {
                return;
            }
            before = now;
        }
    }

    /** The same number of requests however many tenants: what differs is the tenants' alone. */
    private void touch(Load load, int tenants) throws IOException {
        int requests = Math.max(TOUCHES_AT_LEAST, settings.allTenants());
        for (Kind kind : Kind.all()) {
            if (kind.form() != Kind.Form.FLOOR) {
                load.times(kind, tenants, requests);
            }
        }
    }

    private void count(Results results, Load load, Statements statements) throws IOException, SQLException {
        say("counting statements");
        int tenants = settings.tenants().get(settings.tenants().size() / 2);
        for (Kind kind : Kind.all()) {
            statements.start();
            load.times(kind, tenants, settings.counted());
            results.statements.put(kind, statements.counts());
        }
        statements.stop();
    }

    private void profile(Results results, Load load, Statements statements) throws Exception {
        say("recording where the time goes");
        JavaProcess liberty = JavaProcess.below(servers.applicationPid());
        Path recording = settings.workspace().resolve("liberty.jfr");
        List<Kind> kinds = Kind.all().stream().filter(kind -> kind.form() != Kind.Form.FLOOR).toList();
        liberty.startRecording();
        for (Kind kind : kinds) {
            load.slice(kind, settings.allTenants(), Math.max(2, settings.seconds() / 2));
        }
        liberty.stopRecording(recording);
        statements.start();
        for (Kind kind : kinds) {
            load.times(kind, settings.allTenants(), settings.counted());
        }
        results.profile = Profile.read(recording, statements.top(TOP_STATEMENTS));
        statements.stop();
    }

    private Map<String, String> environment(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.put("PUMPURS_OIDC_ISSUER", issuer.url());
        all.put("PUMPURS_DEMO", "false");
        return all;
    }

    private Supplier<Cpu> cpu() {
        long liberty = servers.applicationPid();
        long postgres = servers.databasePid();
        return () -> Cpu.read(liberty, postgres);
    }

    private Load.Tokens tokens() {
        Map<String, String> signed = new ConcurrentHashMap<>();
        return (who, tenant) -> signed.computeIfAbsent(who.email(tenant), email -> issuer.token(email, tenant));
    }

    private Path log() {
        return settings.workspace().toAbsolutePath().resolve("statements").resolve("statements.json");
    }

    private void say(String what) {
        out.printf(java.util.Locale.ROOT, "[%6.1f s] %s%n", (System.nanoTime() - begun) / 1e9, what);
    }
}
