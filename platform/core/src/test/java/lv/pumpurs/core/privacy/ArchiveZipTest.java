package lv.pumpurs.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import lv.pumpurs.core.export.Spool;
import lv.pumpurs.core.web.Assets;
import lv.pumpurs.core.web.Documents;
import lv.pumpurs.core.web.Templates;
import lv.pumpurs.core.web.Texts;
import lv.pumpurs.spi.PersonalData.Code;
import lv.pumpurs.spi.PersonalData.Section;
import org.junit.jupiter.api.Test;

/** One file with the same for people and for machines. */
class ArchiveZipTest {

    private static final Archive ARCHIVE = new Archive("Anna Šķēle", "Lubānas novads",
            Instant.parse("2026-11-25T10:00:00Z"), List.of(
                    new Section("support_plan", List.of(Map.of("state", new Code("ACTIVE", "plan.state.ACTIVE"))), 2),
                    new Section("enrolment", List.of(Map.of("valid_from", LocalDate.of(2020, 9, 1))), 0)));

    @Test
    void the_file_is_whole_before_it_is_sent_and_holds_a_page_and_json() throws IOException {
        Texts texts = new Texts();
        Spool spool = new ArchiveZip(new Documents(new Templates(), texts, new Assets()), texts).of(ARCHIVE);
        long length = spool.length();
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        spool.sendTo(sent);
        assertThat(sent.size()).isEqualTo((int) length);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(sent.toByteArray()))) {
            assertThat(Objects.requireNonNull(zip.getNextEntry()).getName()).isEqualTo("izraksts.html");
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).contains("Anna Šķēle", "Īstenošanā",
                    "01.09.2020.", "2 ieraksti");
            assertThat(Objects.requireNonNull(zip.getNextEntry()).getName()).isEqualTo("dati.json");
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).startsWith("{\"format\"")
                .endsWith("}]}")
                .contains("\"state\":\"ACTIVE\"", "\"valid_from\":\"2020-09-01\"", "\"withheld\":2");
            assertThat(zip.getNextEntry()).isNull();
        }
    }
}
