package lv.pumpurs.core.roster.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import lv.pumpurs.core.web.Upload;
import lv.pumpurs.spi.Refused;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever is sent: rows, or one of the typed problems, and nothing else. */
class RosterFuzzTest {

    @Property(tries = 150)
    void random_bytes_are_read_or_refused(@ForAll byte[] bytes) {
        assertThat(Files.read(bytes).rows()).isNotNull();
    }

    @Property(tries = 150)
    void hostile_text_is_read_or_refused(@ForAll("hostile") String text) {
        assertThat(Files.read(text.getBytes(StandardCharsets.UTF_8)).rows()).isNotNull();
        assertThat(Files.read(text.getBytes(StandardCharsets.UTF_16LE)).rows()).isNotNull();
    }

    @Property(tries = 150)
    void a_damaged_zip_is_read_or_refused(@ForAll @IntRange(min = 0, max = 1_400) int place, @ForAll byte damage) {
        byte[] zip = Files.oneRoster(Map.of());
        zip[place % zip.length] = damage;
        assertThat(Files.read(zip).rows()).isNotNull();
    }

    @Property(tries = 100)
    void hostile_tables_in_a_zip_are_read_or_refused(@ForAll("hostile") String text, @ForAll("tables") String name) {
        assertThat(Files.read(Files.oneRoster(Map.of(name, "x" + text))).rows()).isNotNull();
    }

    @Property(tries = 150)
    void a_broken_form_holds_a_file_or_is_refused(@ForAll byte[] bytes, @ForAll("hostile") String type) {
        for (String content : new String[]{type, "multipart/form-data; boundary=x"}) {
            try {
                assertThat(Upload.of(new ByteArrayInputStream(bytes), content, RosterFileProblem.NO_FILE)
                    .file()).isNotNull();
            } catch (Refused refused) {
                assertThat(refused.type()).isEqualTo(RosterFileProblem.NO_FILE);
            }
        }
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(";", ",", "\t", "\"", "\r", "\n", "\r\n", "'", "=cmd()", "\u0000", "\u202e", "ā", "Š",
                "\ufeff", "\ud83d\ude00", "PK\u0003\u0004", "010110-12345", "<script>", "x".repeat(2_001), " ",
                "32.13.2020.", "--x\r\n")
            .list()
            .ofMaxSize(40)
            .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> tables() {
        return Arbitraries.of("manifest.csv", "users.csv", "orgs.csv", "classes.csv", "enrollments.csv", "roles.csv",
                "demographics.csv", "academicSessions.csv");
    }
}
