package lv.pumpurs.core.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import lv.pumpurs.spi.Refused;

/** A file that is a scan by what stands in it, not by its name. */
final class ScanFile {

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final ScanKind kind;
    private final byte[] content;

    private ScanFile(ScanKind kind, byte[] content) {
        this.kind = kind;
        this.content = content;
    }

    /**
     * Reads a file to its end.
     *
     * @param sent as it arrives
     * @param limits how much is taken
     * @return the scan
     * @throws Refused if it is none
     */
    static ScanFile read(InputStream sent, ScanLimits limits) {
        byte[] bytes = bytes(sent, limits.bytes());
        if (bytes.length > limits.bytes()) {
            throw new Refused(ScanProblem.TOO_LARGE, limits.megabytes());
        }
        if (bytes.length == 0) {
            throw new Refused(ScanProblem.EMPTY);
        }
        if (begins(bytes, PDF)) {
            return new ScanFile(ScanKind.PDF, PdfScan.checked(bytes));
        }
        if (begins(bytes, JPEG)) {
            return new ScanFile(ScanKind.JPEG, new JpegScan(bytes, limits).cleaned());
        }
        if (begins(bytes, PNG)) {
            return new ScanFile(ScanKind.PNG, new PngScan(bytes, PNG.length, limits).cleaned());
        }
        throw new Refused(ScanProblem.WRONG_TYPE);
    }

    ScanKind kind() {
        return kind;
    }

    /** As it is kept. */
    byte[] content() {
        return content;
    }

    private static byte[] bytes(InputStream sent, int most) {
        try {
            return sent.readNBytes(most + 1);
        } catch (IOException brokeOff) {
            throw new Refused(ScanProblem.NO_FILE);
        }
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && Arrays.mismatch(bytes, 0, with.length, with, 0, with.length) < 0;
    }
}
