package lv.pumpurs.core.scan;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;
import lv.pumpurs.spi.Refused;

/**
 * A PNG, chunk by chunk: what the picture needs stays as it is, what else is said in it (texts, times, places, more
 * pictures, anything behind the end) goes. Each chunk's checksum is looked at, so a damaged file is found without
 * unpacking it.
 */
final class PngScan {

    /** Head, palette, transparent colours, how bright and how large it is meant; the points; the end. */
    private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "pHYs", "IDAT",
            "IEND");
    private static final int AROUND = 12;
    private static final int HEAD = 13;

    private final ByteBuffer in;
    private final ScanLimits limits;
    private final ByteArrayOutputStream out;

    PngScan(byte[] bytes, int signature, ScanLimits limits) {
        this.in = ByteBuffer.wrap(bytes).position(signature);
        this.limits = limits;
        this.out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, signature);
    }

    byte[] cleaned() {
        boolean points = false;
        for (boolean first = true;; first = false) {
            String type = chunk();
            if (first != type.equals("IHDR")) {
                throw new Refused(ScanProblem.BROKEN);
            }
            points |= type.equals("IDAT");
            if (type.equals("IEND")) {
                if (!points) {
                    throw new Refused(ScanProblem.BROKEN);
                }
                return out.toByteArray();
            }
        }
    }

    /** Takes the next chunk over, if it is to be kept. */
    private String chunk() {
        int start = in.position();
        if (in.remaining() < AROUND) {
            throw new Refused(ScanProblem.BROKEN);
        }
        int length = in.getInt();
        if (length < 0 || length > in.remaining() - (AROUND - Integer.BYTES)) {
            throw new Refused(ScanProblem.BROKEN);
        }
        String type = new String(in.array(), in.position(), Integer.BYTES, StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(in.array(), in.position(), Integer.BYTES + length);
        in.position(in.position() + Integer.BYTES + length);
        boolean needed = type.matches("[A-Z].*");
        if (in.getInt() != (int) sum.getValue() || (needed && !KEPT.contains(type))) {
            throw new Refused(ScanProblem.BROKEN);
        }
        if (type.equals("IHDR")) {
            head(start + 2 * Integer.BYTES, length);
        }
        if (KEPT.contains(type)) {
            out.write(in.array(), start, AROUND + length);
        }
        return type;
    }

    private void head(int at, int length) {
        if (length != HEAD || in.getInt(at) <= 0 || in.getInt(at + Integer.BYTES) <= 0) {
            throw new Refused(ScanProblem.BROKEN);
        }
        if (!limits.hold(in.getInt(at), in.getInt(at + Integer.BYTES))) {
            throw new Refused(ScanProblem.TOO_MANY_POINTS, limits.megapixels());
        }
    }
}
