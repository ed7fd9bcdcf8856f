package lv.pumpurs.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder in which one stack keeps everything, held by one launcher at a time. */
final class Workspace implements AutoCloseable {

    private final Path root;
    private final FileChannel lockFile;
    private final Secrets secrets;
    private final OwnedProcesses processes;

    private Workspace(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
        this.secrets = new Secrets(root.resolve("secrets"));
        this.processes = new OwnedProcesses(root.resolve("processes"));
    }

    /** Takes the folder; refuses when another launcher has it. */
    static Workspace open(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            makePrivate(root);
            FileChannel channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new LaunchFailure("Pumpurs already runs in this folder (" + root
                        + " is held by another launcher). Stop it there with Ctrl-C, or start in another folder.");
            }
            Workspace workspace = new Workspace(root, channel);
            workspace.makeFolders();
            return workspace;
        } catch (IOException e) {
            throw new LaunchFailure("The folder " + root + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    /** Forgets the data, the secrets and the logs. Unpacked servers stay: they are the same tomorrow. */
    void forget() {
        try {
            for (Path part : List.of(postgresData(), liberty(), logs(), root.resolve("secrets"), runFile())) {
                delete(part);
            }
            secrets.forget();
            makeFolders();
        } catch (IOException e) {
            throw new LaunchFailure("The old data cannot be deleted: " + e.getMessage() + ".", e);
        }
    }

    Path root() {
        return root;
    }

    Path postgresData() {
        return root.resolve("postgres");
    }

    Path liberty() {
        return root.resolve("liberty");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path log(Part part) {
        return logs().resolve(part.logName());
    }

    Path runFile() {
        return root.resolve("run.json");
    }

    Secrets secrets() {
        return secrets;
    }

    OwnedProcesses processes() {
        return processes;
    }

    private void makeFolders() throws IOException {
        makePrivate(root.resolve("secrets"));
        makePrivate(logs());
        makePrivate(liberty());
    }

    static void delete(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path entry : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }

    private static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // the same JVM holds it: two stacks of one test run
            return null;
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new LaunchFailure("The folder " + root + " cannot be released: " + e.getMessage() + ".", e);
        }
    }
}
