package lv.pumpurs.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipFile;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.RestrictedText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowWriterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 5);
    private static final Instant MOMENT = Instant.parse("2026-07-05T21:07:00Z");

    @TempDir
    Path folder = Path.of("set by the test engine");

    @Test
    void csv_is_what_excel_in_latvia_reads() throws IOException {
        assertThat(csv("Šķēle; \"Anna\"", new BigDecimal("-1234.50"), 7, DAY, MOMENT, null, 100_000L))
            .isEqualTo("\ufeffGalva\r\n\"Šķēle; \"\"Anna\"\"\";-1234,50;7;05.11.2026;06.07.2026 00:07;;100000\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+371", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1"})
    void a_text_that_begins_like_a_formula_is_harmless(String text) throws IOException {
        assertThat(CsvRows.text(text)).isEqualTo("'" + text);
        String sheet = xlsx(text);
        assertThat(sheet).contains("t=\"inlineStr\"").doesNotContain("<f>", "<f ");
    }

    @ParameterizedTest
    @CsvSource({"Anna-Elizabete,Anna-Elizabete", "5.a,5.a", "'',''", "a=b,a=b"})
    void any_other_text_stays_as_it_is(String text, String written) {
        assertThat(CsvRows.text(text)).isEqualTo(written);
    }

    @Test
    void restricted_words_are_in_a_file_only_where_they_were_opened() throws IOException {
        RestrictedText words = RestrictedText.of("=slepeni");
        RestrictedText open = words.shownTo(() -> true);
        assertThat(csv(words, open)).contains("\r\n•••;'=slepeni");
        assertThat(xlsx(words)).contains("<t>&#x2022;&#x2022;&#x2022;</t>").doesNotContain("slepeni");
        assertThat(xlsx(open)).contains("slepeni");
    }

    @Test
    void a_number_stays_a_number_and_a_day_a_day() throws IOException {
        assertThat(CsvRows.text(new BigDecimal("-0.5"))).isEqualTo("-0,5");
        String sheet = xlsx(new BigDecimal("-0.5"), -3, DAY);
        assertThat(sheet).contains("<v>-0.5</v>", "<v>-3</v>", "<v>46331.0</v>").doesNotContain("'-0");
    }

    @ParameterizedTest
    @EnumSource
    void a_cell_that_nobody_said_how_to_write_is_a_mistake(Format format) throws IOException {
        RowWriter rows = format.writer(OutputStream.nullOutputStream(), "x");
        assertThatIllegalArgumentException().isThrownBy(() -> rows.row(List.of("personal")))
            .withMessageNotContaining("personal");
    }

    @ParameterizedTest
    @EnumSource
    void a_hundred_thousand_rows_pass_through_and_few_are_kept(Format format) throws IOException {
        List<WeakReference<String>> passed = new ArrayList<>();
        try (RowWriter rows = format.writer(OutputStream.nullOutputStream(), "x")) {
            rows.heads(List.of("a", "b", "c"));
            for (int i = 0; i < 100_000; i++) {
                String text = "row " + i;
                passed.add(new WeakReference<>(text));
                rows.row(text, i, DAY);
            }
            System.gc();
            assertThat(passed.stream().filter(row -> row.get() != null).count()).isLessThanOrEqualTo(XlsxRows.KEPT);
        }
    }

    @Test
    void a_sheet_that_is_full_refuses_the_next_row() throws IOException {
        XlsxRows rows = new XlsxRows(OutputStream.nullOutputStream(), "x", 3);
        rows.heads(List.of("a"));
        rows.row(1);
        rows.row(2);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> rows.row(3))
            .satisfies(refused -> assertThat(refused.arguments()).containsExactly(2));
    }

    @Test
    void a_spool_gives_what_was_written_once_and_has_no_name() throws IOException {
        Spool spool = Spool.open();
        spool.out().write("Šķēle".getBytes(StandardCharsets.UTF_8));
        assertThat(spool.length()).isEqualTo(8);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        spool.sendTo(sent);
        assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo("Šķēle");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> spool.sendTo(sent));
    }

    private static String csv(@Nullable Object... cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RowWriter rows = Format.CSV.writer(out, "x")) {
            rows.heads(List.of("Galva"));
            rows.row(cells);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private String xlsx(@Nullable Object... cells) throws IOException {
        Path book = folder.resolve(UUID.randomUUID() + ".xlsx");
        try (OutputStream out = Files.newOutputStream(book); RowWriter rows = Format.XLSX.writer(out, "x")) {
            rows.heads(List.of("Galva"));
            rows.row(cells);
        }
        try (ZipFile zip = new ZipFile(book.toFile())) {
            return new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }
}
