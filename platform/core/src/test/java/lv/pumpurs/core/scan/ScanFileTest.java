package lv.pumpurs.core.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import lv.pumpurs.core.fixture.Papers;
import lv.pumpurs.spi.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a scan, and what is left of it. */
class ScanFileTest {

    private static final String MARK = "56.94965,24.10519 iPhone 2026:09:14";
    private static final ScanLimits LIMITS = new ScanLimits(100_000, 10, 1);

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 8})
    void of_what_a_telephone_writes_beside_a_picture_only_which_way_is_up_is_kept(int orientation) throws IOException {
        for (boolean intel : new boolean[]{true, false}) {
            byte[] sent = Papers.photograph(MARK, orientation, intel);
            assertThat(text(sent)).contains(MARK);
            ScanFile file = read(sent);
            assertThat(file.kind()).isEqualTo(ScanKind.JPEG);
            assertThat(text(file.content())).doesNotContain(MARK, "xap", "ICC_PROFILE");
            assertThat(
                    text(file.content()).contains("Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0"
                            + (char) orientation))
                .isEqualTo(orientation != 1);
            assertThat(points(file.content())).isEqualTo(points(Papers.picture("jpg", 40, 20)));
            assertThat(read(file.content()).content()).isEqualTo(file.content());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 65_535})
    void an_odd_orientation_is_none(int orientation) {
        assertThat(text(read(Papers.photograph(MARK, orientation, false)).content())).doesNotContain("Exif");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tEXt", "iTXt", "zTXt", "eXIf", "tIME", "iCCP", "acTL", "fdAT", "prVt"})
    void what_a_png_says_beside_the_picture_goes(String chunk) throws IOException {
        byte[] sent = Papers.noted(chunk, MARK);
        ScanFile file = read(sent);
        assertThat(file.kind()).isEqualTo(ScanKind.PNG);
        assertThat(text(file.content())).doesNotContain(MARK);
        assertThat(file.content()).isEqualTo(Papers.picture("png", 40, 20));
        assertThat(points(file.content())).isEqualTo(points(sent));
    }

    /** It may be signed. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_pdf_is_kept_byte_by_byte(boolean packed) {
        byte[] sent = Papers.pdf("Iesniegums", packed);
        ScanFile file = read(sent);
        assertThat(file.kind()).isEqualTo(ScanKind.PDF);
        assertThat(file.content()).isEqualTo(sent);
        assertThat(read(joined(sent, bytes(" \r\n\0"))).kind()).isEqualTo(ScanKind.PDF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret"})
    void a_pdf_with_a_password_is_refused_whatever_it_is_for(String password) {
        refused(ScanProblem.PROTECTED, Papers.locked(password), LIMITS);
    }

    @Test
    void a_file_is_as_large_as_the_limit_and_no_larger() {
        byte[] sent = Papers.picture("png", 40, 20);
        assertThat(ScanFile.read(new ByteArrayInputStream(sent), new ScanLimits(sent.length, 1, 1)).content())
            .isEqualTo(sent);
        refused(ScanProblem.TOO_LARGE, sent, new ScanLimits(sent.length - 1, 1, 1));
        refused(ScanProblem.EMPTY, new byte[0], LIMITS);
    }

    @ParameterizedTest
    @CsvSource({"1000,1000,false", "1001,1000,true", "1000,1001,true", "65535,65535,true", "10000,10000,true"})
    void a_picture_has_as_many_points_as_the_limit_and_no_more(int width, int height, boolean tooMany) {
        byte[] jpeg = Papers.picture("jpg", 40, 20);
        ByteBuffer.wrap(jpeg, frame(jpeg) + 5, 4).putShort((short) height).putShort((short) width);
        byte[] png = Papers.picture("png", 40, 20);
        ByteBuffer head = ByteBuffer.allocate(13).put(png, 16, 13);
        head.putInt(0, width).putInt(4, height);
        byte[] chunk = Papers.chunk("IHDR", head.array());
        System.arraycopy(chunk, 0, png, 8, chunk.length);
        for (byte[] sent : new byte[][]{jpeg, png}) {
            if (tooMany) {
                refused(ScanProblem.TOO_MANY_POINTS, sent, LIMITS);
            } else {
                assertThat(read(sent).content()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
            "<!DOCTYPE html><script>alert(1)</script>", "GIF89a", "MZ", "RIFF\0\0\0\0WEBPVP8 ", "II*\0",
            "\0\0\0\u0018ftypheic", " %PDF-1.4\n", "\u00ff\u00d8", "x", "\u0089PNG\n"})
    void what_is_neither_pdf_nor_jpeg_nor_png_is_refused_whatever_it_is_called(String start) {
        refused(ScanProblem.WRONG_TYPE, bytes(start + "%PDF-1.4 /Encrypt 5 0 R"), LIMITS);
    }

    @Test
    void a_file_that_was_cut_anywhere_is_refused() {
        for (byte[] whole : new byte[][]{Papers.picture("jpg", 40, 20), Papers.picture("png", 40, 20),
                Papers.pdf(MARK, true), Papers.pdf(MARK, false)}) {
            // a line's end is all that may be missing
            for (int length = 8; length < whole.length - 2; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> read(cut)).as(text(whole).substring(0, 4) + " " + length)
                    .isInstanceOf(Refused.class);
            }
        }
    }

    @Test
    void a_damaged_png_is_refused_wherever_the_damage_is() {
        byte[] whole = Papers.picture("png", 40, 20);
        for (int place = 8; place < whole.length; place++) {
            byte[] damaged = whole.clone();
            damaged[place] ^= 1;
            assertThatThrownBy(() -> read(damaged)).as(Integer.toString(place)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void a_pdf_that_is_something_else_as_well_is_refused() throws IOException {
        byte[] pdf = Papers.pdf(MARK, false);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("x.html"));
        }
        refused(ScanProblem.BROKEN, joined(pdf, zip.toByteArray()), LIMITS);
        refused(ScanProblem.BROKEN, joined(pdf, bytes("<script>alert(1)</script>")), LIMITS);
        refused(ScanProblem.BROKEN, bytes("%PDF-1.4\nstartxref\n9\n%%EOF"), LIMITS);
        refused(ScanProblem.BROKEN, bytes("%PDF-1.4\nstartxref\n9999999999\n%%EOF"), LIMITS);
        refused(ScanProblem.BROKEN, bytes("%PDF-9.4\nxref\nstartxref\n9\n%%EOF"), LIMITS);
    }

    /** An arithmetic or lossless one, a frame twice, none at all, no points, a picture of no height. */
    @Test
    void a_jpeg_that_no_browser_shows_is_refused() {
        byte[] jpeg = Papers.picture("jpg", 40, 20);
        int frame = frame(jpeg);
        byte[] lossless = jpeg.clone();
        lossless[frame + 1] = (byte) 0xc3;
        byte[] flat = jpeg.clone();
        flat[frame + 5] = 0;
        flat[frame + 6] = 0;
        byte[] twice = joined(Arrays.copyOf(jpeg, frame + 19), Arrays.copyOfRange(jpeg, frame, jpeg.length));
        byte[] none = joined(Arrays.copyOf(jpeg, frame), Arrays.copyOfRange(jpeg, frame + 19, jpeg.length));
        byte[] empty = bytes("\u00ff\u00d8\u00ff\u00d9");
        for (byte[] sent : new byte[][]{lossless, flat, twice, none, empty}) {
            refused(ScanProblem.BROKEN, sent, LIMITS);
        }
    }

    private static int frame(byte[] jpeg) {
        int at = text(jpeg).indexOf("\u00ff\u00c0");
        assertThat(at).isPositive();
        return at;
    }

    private static ScanFile read(byte[] sent) {
        return ScanFile.read(new ByteArrayInputStream(sent), LIMITS);
    }

    private static void refused(ScanProblem problem, byte[] sent, ScanLimits limits) {
        assertThatThrownBy(() -> ScanFile.read(new ByteArrayInputStream(sent), limits))
            .isInstanceOfSatisfying(Refused.class, refusal -> assertThat(refusal.type()).isEqualTo(problem));
    }

    private static int[] points(byte[] picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
