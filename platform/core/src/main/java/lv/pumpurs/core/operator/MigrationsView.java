package lv.pumpurs.core.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lv.pumpurs.core.operator.TenantsView.Why;
import org.jspecify.annotations.Nullable;

/**
 * How far the tenants are brought up to the version of this build.
 *
 * @param build the version that every tenant should have
 * @param behind tenants that are older than this build, and so closed
 * @param failed tenants that are closed because their migration failed
 * @param mayRun whether the reader may start a run
 * @param run the latest run; null if there never was one
 * @param tenants the tenants of that run: failed, running, waiting, then done
 */
public record MigrationsView(String build, int behind, int failed, boolean mayRun, @Nullable Run run,
        List<Line> tenants) {

    /**
     * A run over all tenants that were behind.
     *
     * @param state {@code RUNNING}, {@code DONE}, {@code FAILED}, {@code STOPPED} after a failed canary, or
     *     {@code INTERRUPTED} if its process died
     * @param startedAt when it began
     * @param seconds how long it took, or has taken so far
     * @param done tenants that it has finished with, well or not
     * @param total all its tenants
     */
    public record Run(String state, Instant startedAt, long seconds, int done, int total) {

        /**
         * Whether it is under way.
         *
         * @return false when nothing will change any more
         */
        public boolean running() {
            return state.equals("RUNNING");
        }

        /**
         * How much of it is done.
         *
         * @return 0 to 100
         */
        public int percent() {
            return total == 0 ? 100 : 100 * done / total;
        }
    }

    /**
     * One tenant of the run.
     *
     * @param slug its name in paths
     * @param name its full name
     * @param state as a run's, or {@code WAITING}, {@code SKIPPED}
     * @param percent how many of its modules are done
     * @param seconds how long it took, or has taken so far; null before it begins
     * @param module where it failed; null if it did not
     * @param reason why
     */
    public record Line(String slug, String name, String state, int percent, @Nullable Long seconds,
            @Nullable String module, @Nullable Why reason) {}

    /**
     * Whether there is anything that a run would do.
     *
     * @return false if every tenant is up to date
     */
    public boolean wanted() {
        return behind + failed > 0;
    }

    /**
     * Whether a run is under way.
     *
     * @return true if this page changes by itself
     */
    public boolean running() {
        return run != null && run.running();
    }

    /**
     * A time in minutes and seconds.
     *
     * @param seconds how many; null for none
     * @return for instance {@code 1:05}
     */
    public String time(@Nullable Long seconds) {
        if (seconds == null) {
            return "";
        }
        Duration time = Duration.ofSeconds(seconds);
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
