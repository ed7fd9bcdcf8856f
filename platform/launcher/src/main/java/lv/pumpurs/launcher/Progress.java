package lv.pumpurs.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Tells the person at the terminal what is being waited for. Steps run side by side; a step is mentioned only once it has
 * taken two seconds, then every fifteen, then when it is done.
 */
public final class Progress implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration REPEAT = Duration.ofSeconds(15);

    private record Done(String step, Duration took) {}

    private final PrintStream out;
    private final long begun = System.nanoTime();
    private final List<Done> done = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("progress").factory());

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** Does the step and says so when it takes long. */
    <T> T step(String what, Callable<T> work) throws Exception {
        long start = System.nanoTime();
        ScheduledFuture<?> waiting = clock.scheduleAtFixedRate(
                () -> say(what + " ... " + seconds(since(start))), PATIENCE.toMillis(), REPEAT.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            T result = work.call();
            Duration took = since(start);
            waiting.cancel(false);
            finished(what, took);
            return result;
        } finally {
            waiting.cancel(false);
        }
    }

    /** One line, with the time since the start. */
    synchronized void say(String line) {
        out.printf(Locale.ROOT, "[%6.1f s] %s%n", since(begun).toMillis() / 1000.0, line);
        out.flush();
    }

    /** What took how long, and the whole. */
    synchronized String summary() {
        StringBuilder text = new StringBuilder("Ready in ").append(seconds(since(begun))).append(" (");
        for (Done step : done) {
            text.append(step.step()).append(' ').append(seconds(step.took())).append(", ");
        }
        text.setLength(text.length() - 2);
        return text.append(done.isEmpty() ? "" : ")").toString();
    }

    private synchronized void finished(String what, Duration took) {
        done.add(new Done(what, took));
        if (took.compareTo(PATIENCE) >= 0) {
            say(what + ": done after " + seconds(took));
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
