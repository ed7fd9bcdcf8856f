package lv.pumpurs.core.roster.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import lv.pumpurs.core.roster.file.Files.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RosterFileTest {

    private static final String LATVIAN = "Vārds;Uzvārds\nŽanete;Ķirsīte-Šķēle\n";
    private static final List<String> READ = List.of("#[Vārds, Uzvārds]", "2[Žanete, Ķirsīte-Šķēle]");

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1257"})
    void both_encodings_that_excel_writes_here_are_told_apart(String charset) {
        assertThat(Files.read(LATVIAN.getBytes(Charset.forName(charset)))).isEqualTo(new Read(READ, ""));
    }

    @Test
    void the_mark_before_utf8_belongs_to_no_column() {
        assertThat(Files.read(Files.utf8("\ufeff" + LATVIAN)).rows()).isEqualTo(READ);
    }

    /** Far behind the first block that is read, where only ASCII stood before. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1257"})
    void a_letter_that_decides_the_encoding_may_come_late(String charset) {
        String text = "A;B\n" + "Anna;Ozola\n".repeat(900) + "x".repeat(1999) + ";y\n"
                + ("x".repeat(1999) + ";y\n").repeat(40) + "Žanete;Ķirsīte\n";
        Read read = Files.read(text.getBytes(Charset.forName(charset)));
        assertThat(read.refusal()).isEmpty();
        assertThat(read.rows().getLast()).endsWith("[Žanete, Ķirsīte]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "windows-1251", "IBM775", "UTF-32"})
    void another_encoding_is_refused_and_never_guessed(String charset) {
        String text = charset.equals("windows-1251") ? "Имя;Фамилия\nАнна;Озола\n" : LATVIAN;
        assertThat(Files.read(text.getBytes(Charset.forName(charset))).refusal())
            .isIn("roster-wrong-encoding", "roster-not-text");
    }

    @Test
    void a_file_that_changes_its_encoding_on_the_way_is_refused() {
        byte[] start = Files.utf8("A;B\nŽanete;Ķirsīte\n");
        byte[] end = "Šķēle;Ā\n".getBytes(Charset.forName("windows-1257"));
        byte[] both = Arrays.copyOf(start, start.length + end.length);
        System.arraycopy(end, 0, both, start.length, end.length);
        assertThat(Files.read(both).refusal()).isEqualTo("roster-wrong-encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void semicolon_comma_and_tab_part_columns(String parting) {
        assertThat(Files.read(Files.utf8("A|\"B|C\"|D\n1|\"2|\"\"x\"\"\"|3\n".replace("|", parting))).rows())
            .containsExactly("#[A, B" + parting + "C, D]", "2[1, 2" + parting + "\"x\", 3]");
    }

    @Test
    void rows_are_numbered_as_a_spreadsheet_does_and_empty_ones_are_passed_over() {
        assertThat(Files.read(Files.utf8("A;B\r\n;\r\n1;\"two\nlines\"\r\n\r\n3;4")).rows())
            .containsExactly("#[A, B]", "3[1, two\nlines]", "5[3, 4]");
    }

    @Test
    void an_open_quotation_mark_means_that_the_file_is_cut() {
        Read read = Files.read(Files.utf8("A;B\n1;2\n\"3;4\n5;6\n"));
        assertThat(read.refusal()).isEqualTo("roster-broken-table");
    }

    @Test
    void a_cell_and_a_row_have_an_end() {
        assertThat(Files.read(Files.utf8("A;B\n1;" + "x".repeat(Limits.CELL))).refusal()).isEmpty();
        assertThat(Files.read(Files.utf8("A;B\n1;" + "x".repeat(Limits.CELL + 1))).refusal())
            .isEqualTo("roster-broken-table");
        assertThat(Files.read(Files.utf8("A" + ";A".repeat(Limits.COLUMNS - 1) + "\n1")).refusal()).isEmpty();
        assertThat(Files.read(Files.utf8("A" + ";A".repeat(Limits.COLUMNS) + "\n1")).refusal())
            .isEqualTo("roster-broken-table");
    }

    @Test
    void a_file_and_its_rows_have_an_end() {
        Limits small = new Limits(1_000, 10_000, 3);
        assertThat(Files.read(Files.utf8("A\n1\n2\n3\n"), small).refusal()).isEmpty();
        assertThat(Files.read(Files.utf8("A\n1\n2\n3\n4\n"), small).refusal()).isEqualTo("roster-too-many-rows");
        assertThat(Files.read(Files.utf8("A\n" + "x".repeat(998)), small).refusal()).isEmpty();
        assertThat(Files.read(Files.utf8("A\n" + "x".repeat(999)), small).refusal()).isEqualTo("roster-file-too-large");
    }

    @ParameterizedTest
    @CsvSource(value = {"''|roster-no-file", "A;B|roster-empty", "';;'|roster-empty"}, delimiter = '|')
    void a_file_without_rows_is_told_so(String text, String refusal) {
        assertThat(Files.read(Files.utf8(text)).refusal()).isEqualTo(refusal);
    }

    @Test
    void a_oneroster_zip_gives_its_tables_in_any_order() {
        Read read = Files.read(Files.oneRoster(Map.of("results.csv", "x\n\"", "readme.txt", "\u0000")));
        assertThat(read.refusal()).isEmpty();
        assertThat(read.rows()).contains("users2[u1, active, o1, student, Anna, Šķēle, ]")
            .hasSize(1 + 4 + 1 + 1 + 1 + 1
                    + 1 + 3 + 1 + 3 + 1 + 2);
    }

    @ParameterizedTest
    @CsvSource({"users.csv,roster-incomplete", "manifest.csv,roster-incomplete", "orgs.csv,roster-incomplete",
            "classes.csv,roster-incomplete", "enrollments.csv,roster-incomplete", "demographics.csv,''",
            "academicSessions.csv,''"})
    void a_zip_without_a_needed_table_is_refused(String missing, String refusal) {
        assertThat(Files.read(Files.oneRoster(Map.of(missing, ""))).refusal()).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({"1.1,bulk,''", "1.2,bulk,roster-incomplete", "1.0,bulk,roster-wrong-version",
            "2.0,bulk,roster-wrong-version", "1.1,delta,roster-delta"})
    void the_manifest_says_version_and_mode(String version, String mode, String refusal) {
        assertThat(Files.read(Files.oneRoster(Map.of("manifest.csv",
                "propertyName,value\noneroster.version," + version + "\nfile.users," + mode + "\n")))
            .refusal())
            .isEqualTo(refusal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../users.csv", "/etc/passwd", "a\\b.csv", "C:x.csv", "more.zip", "x.tar.gz"})
    void a_path_that_leads_out_and_an_archive_within_are_refused(String name) {
        assertThat(Files.read(Files.zip(Map.of(name, new byte[3]))).refusal()).isEqualTo("roster-hostile-zip");
    }

    @Test
    void an_archive_under_another_name_and_a_workbook_are_refused() {
        assertThat(Files.read(Files.zip(Map.of("users.csv", Files.oneRoster(Map.of())))).refusal())
            .isEqualTo("roster-hostile-zip");
        assertThat(Files.read(Files.zip(Map.of("[Content_Types].xml", new byte[3]))).refusal())
            .isEqualTo("roster-workbook");
    }

    @Test
    void a_zip_bomb_is_refused_before_it_is_unpacked() {
        byte[] bomb = Files.zip(Map.of("resources.csv", new byte[30_000_000]));
        assertThat(bomb.length).isLessThan(100_000);
        assertThat(Files.read(bomb).refusal()).isEqualTo("roster-zip-too-large");
        Map<String, byte[]> many = new java.util.LinkedHashMap<>();
        for (int i = 0; i <= Limits.ENTRIES; i++) {
            many.put(i + ".txt", new byte[0]);
        }
        assertThat(Files.read(Files.zip(many)).refusal()).isEqualTo("roster-zip-too-large");
    }

    @Test
    void a_zip_cut_anywhere_is_refused() {
        byte[] zip = Files.oneRoster(Map.of());
        for (int length = 4; length < zip.length - 1; length += 3) {
            assertThat(Files.read(Arrays.copyOf(zip, length)).refusal()).as("cut at %s of %s", length, zip.length)
                .isNotEmpty();
        }
        assertThat(Files.read(zip).refusal()).isEmpty();
    }

    /** What is read ahead of the row that is handed over is all that memory holds of a file. */
    @Test
    void a_hundred_thousand_rows_take_no_more_memory_than_ten() {
        AtomicLong sent = new AtomicLong();
        AtomicLong taken = new AtomicLong();
        AtomicLong furthest = new AtomicLong();
        byte[] row = "Anna;Ozola;01.03.2009.;5.a\n".getBytes(StandardCharsets.US_ASCII);
        InputStream endless = new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0];
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                long at = sent.get();
                int count = (int) Math.min(length, row.length * 100_001L - at);
                for (int i = 0; i < count; i++) {
                    bytes[from + i] = row[(int) ((at + i) % row.length)];
                }
                sent.addAndGet(count);
                return count == 0 && length > 0 ? -1 : count;
            }
        };
        Rows sink = new Rows() {
            @Override
            public void begin(String part, List<String> names) {
                taken.addAndGet(row.length);
            }

            @Override
            public void row(int number, List<String> cells) {
                taken.addAndGet(row.length);
                furthest.accumulateAndGet(sent.get() - taken.get(), Math::max);
            }
        };
        RosterFile.read(endless, new Limits(10_000_000, 10_000_000, 200_000), sink);
        assertThat(taken.get()).isEqualTo(row.length * 100_001L);
        assertThat(furthest.get()).isBetween(1L, 512L * 1024);
    }
}
