package lv.pumpurs.core.roster.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import lv.pumpurs.spi.Refused;

/** Refuses to read more than was agreed, and remembers how the stream ended. */
final class BoundedStream extends FilterInputStream {

    private static final int TAIL = 1024;

    private final Refused tooMuch;
    private final byte[] tail = new byte[TAIL];
    private long left;
    private int kept;

    BoundedStream(InputStream in, long most, Refused tooMuch) {
        super(in);
        this.left = most;
        this.tooMuch = tooMuch;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        if (count > 0) {
            left -= count;
            if (left < 0) {
                throw tooMuch;
            }
            keep(bytes, from, count);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void keep(byte[] bytes, int from, int count) {
        int taken = Math.min(count, TAIL);
        int old = Math.min(kept, TAIL - taken);
        System.arraycopy(tail, kept - old, tail, 0, old);
        System.arraycopy(bytes, from + count - taken, tail, old, taken);
        kept = old + taken;
    }

    /** The last bytes that were read. */
    byte[] tail() {
        return Arrays.copyOf(tail, kept);
    }
}
