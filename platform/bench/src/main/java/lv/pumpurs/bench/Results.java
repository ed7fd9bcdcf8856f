package lv.pumpurs.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything that one run has found out, filled in the order of the run. */
final class Results {

    /** A kind of request, spread over so many tenants. */
    record Cell(Kind kind, int tenants) {}

    /** One slice, for the raw numbers. */
    record Slice(int round, Cell cell, Measured measured) {}

    /** A start of Liberty until it said that it is ready, and its memory then. */
    record Start(double seconds, double megabytes) {}

    /** Memory in MB at the end of the load: of Liberty, and of PostgreSQL's processes without what they share. */
    record Memory(double liberty, double postgresOwn) {}

    private final Settings settings;
    private final Machine machine;
    private final List<Slice> slices = new ArrayList<>();
    private final Map<Cell, Measured> cells = new LinkedHashMap<>();

    /** Starts by number of tenants. */
    final Map<Integer, List<Start>> starts = new TreeMap<>();
    /** Bytes of live objects by number of tenants asked for. */
    final Map<Integer, Long> liveBytes = new TreeMap<>();
    /** Counted over {@link Settings#counted()} requests of each kind. */
    final Map<Kind, Statements.Counts> statements = new LinkedHashMap<>();
    /** Seconds of each tenant's provisioning. */
    List<Double> provisioned = List.of();
    Map<Binding.Way, Binding.Result> binding = Map.of();
    Memory memory = new Memory(0, 0);
    Tenants.Migrated migrated = new Tenants.Migrated(0, 0);
    @Nullable
    Profile profile;

    Results(Settings settings, Machine machine) {
        this.settings = settings;
        this.machine = machine;
    }

    Settings settings() {
        return settings;
    }

    Machine machine() {
        return machine;
    }

    void add(int round, Cell cell, Measured measured) {
        slices.add(new Slice(round, cell, measured));
        cells.merge(cell, measured, Measured::plus);
    }

    List<Slice> slices() {
        return slices;
    }

    Measured of(Kind kind, int tenants) {
        return cells.getOrDefault(new Cell(kind, tenants), Measured.NOTHING);
    }

    /** Rate of the application over the floor's, both of this run and this number of tenants. */
    double ofFloor(Kind kind, int tenants) {
        return of(kind, tenants).rate() / of(kind.in(Kind.Form.FLOOR), tenants).rate();
    }

    /** Rate with all tenants over the rate with the fewest. */
    double manyToFew(Kind kind) {
        return of(kind, settings.allTenants()).rate() / of(kind, settings.tenants().getFirst()).rate();
    }

    /** 95th percentile of the class teacher over the coordinator's. */
    double teacherToCoordinator(Kind.Act act, Kind.Form form, int tenants) {
        return of(new Kind(act, form, Kind.Who.CLASS_TEACHER), tenants).percentile(0.95)
                / of(new Kind(act, form, Kind.Who.TENANT_COORDINATOR), tenants).percentile(0.95);
    }

    /** Live bytes that a tenant adds once it has been asked for. */
    double heapPerTenant() {
        int fewest = settings.tenants().getFirst();
        int more = settings.allTenants() - fewest;
        return more == 0
                ? 0
                : (double) (liveBytes.getOrDefault(settings.allTenants(), 0L)
                        - liveBytes.getOrDefault(fewest, 0L)) / more;
    }
}
