package lv.pumpurs.core.scan;

import java.time.Instant;
import java.util.UUID;

/**
 * One file of a scanned paper, without what stands in it. It has no name of its own: what a telephone or a person calls
 * a file may name a child.
 *
 * @param id key
 * @param position its number among the files of the paper, from 1
 * @param kind what it is
 * @param bytes how large it is
 * @param addedAt when it was added
 * @param addedBy name of who added it
 * @param mayOpen whether the reader may see what stands in it
 */
public record Scan(UUID id, int position, ScanKind kind, int bytes, Instant addedAt, String addedBy,
        boolean mayOpen) {

    private static final int KILOBYTE = 1024;

    /**
     * How large it is, as people read it.
     *
     * @return in kilobytes, at least one
     */
    public int kilobytes() {
        return Math.max(1, bytes / KILOBYTE);
    }
}
