package lv.pumpurs.core.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.export.Spool;

/** Files that were taken in and wait to be written, encrypted, on the disk, in a file that has no name. */
public final class SealedScans implements AutoCloseable {

    private final Spool spool;
    private final List<Part> parts = new ArrayList<>();

    private SealedScans(Spool spool) {
        this.spool = spool;
    }

    /**
     * One of them, without what stands in it.
     *
     * @param id key
     * @param kind what it is
     * @param bytes how large it is
     * @param mark by which the same file is known again
     */
    record Sealed(UUID id, ScanKind kind, int bytes, String mark) {}

    private record Part(Sealed scan, long from, int length) {}

    static SealedScans none() {
        try {
            return new SealedScans(Spool.open());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Sealed scan, byte[] content) {
        try {
            parts.add(new Part(scan, spool.length(), content.length));
            spool.out().write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order in which they came. */
    List<Sealed> all() {
        return parts.stream().map(Part::scan).toList();
    }

    /** What is kept of one. */
    byte[] content(int index) {
        Part part = parts.get(index);
        try {
            return spool.part(part.from(), part.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            spool.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
