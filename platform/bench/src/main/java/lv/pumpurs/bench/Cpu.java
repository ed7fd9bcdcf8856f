package lv.pumpurs.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * CPU time of the two servers in clock ticks of 10 ms, from {@code /proc}.
 *
 * @param liberty of the JVM and the script that started it
 * @param postgres of the postmaster, its living children and those it has buried
 */
record Cpu(long liberty, long postgres) {

    /** Linux tells user space ticks of 1/100 s whatever the kernel's own are. */
    private static final double TICKS_A_SECOND = 100;

    /** Two sums of one process: of its own, and of its children that have ended. */
    record Ticks(long own, long buried) {}

    static Cpu read(long libertyPid, long postgresPid) {
        // the script has not buried the JVM: only the living count
        return new Cpu(tree(libertyPid), tree(postgresPid) + of(postgresPid).buried());
    }

    Cpu since(Cpu before) {
        return new Cpu(liberty - before.liberty, postgres - before.postgres);
    }

    Cpu plus(Cpu other) {
        return new Cpu(liberty + other.liberty, postgres + other.postgres);
    }

    double libertySeconds() {
        return liberty / TICKS_A_SECOND;
    }

    double postgresSeconds() {
        return postgres / TICKS_A_SECOND;
    }

    private static long tree(long pid) {
        List<ProcessHandle> below = ProcessHandle.of(pid)
            .map(process -> process.descendants().toList())
            .orElse(List.of());
        return of(pid).own() + below.stream().mapToLong(process -> of(process.pid()).own()).sum();
    }

    private static Ticks of(long pid) {
        try {
            return parse(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
        } catch (IOException e) {
            // ended since it was listed: its parent has buried it and counts it
            return new Ticks(0, 0);
        }
    }

    /** Fields 14 to 17 of {@code /proc/<pid>/stat}; the name in parentheses may hold anything. */
    static Ticks parse(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ");
        return new Ticks(Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
                Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
    }

    /** A line of {@code /proc/<pid>/status} in MB, summed over a process and all below it. */
    static double megabytes(long pid, String line) {
        long kilobytes = ProcessHandle.of(pid)
            .map(process -> process.descendants().mapToLong(one -> status(one.pid(), line)).sum()
                    + status(pid, line))
            .orElse(0L);
        return kilobytes / 1024.0;
    }

    private static long status(long pid, String line) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(one -> one.startsWith(line + ":"))
                .mapToLong(one -> Long.parseLong(one.replaceAll("\\D", "")))
                .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}
