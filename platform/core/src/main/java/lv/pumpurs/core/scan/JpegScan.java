package lv.pumpurs.core.scan;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import lv.pumpurs.spi.Refused;

/**
 * A JPEG, segment by segment: the picture stays as it is, point for point. What a telephone writes beside it goes: the
 * place and the time, the device, a small second picture, comments, anything behind the end. Of all that only which way
 * is up is written again. The picture is never unpacked.
 */
final class JpegScan {

    private static final int FILL = 0xff;
    private static final int END = 0xd9;
    private static final int POINTS = 0xda;
    private static final int FIRST_RESTART = 0xd0;
    private static final int LAST_RESTART = 0xd7;
    private static final int FIRST_FRAME = 0xc0;
    private static final int LAST_FRAME = 0xc2;
    /** Tables, the points themselves, their height where it is told late, how often to restart. */
    private static final Set<Integer> NEEDED = Set.of(0xc4, POINTS, 0xdb, 0xdc, 0xdd);
    private static final int FIRST_NOTE = 0xe0;
    private static final int EXIF = 0xe1;
    private static final int ADOBE = 0xee;
    private static final int LAST_NOTE = 0xef;
    private static final int COMMENT = 0xfe;
    private static final byte[] JFIF_HEAD = "JFIF\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EXIF_HEAD = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ORIENTATION = 0x0112;
    private static final int UPRIGHT = 1;
    private static final int LAST_ORIENTATION = 8;

    private final byte[] in;
    private final ScanLimits limits;
    private final ByteArrayOutputStream out;
    private int at = 2;
    private boolean framed;
    private boolean turned;

    JpegScan(byte[] bytes, ScanLimits limits) {
        this.in = bytes;
        this.limits = limits;
        this.out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, at);
    }

    byte[] cleaned() {
        boolean drawn = false;
        for (int marker = marker(); marker != END; marker = marker()) {
            segment(marker);
            drawn |= marker == POINTS;
        }
        if (!drawn) {
            throw broken();
        }
        out.write(FILL);
        out.write(END);
        return out.toByteArray();
    }

    private int marker() {
        if (next() != FILL) {
            throw broken();
        }
        int marker = next();
        while (marker == FILL) {
            marker = next();
        }
        return marker;
    }

    private void segment(int marker) {
        int start = at;
        int length = next() << 8 | next();
        int end = start + length;
        if (length < 2 || end > in.length) {
            throw broken();
        }
        at = end;
        if ((marker >= FIRST_NOTE && marker <= LAST_NOTE) || marker == COMMENT) {
            note(marker, start, end);
            return;
        }
        // browsers know the first three ways of drawing
        if (marker >= FIRST_FRAME && marker <= LAST_FRAME) {
            frame(start, length);
        } else if (!NEEDED.contains(marker)) {
            throw broken();
        }
        copy(marker, start, end);
        if (marker == POINTS) {
            points();
        }
    }

    private void frame(int start, int length) {
        if (framed || length < 8) {
            throw broken();
        }
        framed = true;
        long height = u16(start + 3);
        long width = u16(start + 5);
        if (height == 0 || width == 0) {
            throw broken();
        }
        if (!limits.hold(width, height)) {
            throw new Refused(ScanProblem.TOO_MANY_POINTS, limits.megapixels());
        }
    }

    /** What is drawn, up to the next marker. */
    private void points() {
        if (!framed) {
            throw broken();
        }
        int start = at;
        while (true) {
            if (next() == FILL) {
                int after = next();
                while (after == FILL) {
                    after = next();
                }
                if (after != 0 && (after < FIRST_RESTART || after > LAST_RESTART)) {
                    break;
                }
            }
        }
        at -= 2;
        out.write(in, start, at - start);
    }

    private void note(int marker, int start, int end) {
        boolean jfif = marker == FIRST_NOTE && begins(start + 2, end, JFIF_HEAD);
        if (jfif) {
            plainHead(start, end);
        } else if (marker == ADOBE) {
            // how the colours are coded
            copy(marker, start, end);
        } else if (marker == EXIF && !turned && begins(start + 2, end, EXIF_HEAD)) {
            turned = true;
            int orientation = orientation(start + 2 + EXIF_HEAD.length, end);
            if (orientation > UPRIGHT && orientation <= LAST_ORIENTATION) {
                turn(orientation);
            }
        }
    }

    /** The head without the small second picture that it may hold. */
    private void plainHead(int start, int end) {
        if (end - start < 16) {
            throw broken();
        }
        byte[] head = Arrays.copyOfRange(in, start, start + 16);
        head[0] = 0;
        head[1] = 16;
        head[14] = 0;
        head[15] = 0;
        out.write(FILL);
        out.write(FIRST_NOTE);
        out.writeBytes(head);
    }

    /** Which way is up, from the first directory of the notes; upright if they are odd. */
    private int orientation(int from, int to) {
        if (to - from < 10) {
            return UPRIGHT;
        }
        ByteBuffer notes = ByteBuffer.wrap(in, from, to - from).slice();
        notes.order(notes.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = notes.getInt(4);
        if (directory < 8 || directory > notes.limit() - 2) {
            return UPRIGHT;
        }
        int entries = Short.toUnsignedInt(notes.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * 12;
            if (entry > notes.limit() - 12) {
                return UPRIGHT;
            }
            if (Short.toUnsignedInt(notes.getShort(entry)) == ORIENTATION) {
                return Short.toUnsignedInt(notes.getShort(entry + 8));
            }
        }
        return UPRIGHT;
    }

    /** A directory with one entry. */
    private void turn(int orientation) {
        ByteBuffer notes = ByteBuffer.allocate(36);
        notes.put((byte) FILL).put((byte) EXIF).putShort((short) 34).put(EXIF_HEAD);
        notes.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
        notes.putShort((short) 1).putShort((short) ORIENTATION).putShort((short) 3).putInt(1);
        notes.putShort((short) orientation).putShort((short) 0).putInt(0);
        out.writeBytes(notes.array());
    }

    private void copy(int marker, int start, int end) {
        out.write(FILL);
        out.write(marker);
        out.write(in, start, end - start);
    }

    private boolean begins(int from, int end, byte[] with) {
        return from + with.length <= end
                && Arrays.mismatch(in, from, from + with.length, with, 0, with.length) < 0;
    }

    private int u16(int from) {
        return (in[from] & 0xff) << 8 | (in[from + 1] & 0xff);
    }

    private int next() {
        if (at >= in.length) {
            throw broken();
        }
        return in[at++] & 0xff;
    }

    private static Refused broken() {
        return new Refused(ScanProblem.BROKEN);
    }
}
