package lv.pumpurs.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes this workspace owns: starts them, writes them down, and ends them in order. After a launcher that was
 * killed, {@link #endLeftovers} ends what it left, and nothing else.
 */
final class OwnedProcesses {

    private static final Duration ORDERLY = Duration.ofSeconds(25);
    private static final Duration FORCED = Duration.ofSeconds(5);
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final Path record;
    private final Map<Part, Process> running = new EnumMap<>(Part.class);
    private final List<OwnedProcess> written = new ArrayList<>();
    private volatile boolean stopping;

    OwnedProcesses(Path record) {
        this.record = record;
    }

    /**
     * Starts a process and writes it down.
     *
     * @param mark
     *            a text of the command line by which a later start recognises the process
     */
    synchronized Process start(Part part, ProcessBuilder command, Path log, String mark) {
        if (stopping) {
            throw new LaunchFailure("The stack is being stopped.");
        }
        List<String> words = new ArrayList<>(command.command());
        if (Files.isExecutable(SETSID)) {
            // Ctrl-C reaches the whole foreground group: in a session of their own the servers hear only us, in our order
            words.add(0, SETSID.toString());
        }
        try {
            command.command(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            Process process = command.start();
            running.put(part, process);
            written.add(OwnedProcess.of(part, process.toHandle(), mark));
            write();
            return process;
        } catch (IOException e) {
            throw new LaunchFailure(part.title() + " could not be started: " + e.getMessage() + ".", e);
        }
    }

    /** Ends what an earlier launcher of this workspace left running; gives the names of what it ended. */
    synchronized List<String> endLeftovers() {
        List<String> ended = new ArrayList<>();
        for (OwnedProcess left : read()) {
            Optional<ProcessHandle> process = left.running();
            if (process.isPresent()) {
                end(left.part(), process.get());
                ended.add(left.part().title() + " (process " + left.pid() + ")");
            }
        }
        write();
        return ended;
    }

    /** Stops all that run, each part after those that need it. Starting anything is refused from here on. */
    synchronized void stopAll() {
        stopping = true;
        running.forEach((part, process) -> end(part, process.toHandle()));
        running.clear();
        written.clear();
        write();
    }

    /** Stops one part, which may be started again. */
    synchronized void stop(Part part) {
        Process process = running.remove(part);
        if (process != null) {
            end(part, process.toHandle());
            written.removeIf(one -> one.part() == part);
            write();
        }
    }

    /** Completes with the first part that ends while nobody stops it. */
    synchronized CompletableFuture<Part> firstEnd() {
        List<CompletableFuture<Part>> ends = new ArrayList<>();
        running.forEach((part, process) -> {
            if (part != Part.KEYCLOAK_BUILD) {
                ends.add(process.onExit().thenApply(ended -> part));
            }
        });
        return CompletableFuture.anyOf(ends.toArray(CompletableFuture[]::new))
            .thenCompose(part -> stopping ? new CompletableFuture<>() : CompletableFuture.completedFuture((Part) part));
    }

    /** The pids, for the run file. */
    synchronized Map<Part, Long> pids() {
        Map<Part, Long> pids = new EnumMap<>(Part.class);
        running.forEach((part, process) -> {
            if (process.isAlive()) {
                pids.put(part, process.pid());
            }
        });
        return pids;
    }

    static void end(Part part, ProcessHandle process) {
        List<ProcessHandle> children = process.descendants().toList();
        if (part == Part.DATABASE) {
            interrupt(process.pid());
        } else {
            process.destroy();
        }
        if (!ended(process, ORDERLY)) {
            process.destroyForcibly();
            ended(process, FORCED);
        }
        // PostgreSQL's own children end by themselves; a shell's or a JVM's might not
        children.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }

    /** PostgreSQL's fast shutdown: it ends its sessions and writes a checkpoint, where SIGTERM would wait for clients. */
    private static void interrupt(long pid) {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT \"$0\"", Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ended(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<OwnedProcess> read() {
        try {
            return Files.notExists(record)
                    ? List.of()
                    : Files.readAllLines(record)
                        .stream()
                        .flatMap(line -> OwnedProcess.parse(line).stream())
                        .sorted(Comparator.comparing(OwnedProcess::part))
                        .toList();
        } catch (IOException e) {
            throw new LaunchFailure("The list of own processes cannot be read: " + record + ".", e);
        }
    }

    private void write() {
        try {
            Path next = record.resolveSibling(record.getFileName() + ".new");
            Files.write(next, written.stream().map(OwnedProcess::line).toList());
            Files.move(next, record, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LaunchFailure("The list of own processes cannot be written: " + record + ".", e);
        }
    }
}
