package lv.pumpurs.spi;

/** A view of something that people change: its version goes out as {@code ETag} and comes back as {@code If-Match}. */
public interface Versioned {

    /**
     * Which state of the thing is shown.
     *
     * @return changes with each change
     */
    int version();
}
