package lv.pumpurs.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Where the time goes: samples of Liberty's threads by what they were in, what was allocated, and PostgreSQL's dearest
 * statements.
 *
 * @param libraries samples by the library that ran, the JDK's own work counted for whom it is done
 * @param frames samples by the innermost method
 * @param ours samples by the innermost method of ours on the stack
 * @param allocated bytes by class
 * @param allocating bytes by the library that allocates
 * @param statements dearest first
 */
record Profile(Shares libraries, Shares frames, Shares ours, Shares allocated, Shares allocating,
        List<Statements.Top> statements) {

    /** Something counted, by name. */
    static final class Shares {

        private final Map<String, Double> amounts = new HashMap<>();
        private double total;

        void add(@Nullable String name, double amount) {
            amounts.merge(name == null ? "(other)" : name, amount, Double::sum);
            total += amount;
        }

        /** The largest, each with its share of all. */
        List<Map.Entry<String, Double>> top(int howMany) {
            return amounts.entrySet()
                .stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
                .limit(howMany)
                .map(entry -> Map.entry(entry.getKey(), entry.getValue() / total))
                .toList();
        }

        double total() {
            return total;
        }
    }

    private static final int SEGMENTS = 3;

    static Profile read(Path recording, List<Statements.Top> statements) throws IOException {
        Profile profile = new Profile(new Shares(), new Shares(), new Shares(), new Shares(), new Shares(), statements);
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                profile.take(file.readEvent());
            }
        }
        return profile;
    }

    private void take(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.ExecutionSample" -> {
                libraries.add(first(event, Profile::library), 1);
                frames.add(first(event, Profile::method), 1);
                ours.add(first(event, method -> method.getType().getName().startsWith("lv.pumpurs.")
                        ? method(method)
                        : null), 1);
            }
            case "jdk.ObjectAllocationSample" -> {
                allocated.add(event.getClass("objectClass").getName(), (double) event.getLong("weight"));
                allocating.add(first(event, Profile::library), (double) event.getLong("weight"));
            }
            default -> {
                // of the many kinds of events only these two are read
            }
        }
    }

    private static @Nullable String first(RecordedEvent event, Function<RecordedMethod, @Nullable String> name) {
        if (event.getStackTrace() == null) {
            return null;
        }
        for (RecordedFrame frame : event.getStackTrace().getFrames()) {
            String found = frame.isJavaFrame() ? name.apply(frame.getMethod()) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static String method(RecordedMethod method) {
        return method.getType().getName() + "." + method.getName();
    }

    private static @Nullable String library(RecordedMethod method) {
        return libraryOf(method.getType().getName());
    }

    /** The first three parts of a package's name; null for the JDK's. */
    static @Nullable String libraryOf(String type) {
        if (type.startsWith("java.") || type.startsWith("jdk.") || type.startsWith("sun.")
                || type.startsWith("javax.") || type.startsWith("com.sun.")) {
            return null;
        }
        String[] parts = type.split("\\.");
        return String.join(".", List.of(parts).subList(0, Math.min(SEGMENTS, Math.max(1, parts.length - 1))));
    }
}
