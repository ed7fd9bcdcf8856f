package lv.pumpurs.core.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import lv.pumpurs.core.fixture.Papers;
import lv.pumpurs.spi.Refused;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is sent: a scan, or one of the typed problems, and nothing else. */
class ScanFuzzTest {

    private static final ScanLimits LIMITS = new ScanLimits(100_000, 10, 1);
    private static final byte[][] WHOLE = {Papers.photograph("x", 6, true), Papers.noted("tEXt", "x"),
            Papers.pdf("x", true), Papers.pdf("x", false)};

    @Property(tries = 500)
    void a_damaged_file_is_taken_or_refused(@ForAll @IntRange(max = 3) int which,
            @ForAll @IntRange(max = 100_000) int place, @ForAll @Size(max = 8) byte[] damage) {
        byte[] file = WHOLE[which].clone();
        for (int i = 0; i < damage.length; i++) {
            file[(place + i) % file.length] = damage[i];
        }
        readOrRefused(file);
    }

    @Property(tries = 300)
    void what_only_begins_like_a_scan_is_taken_or_refused(@ForAll @IntRange(max = 3) int which,
            @ForAll @IntRange(min = 3, max = 60) int kept, @ForAll byte[] rest) {
        byte[] file = java.util.Arrays.copyOf(WHOLE[which], kept + rest.length);
        System.arraycopy(rest, 0, file, kept, rest.length);
        readOrRefused(file);
    }

    private static void readOrRefused(byte[] file) {
        try {
            assertThat(ScanFile.read(new ByteArrayInputStream(file), LIMITS).content()).isNotEmpty();
        } catch (Refused refused) {
            assertThat(refused.type()).isInstanceOf(ScanProblem.class);
        }
    }
}
