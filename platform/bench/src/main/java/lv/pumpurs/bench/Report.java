package lv.pumpurs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the report, its chart and the raw numbers beside each other, named by date and commit. */
final class Report {

    private final Results results;
    private final Settings settings;
    private final StringBuilder text = new StringBuilder();

    private Report(Results results) {
        this.results = results;
        this.settings = results.settings();
    }

    static Path write(Results results) throws IOException {
        Machine machine = results.machine();
        String name = machine.date() + "-" + machine.commit().replace("+", "-changed");
        Path folder = Files.createDirectories(results.settings().reports());
        Path file = folder.resolve(name + ".md");
        Files.writeString(folder.resolve(name + ".svg"), Chart.svg(panels(results)));
        Files.writeString(folder.resolve(name + ".csv"), csv(results));
        Files.writeString(file, new Report(results).markdown(name));
        return file;
    }

    static String text(Results results, String name) {
        return new Report(results).markdown(name);
    }

    private String markdown(String name) {
        Machine machine = results.machine();
        line("# Measured on " + machine.date() + " at commit " + machine.commit());
        line("");
        machine.lines().forEach(one -> line("* " + one));
        line("* " + settings.clients() + " clients that wait for each answer; " + settings.warmup()
                + " s of warm-up, then " + settings.seconds() + " s for each row below in slices of " + settings.slice()
                + " s, shuffled, floor and application in turns (`Load`, `Bench`)");
        line("* 600 learners, 3 schools, 150 plans, 6,000 consultations a tenant; a list is 50 rows to the coordinator, 25 to a class teacher");
        line("* floor: a servlet in the same Liberty that runs the statements of the same request over the same data source"
                + " and writes their rows as JSON, without login, permission, JPA and templates (`Recorder`, `FloorServlet`)");
        line("");
        line("![Rates over the floor's, and CPU](" + name + ".svg)");
        ratios();
        targets();
        requests();
        statements();
        memoryAndStarts();
        binding();
        if (results.profile != null) {
            profile(results.profile);
        }
        return text.toString();
    }

    private void ratios() {
        heading("Ratios");
        table(cells("application over floor, rate", tenantsWords(), settings.allTenants() + " over "
                + settings.tenants().getFirst() + " tenants"));
        for (Kind kind : Kind.all()) {
            boolean floor = kind.form() == Kind.Form.FLOOR;
            row(cells(kind.toString(), settings.tenants()
                .stream()
                .map(tenants -> floor ? "1" : Target.figure(results.ofFloor(kind, tenants)))
                .toList(), Target.figure(results.manyToFew(kind))));
        }
        line("");
        table(cells("class teacher's p95 over coordinator's", tenantsWords()));
        for (Kind kind : Kind.all()) {
            if (kind.who() == Kind.Who.CLASS_TEACHER) {
                row(cells(
                        kind.act() == Kind.Act.LIST ? "list, " + kind.form() : "one learner, " + kind.form(),
                        settings.tenants()
                            .stream()
                            .map(tenants -> Target.figure(
                                    results.teacherToCoordinator(kind.act(), kind.form(), tenants)))
                            .toList()));
            }
        }
    }

    private void targets() {
        heading("Targets");
        table(List.of("target", "worst seen", "met"));
        for (Target target : Target.of(results)) {
            row(List.of(target.promise(), target.seen(), target.met() ? "yes" : "**no**"));
        }
    }

    private void requests() {
        heading("Requests");
        table(List.of("request", "tenants", "a second", "p50 ms", "p95 ms", "p99 ms",
                "CPU-s for 1,000: Liberty", "PostgreSQL", "both"));
        for (Kind kind : Kind.all()) {
            for (int tenants : settings.tenants()) {
                Measured seen = results.of(kind, tenants);
                row(List.of(kind.toString(), Integer.toString(tenants), Target.figure(seen.rate()),
                        Target.figure(seen.percentile(0.5)), Target.figure(seen.percentile(0.95)),
                        Target.figure(seen.percentile(0.99)), Target.figure(seen.libertyPerThousand()),
                        Target.figure(seen.postgresPerThousand()), Target.figure(seen.cpuPerThousand())));
            }
        }
    }

    private void statements() {
        heading("Statements of a request");
        line("Counted by pg_stat_statements over " + settings.counted()
                + " requests, after the measured ones. Plans: how often"
                + " PostgreSQL planned; those of triggers are among them.");
        line("");
        table(List.of("request", "statements", "bindings", "transactions", "plans", "planning ms", "execution ms"));
        results.statements.forEach((kind, seen) -> row(List.of(kind.toString(), per((double) seen.statements()),
                per((double) seen.bindings()), per((double) seen.transactions()), per((double) seen.plans()),
                per(seen.planMillis()),
                per(seen.execMillis()))));
    }

    private String per(double counted) {
        return Target.figure(counted / settings.counted());
    }

    private void memoryAndStarts() {
        heading("Tenants, memory, starts");
        table(List.of("what", "value"));
        results.liveBytes.forEach((tenants, bytes) -> row(List.of(
                "live heap after " + tenants + " tenants were asked for, MB", Target.figure(bytes / 1048576.0))));
        row(List.of("heap a tenant adds, bytes", Target.figure(results.heapPerTenant())));
        row(List.of("memory of Liberty after the load, MB", Target.figure(results.memory.liberty())));
        row(List.of("memory of PostgreSQL's processes after the load, without what they share, MB",
                Target.figure(results.memory.postgresOwn())));
        results.starts.forEach((tenants, starts) -> row(List.of("Liberty ready with " + tenants
                + " tenants, s (MB then)",
                starts.stream()
                    .map(start -> Target.figure(start.seconds()) + " (" + Target.figure(start.megabytes()) + ")")
                    .collect(Collectors.joining(", ")))));
        row(List.of("a tenant's database part over " + results.provisioned.size() + " tenants, s: median, slowest",
                Target.figure(median(results.provisioned)) + ", " + Target.figure(
                        results.provisioned.stream().mapToDouble(Double::doubleValue).max().orElse(0))));
        row(List.of("one more migration of all tenants, s: whole, for each, a second run",
                Target.figure(results.migrated.seconds()) + ", "
                        + String.format(Locale.ROOT, "%.3f", results.migrated.seconds() / results.provisioned.size())
                        + ", " + Target.figure(results.migrated.again())));
    }

    private void binding() {
        heading("What binding a tenant costs PostgreSQL");
        line("The statement of the coordinator's list alone, on one connection of plain JDBC (`Binding`).");
        line("");
        table(List.of("way", "a second", "PostgreSQL's CPU, ms each", "of the first", "plans each", "planning ms",
                "execution ms"));
        Binding.Result first = results.binding.get(Binding.Way.PREPARED);
        results.binding.forEach((way, seen) -> row(List.of(way.words(), Target.figure(seen.measured().rate()),
                Target.figure(seen.measured().postgresPerThousand()),
                Target.figure(seen.measured().postgresPerThousand()
                        / (first == null ? Double.NaN : first.measured().postgresPerThousand())),
                Target.figure((double) seen.counts().plans() / settings.counted()),
                Target.figure(seen.counts().planMillis() / settings.counted()),
                Target.figure(seen.counts().execMillis() / settings.counted()))));
    }

    private void profile(Profile profile) {
        heading("Appendix: where the time goes");
        shares("Liberty's CPU by library (the JDK's work counted for its caller)", profile.libraries());
        shares("by innermost method of ours", profile.ours());
        shares("by innermost method", profile.frames());
        shares("allocated, by class", profile.allocated());
        shares("allocated, by library", profile.allocating());
        table(List.of("PostgreSQL's dearest statements", "calls", "plans", "planning ms", "execution ms"));
        for (Statements.Top top : profile.statements()) {
            row(List.of("`" + top.sql().replaceAll("\\s+", " ").replace("|", "\\|") + "`", Long.toString(top.calls()),
                    Long.toString(top.plans()), Target.figure(top.planMillis()), Target.figure(top.execMillis())));
        }
    }

    private void shares(String title, Profile.Shares shares) {
        table(List.of(title, "share"));
        shares.top(15)
            .forEach(one -> row(List.of("`" + one.getKey() + "`",
                    String.format(Locale.ROOT, "%.1f %%", one.getValue() * 100))));
        line("");
    }

    private static List<Chart.Panel> panels(Results results) {
        List<Chart.Bar> ratios = new ArrayList<>();
        List<Chart.Bar> cpu = new ArrayList<>();
        int all = results.settings().allTenants();
        for (Kind kind : Kind.all()) {
            if (kind.form() != Kind.Form.FLOOR) {
                ratios.add(new Chart.Bar(kind.toString(), List.of(results.ofFloor(kind, all))));
            }
            Measured seen = results.of(kind, all);
            cpu.add(new Chart.Bar(kind.toString(), List.of(seen.libertyPerThousand(), seen.postgresPerThousand())));
        }
        return List.of(new Chart.Panel("Rate over the floor's, " + all + " tenants (line: target, at least)",
                Target.OF_FLOOR, ratios),
                new Chart.Panel("CPU-seconds for 1,000 answers, " + all
                        + " tenants: Liberty (dark), PostgreSQL (line: target for JSON, at most)", Target.JSON_CPU,
                        cpu));
    }

    /** One line a slice. */
    static String csv(Results results) {
        StringBuilder csv = new StringBuilder(
                "round,act,form,who,tenants,requests,seconds,p50_ms,p95_ms,p99_ms,liberty_cpu_s,postgres_cpu_s\n");
        for (Results.Slice slice : results.slices()) {
            Kind kind = slice.cell().kind();
            Measured seen = slice.measured();
            csv.append(String.format(Locale.ROOT, "%d,%s,%s,%s,%d,%d,%.3f,%.3f,%.3f,%.3f,%.2f,%.2f%n", slice.round(),
                    kind.act(), kind.form(), kind.who(), slice.cell().tenants(), seen.requests(), seen.seconds(),
                    seen.percentile(0.5), seen.percentile(0.95), seen.percentile(0.99), seen.cpu().libertySeconds(),
                    seen.cpu().postgresSeconds()));
        }
        return csv.toString();
    }

    static double median(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    private List<String> tenantsWords() {
        return settings.tenants().stream().map(tenants -> tenants == 1 ? "1 tenant" : tenants + " tenants").toList();
    }

    private void heading(String words) {
        line("");
        line("## " + words);
        line("");
    }

    private void table(List<String> titles) {
        row(titles);
        row(titles.stream().map(title -> title.equals(titles.getFirst()) ? "---" : "---:").toList());
    }

    private void row(List<String> cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String words) {
        text.append(words).append('\n');
    }

    private static List<String> cells(String first, List<String> more, String... last) {
        return Stream.of(Stream.of(first), more.stream(), Stream.of(last)).flatMap(all -> all).toList();
    }
}
