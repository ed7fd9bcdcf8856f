package lv.pumpurs.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The passwords and keys of this workspace: made once, kept in files that only their owner may read. */
final class Secrets {

    private static final int BYTES = 24;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Secrets(Path folder) {
        this.folder = folder;
    }

    /** The secret of this name, made at the first call. */
    synchronized String get(String name) {
        return known.computeIfAbsent(name, missing -> {
            Path file = file(missing);
            try {
                if (Files.exists(file)) {
                    return Files.readString(file).strip();
                }
                byte[] bytes = new byte[BYTES];
                random.nextBytes(bytes);
                String made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
                writePrivately(file, made);
                return made;
            } catch (IOException e) {
                throw new LaunchFailure("The secret " + missing + " cannot be read or made in " + folder + ".", e);
            }
        });
    }

    /** Forgets what was read; the files are deleted with the workspace. */
    synchronized void forget() {
        known.clear();
    }

    /** Where a secret lies that a server reads by itself. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** A line of a log without any of the secrets. */
    String mask(String line) {
        String masked = line;
        for (String secret : known.values()) {
            masked = masked.replace(secret, "***");
        }
        return masked;
    }

    /** Writes a file that nobody else can read at any moment, replacing the earlier one whole. */
    static void writePrivately(Path file, String text) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(next, text, StandardOpenOption.WRITE);
        Files.move(next, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
