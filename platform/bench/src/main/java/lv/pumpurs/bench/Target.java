package lv.pumpurs.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * What was promised, held against the worst that was seen.
 *
 * @param promise in words
 * @param seen the worst, and of what
 * @param met whether it keeps the promise
 */
record Target(String promise, String seen, boolean met) {

    static final double JSON_CPU = 2.0;
    static final double HTML_CPU = 2.5;
    static final double OF_FLOOR = 0.35;
    private static final double MANY_TO_FEW = 0.9;
    private static final double TEACHER = 1.1;
    /** The registry remembers a tenant's row; a schema's metadata would be a thousand times that. */
    private static final double HEAP_BYTES = 1024;
    private static final double PROVISIONING = 2;
    private static final double READY = 12;
    private static final double MEGABYTES = 450;
    private static final double STARTS = 1.2;

    static List<Target> of(Results results) {
        Settings settings = results.settings();
        List<Target> all = new ArrayList<>();
        List<Results.Cell> cells = settings.tenants()
            .stream()
            .flatMap(tenants -> Kind.all()
                .stream()
                .filter(kind -> kind.form() != Kind.Form.FLOOR)
                .map(kind -> new Results.Cell(kind, tenants)))
            .toList();
        ToDoubleFunction<Results.Cell> cpu = cell -> results.of(cell.kind(), cell.tenants()).cpuPerThousand();
        all.add(atMost("CPU-seconds for 1,000 answers in JSON (Liberty and PostgreSQL)", JSON_CPU, cells,
                cell -> cell.kind().form() == Kind.Form.JSON, cpu));
        all.add(atMost("CPU-seconds for 1,000 answers in HTML (Liberty and PostgreSQL)", HTML_CPU, cells,
                cell -> cell.kind().form() == Kind.Form.HTML, cpu));
        all.add(atLeast("rate over the rate of the same SQL by plain JDBC", OF_FLOOR, cells, cell -> true,
                cell -> results.ofFloor(cell.kind(), cell.tenants())));
        all.add(atLeast("rate at " + settings.allTenants() + " tenants over the rate at "
                + settings.tenants().getFirst(), MANY_TO_FEW, cells,
                cell -> cell.tenants() == settings.allTenants(), cell -> results.manyToFew(cell.kind())));
        all.add(atMost("95th percentile of the class teacher over the coordinator's", TEACHER, cells,
                cell -> cell.kind().who() == Kind.Who.CLASS_TEACHER,
                cell -> results.teacherToCoordinator(cell.kind().act(), cell.kind().form(), cell.tenants())));
        number(all, "bytes of heap that a tenant adds (none: less than a row of the registry)", HEAP_BYTES,
                results.heapPerTenant());
        number(all, "seconds for a tenant's database part, the slowest", PROVISIONING,
                results.provisioned.stream().mapToDouble(Double::doubleValue).max().orElse(0));
        List<Results.Start> starts = results.starts.values().stream().flatMap(List::stream).toList();
        number(all, "seconds until Liberty is ready, the slowest start", READY,
                starts.stream().mapToDouble(Results.Start::seconds).max().orElse(0));
        number(all, "MB of Liberty's memory, after a start and after the load", MEGABYTES, Math.max(
                results.memory.liberty(), starts.stream().mapToDouble(Results.Start::megabytes).max().orElse(0)));
        if (results.starts.size() > 1) {
            number(all, "time to start with " + settings.allTenants() + " tenants over that with " + Settings.FEW
                    + " (medians)", STARTS,
                    median(results.starts.get(settings.allTenants()))
                            / median(results.starts.get(Settings.FEW)));
        }
        return all;
    }

    static double median(java.util.@org.jspecify.annotations.Nullable List<Results.Start> starts) {
        return starts == null
                ? Double.NaN
                : Report.median(starts.stream().map(Results.Start::seconds).toList());
    }

    private static void number(List<Target> all, String what, double limit, double seen) {
        all.add(new Target(what + ": at most " + figure(limit), figure(seen), seen <= limit));
    }

    private static Target atMost(String what, double limit, List<Results.Cell> cells, Predicate<Results.Cell> which,
            ToDoubleFunction<Results.Cell> value) {
        Results.Cell worst = cells.stream().filter(which).max(Comparator.comparingDouble(value)).orElseThrow();
        return new Target(what + ": at most " + figure(limit), words(worst, value),
                value.applyAsDouble(worst) <= limit);
    }

    private static Target atLeast(String what, double limit, List<Results.Cell> cells, Predicate<Results.Cell> which,
            ToDoubleFunction<Results.Cell> value) {
        Results.Cell worst = cells.stream().filter(which).min(Comparator.comparingDouble(value)).orElseThrow();
        return new Target(what + ": at least " + figure(limit), words(worst, value),
                value.applyAsDouble(worst) >= limit);
    }

    private static String words(Results.Cell worst, ToDoubleFunction<Results.Cell> value) {
        return figure(value.applyAsDouble(worst)) + " (" + worst.kind() + ", " + worst.tenants()
                + (worst.tenants() == 1 ? " tenant)" : " tenants)");
    }

    static String figure(double number) {
        return String.format(Locale.ROOT, number >= 100 ? "%,.0f" : "%.2f", number);
    }
}
