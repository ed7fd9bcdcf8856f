package lv.pumpurs.core.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file without a name: it is written, sent once, and gone, also if the process is killed in between. Nothing about
 * anybody stays on the disk.
 */
final class Spool implements AutoCloseable {

    private final FileChannel file;

    private Spool(FileChannel file) {
        this.file = file;
    }

    static Spool open() throws IOException {
        Path path = Files.createTempFile("pumpurs-", ".list");
        try {
            return new Spool(FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE));
        } finally {
            Files.delete(path);
        }
    }

    /** To write to; closing it is for {@link #close}. */
    OutputStream out() {
        return Channels.newOutputStream(file);
    }

    long length() throws IOException {
        return file.size();
    }

    /** Sends all of it and forgets it. */
    void sendTo(OutputStream out) throws IOException {
        try (this) {
            file.position(0);
            Channels.newInputStream(file).transferTo(out);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
