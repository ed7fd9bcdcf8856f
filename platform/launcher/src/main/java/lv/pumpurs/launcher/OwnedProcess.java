package lv.pumpurs.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is written down about a process that the launcher started, enough to recognise it later.
 *
 * @param part
 *            what it is
 * @param pid
 *            its process id, which the system may have given to another process since
 * @param started
 *            when it started
 * @param mark
 *            a text that its command line holds and no other stack's does: a path in this workspace
 */
record OwnedProcess(Part part, long pid, Instant started, String mark) {

    /** The system derives start times from the time of boot, which moves a little when the clock is set. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    static OwnedProcess of(Part part, ProcessHandle process, String mark) {
        return new OwnedProcess(part, process.pid(), process.info().startInstant().orElseGet(Instant::now), mark);
    }

    String line() {
        return part + "\t" + pid + "\t" + started.toEpochMilli() + "\t" + mark;
    }

    static Optional<OwnedProcess> parse(String line) {
        String[] field = line.split("\t", 4);
        try {
            return field.length < 4
                    ? Optional.empty()
                    : Optional.of(new OwnedProcess(Part.valueOf(field[0]), Long.parseLong(field[1]),
                            Instant.ofEpochMilli(Long.parseLong(field[2])), field[3]));
        } catch (IllegalArgumentException e) {
            // half a line of a launcher that was killed while writing
            return Optional.empty();
        }
    }

    /** Whether a process seen now is the one written down: same id, same start, and our mark on its command line. */
    boolean is(long seenPid, Instant seenStart, String seenCommandLine) {
        return seenPid == pid && Duration.between(started, seenStart).abs().compareTo(SLACK) <= 0
                && seenCommandLine.contains(mark);
    }

    /** The process itself, if it still runs. */
    Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .filter(
                    process -> process.info()
                        .startInstant()
                        .map(start -> is(pid, start, commandLine(process)))
                        .orElse(false));
    }

    /** The whole command line; the JDK's own cuts it at a page of memory, and Keycloak's and Liberty's are longer. */
    static String commandLine(ProcessHandle process) {
        try {
            byte[] arguments = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return new String(arguments, StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IOException e) {
            return process.info().commandLine().orElse("");
        }
    }
}
