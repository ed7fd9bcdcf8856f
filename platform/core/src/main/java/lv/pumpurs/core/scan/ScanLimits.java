package lv.pumpurs.core.scan;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How much is taken.
 *
 * @param bytes of one file
 * @param files of one application
 * @param megapixels of one picture
 */
public record ScanLimits(int bytes, int files, int megapixels) {

    private static final int MEGABYTE = 1024 * 1024;
    private static final long MEGAPIXEL = 1_000_000;

    /** A file in megabytes, as a sentence says it. */
    public int megabytes() {
        return Math.max(1, bytes / MEGABYTE);
    }

    boolean hold(long width, long height) {
        return width * height <= megapixels * MEGAPIXEL;
    }

    /** From the settings of the server. */
    @Dependent
    static class Settings {

        @Produces
        ScanLimits limits(@ConfigProperty(name = "pumpurs.scan.largest-file", defaultValue = "5242880") int bytes,
                @ConfigProperty(name = "pumpurs.scan.most-files", defaultValue = "10") int files,
                @ConfigProperty(name = "pumpurs.scan.most-megapixels", defaultValue = "50") int megapixels) {
            return new ScanLimits(bytes, files, megapixels);
        }
    }
}
