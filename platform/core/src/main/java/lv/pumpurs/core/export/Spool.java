package lv.pumpurs.core.export;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file without a name: it is written, sent once, and gone, also if the process is killed in between. Nothing about
 * anybody stays on the disk.
 */
public final class Spool implements AutoCloseable {

    private final FileChannel file;

    private Spool(FileChannel file) {
        this.file = file;
    }

    /**
     * A new one.
     *
     * @return empty
     * @throws IOException if the disk refuses
     */
    public static Spool open() throws IOException {
        Path path = Files.createTempFile("pumpurs-", ".list");
        try {
            return new Spool(FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE));
        } finally {
            Files.delete(path);
        }
    }

    /**
     * To write to; closing it is for {@link #close}.
     *
     * @return writes behind what was written before
     */
    public OutputStream out() {
        return Channels.newOutputStream(file);
    }

    /**
     * How much was written so far.
     *
     * @return bytes
     * @throws IOException if the disk refuses
     */
    public long length() throws IOException {
        return file.size();
    }

    /**
     * Sends all of it and forgets it.
     *
     * @param out where to
     * @throws IOException if it cannot be sent
     */
    public void sendTo(OutputStream out) throws IOException {
        try (this) {
            file.position(0);
            Channels.newInputStream(file).transferTo(out);
        }
    }

    /**
     * Reads a part again.
     *
     * @param from its first byte
     * @param length how many
     * @return that many bytes
     * @throws IOException if they are not there
     */
    public byte[] part(long from, int length) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(length);
        while (part.hasRemaining()) {
            if (file.read(part, from + part.position()) < 0) {
                throw new EOFException();
            }
        }
        return part.array();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
