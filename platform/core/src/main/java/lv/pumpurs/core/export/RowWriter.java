package lv.pumpurs.core.export;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import lv.pumpurs.spi.BusinessTime;
import org.jspecify.annotations.Nullable;

/** One format of a file of rows. Closing completes the file and leaves the stream open. */
interface RowWriter extends Closeable {

    /** The texts above the columns. */
    void heads(List<String> texts) throws IOException;

    /** One row: texts, numbers, days and moments. */
    void row(@Nullable Object... cells) throws IOException;

    /** A moment as clocks in Latvia show it. */
    static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, BusinessTime.ZONE);
    }

    /** A cell that nobody said how to write. */
    static IllegalArgumentException unknown(Object cell) {
        return new IllegalArgumentException("a cell cannot hold a " + cell.getClass().getName());
    }
}
