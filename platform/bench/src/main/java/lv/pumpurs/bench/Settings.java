package lv.pumpurs.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * What is measured and for how long; given as {@code -Dbench.<name>=<value>}.
 *
 * @param workspace folder of the servers' data, deleted at the next start
 * @param liberty the Liberty that the build of platform/server made
 * @param reports where the report is written
 * @param tenants numbers of tenants to spread requests over, ascending; the last is how many are made
 * @param seconds of measuring for each kind of request at each number of tenants
 * @param slice seconds in which one kind is measured before another has its turn
 * @param warmup seconds of unmeasured load before the first slice
 * @param clients threads that each wait for an answer before they ask again
 * @param starts how often Liberty is started with few tenants, and with all
 * @param profile whether to record where the time goes, at the end
 */
record Settings(Path workspace, Path liberty, Path reports, List<Integer> tenants, int seconds, int slice, int warmup,
        int clients, int starts, boolean profile) {

    /** With how many tenants the first starts are timed. */
    static final int FEW = 3;
    static final int MOST_TENANTS = 2_000;

    Settings {
        if (tenants.isEmpty() || tenants.getFirst() < 1 || !tenants.equals(tenants.stream().sorted().toList())
                || tenants.getLast() > MOST_TENANTS) {
            throw new IllegalArgumentException("bench.tenants: ascending numbers from 1 to 2000");
        }
        if (slice < 1 || seconds < slice || clients < 1 || clients > 16 || starts < 1 || warmup < 1) {
            throw new IllegalArgumentException("bench.slice, seconds, warmup, starts: at least 1, seconds at least"
                    + " a slice; bench.clients: 1 to 16");
        }
    }

    static Settings from(Properties given) {
        return new Settings(Path.of(text(given, "workspace")), Path.of(text(given, "liberty")),
                Path.of(text(given, "reports")),
                Arrays.stream(text(given, "tenants").split(",")).map(String::strip).map(Integer::valueOf).toList(),
                number(given, "seconds"), number(given, "slice"), number(given, "warmup"), number(given, "clients"),
                number(given, "starts"), Boolean.parseBoolean(text(given, "profile")));
    }

    int allTenants() {
        return tenants.getLast();
    }

    int rounds() {
        return seconds / slice;
    }

    /** Requests of each kind, and transactions of each way of binding, over which statements are counted. */
    int counted() {
        return Math.min(200, 10 * seconds);
    }

    private static String text(Properties given, String name) {
        String text = given.getProperty("bench." + name);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("bench." + name + " is missing; start with mvn -Pbench");
        }
        return text;
    }

    private static int number(Properties given, String name) {
        return Integer.parseInt(text(given, name).strip());
    }
}
