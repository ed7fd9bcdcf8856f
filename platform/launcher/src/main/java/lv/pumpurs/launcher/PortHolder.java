package lv.pumpurs.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the process that listens on a port, where the system shows it (Linux, and only what this user may see). */
final class PortHolder {

    private static final String LISTENING = "0A";

    private PortHolder() {}

    static Optional<String> of(int port) {
        Set<String> sockets = socketsListeningOn(port);
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
            .filter(process -> holdsOne(process.pid(), sockets))
            .findFirst()
            .map(process -> "process " + process.pid()
                    + process.info().command().map(name -> " (" + name + ")").orElse(""));
    }

    private static Set<String> socketsListeningOn(int port) {
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        Set<String> found = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String line : lines(Path.of(table))) {
                String[] column = line.strip().split("\\s+");
                if (column.length > 9 && column[1].endsWith(suffix) && column[3].equals(LISTENING)) {
                    found.add("socket:[" + column[9] + "]");
                }
            }
        }
        return found;
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException e) {
            // another system, or no IPv6: the sentence then does without the name
            return List.of();
        }
    }

    private static boolean holdsOne(long pid, Set<String> sockets) {
        Path open = Path.of("/proc", Long.toString(pid), "fd");
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(open)) {
            for (Path entry : entries) {
                if (sockets.contains(Files.readSymbolicLink(entry).toString())) {
                    return true;
                }
            }
        } catch (IOException | UncheckedIOException | java.nio.file.DirectoryIteratorException e) {
            // the process ended while we looked, or belongs to somebody else
            return false;
        }
        return false;
    }
}
