package lv.pumpurs.core.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import lv.pumpurs.core.figures.Measure;
import lv.pumpurs.core.provisioning.WrongTenantFile.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantFilesTest {

    private static final Path TENANTS = Path.of("../../tenants");
    private static final String GOOD = """
            slug: alfa
            name: Alfas novads
            kind: MUNICIPALITY
            locale: lv
            atvk:
              code: "0001000"
              valid_from: "2021-07-01"
            programmes: [PUMPURS]
            schools:
              - key: a
                name: Alfas skola
                kind: VIDUSSKOLA
                participation:
                  - programme: PUMPURS
                    from: 2018/2019-2
                    precision: SEMESTER
                    announced: true
                    listed: true
                    source: lapa
              - key: be
                name: Betas skola
                kind: PAMATSKOLA
                registration_no: "1234567890"
                participation: []
            published_figures:
              - code: L2
                measure: M3_LEARNERS_SUPPORTED
                from: 2018/2019-2
                to: 2019/2020-2
                unit: LEARNERS
                value: "47"
                quote: teksts
                source: lapa
            """.replace("- key: a\n", "- key: alfa\n");

    @TempDir
    Path folder;

    @Test
    void the_three_municipalities_are_valid() throws Exception {
        assertThat(TenantFiles.readAll(TENANTS)).extracting(TenantFile::slug)
            .containsExactly("livani", "lubana", "rezekne");
    }

    @Test
    void administrators_have_names_and_addresses_and_stand_once() throws Exception {
        String two = GOOD + """
                administrators:
                  - {given_name: Anna, family_name: Šķēle, email: Anna@example.lv}
                  - {given_name: Jānis, family_name: Ozols, email: janis@example.lv}
                """;
        TenantFile read = TenantFiles.read("alfa", two);
        assertThat(read.administrators()).extracting(TenantFile.Administrator::familyName)
            .containsExactly("Šķēle", "Ozols");
        assertThat(read.toString()).doesNotContain("Anna", "example.lv");
        for (String wrong : new String[]{"anna@example.lv", "janis", "janis@example.lv, phone: 1", "\"\""}) {
            WrongTenantFile refused = catchThrowableOfType(WrongTenantFile.class,
                    () -> TenantFiles.read("alfa", two.replace("janis@example.lv", wrong)));
            assertThat(refused.faults()).as(wrong).extracting(Fault::line).containsOnly(36);
        }
    }

    @Test
    void lubana_has_no_code_of_2021_and_a_successor() throws Exception {
        TenantFile lubana = TenantFiles.read(TENANTS.resolve("lubana.yaml"));
        assertThat(lubana.atvk()).isNull();
        assertThat(lubana.successor()).extracting("name", "atvk").containsExactly("Madonas novads", "0038000");
    }

    @Test
    void rezekne_announces_eight_schools_and_lists_seven() throws Exception {
        TenantFile rezekne = TenantFiles.read(TENANTS.resolve("rezekne.yaml"));
        assertThat(rezekne.schools()).hasSize(7);
        assertThat(rezekne.publishedFigures()).filteredOn(figure -> figure.code().equals("R8"))
            .extracting(figure -> figure.measure() + " " + figure.value())
            .containsExactly("M5_SCHOOLS_ANNOUNCED 8", "M5_SCHOOLS_LISTED 7");
    }

    @Test
    void livanis_beginning_is_assumed_and_says_so() throws Exception {
        TenantFile livani = TenantFiles.read(TENANTS.resolve("livani.yaml"));
        assertThat(livani.schools()).hasSize(3)
            .flatExtracting(TenantFile.School::participation)
            .allSatisfy(part -> assertThat(part).extracting("precision").isEqualTo("ASSUMED"));
        assertThat(livani.publishedFigures()).allSatisfy(
                figure -> assertThat(String.valueOf(figure.noteEn())).contains("assumed"));
    }

    @Test
    void every_published_figure_names_a_measure_that_is_defined_in_its_unit() throws Exception {
        for (TenantFile file : TenantFiles.readAll(TENANTS)) {
            assertThat(file.publishedFigures())
                .allSatisfy(figure -> assertThat(Measure.valueOf(figure.measure()).unit())
                    .hasToString(figure.unit()));
        }
    }

    @Test
    void a_good_file_is_read() throws Exception {
        TenantFile read = TenantFiles.read(file("alfa.yaml", GOOD));
        assertThat(read.schools()).hasSize(2);
        assertThat(read.idOf(read.schools().get(0))).isEqualTo(read.idOfSchool("alfa"))
            .isNotEqualTo(read.idOfSchool("be"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            locale: lv                  | locale: fr                    | 4  | locale
            kind: MUNICIPALITY          | kind: VILLAGE                 | 3  | kind
            name: Alfas novads          | name: ''                      | 2  | name
            name: Alfas novads          | nams: Alfas novads            | 2  | unknown key 'nams'
            slug: alfa                  | slug: Alfa                    | 1  | slug
            slug: alfa                  | slug: nation                  | 1  | slug
            valid_from: "2021-07-01"    | valid_from: "2021-02-30"      | 7  | date
            valid_from: "2021-07-01"    | valid_from: 01.07.2021        | 7  | date
            code: "0001000"             | code: 1000                    | 6  | string
            code: "0001000"             | {code: "0001000"              | 7  | YAML
            key: be                     | key: alfa                     | 20 | second time; first in line 10
            name: Betas skola           | name: Alfas skola             | 21 | second time; first in line 11
            name: Betas skola           | navds: x                      | 21 | unknown key 'navds'
            from: 2018/2019-2\\n         | from: 2018/2020-2\\n           | 15 | no semester
            from: 2018/2019-2\\n         | from: 2018/2019-3\\n           | 15 | pattern
            precision: SEMESTER         | precision: UNKNOWN            | 16 | exactly when
            announced: true             | announced: maybe              | 17 | boolean
            to: 2019/2020-2             | to: 2017/2018-1               | 29 | before the first
            value: "47"                 | value: 47                     | 31 | string
            measure: M3                 | school: zeta\\n    measure: M3 | 27 | no school of this file
            programmes: [PUMPURS]       | programmes: [SKOLA_KOPIENA]   | 14 | does not take part
            quote: teksts               | quote: &a teksts              | 32 | anchors
            quote: teksts               | quote: !!java.net.URL [x]     | 32 | tags
            quote: teksts               | value: "48"                   | 32 | second time
            """)
    void a_wrong_file_is_refused_with_its_line(String right, String wrong, int line, String reason) throws Exception {
        String text = GOOD.replaceFirst(java.util.regex.Pattern.quote(right.replace("\\n", "\n")),
                java.util.regex.Matcher.quoteReplacement(wrong.replace("\\n", "\n")));
        assertThat(text).isNotEqualTo(GOOD);
        WrongTenantFile refused = catchThrowableOfType(WrongTenantFile.class,
                () -> TenantFiles.read(file("alfa.yaml", text)));
        assertThat(refused).as("refusal").isNotNull();
        assertThat(refused.faults().stream().map(Fault::toString).collect(Collectors.joining("\n")))
            .contains("alfa.yaml:" + line + ": ")
            .contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "just text", "---\na: 1\n---\nb: 2", "\t", "a: *b",
            "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b, *b]"})
    void what_is_no_tenant_at_all_is_refused(String text) throws Exception {
        WrongTenantFile refused = catchThrowableOfType(WrongTenantFile.class,
                () -> TenantFiles.read(file("alfa.yaml", text)));
        assertThat(refused).isNotNull();
        assertThat(refused.faults()).isNotEmpty();
    }

    @Test
    void a_slug_in_two_files_is_refused() throws Exception {
        file("alfa.yaml", GOOD);
        file("beta.yaml", "# a copy\n" + GOOD);
        WrongTenantFile refused = catchThrowableOfType(WrongTenantFile.class, () -> TenantFiles.readAll(folder));
        assertThat(refused.faults())
            .containsExactly(new Fault("beta.yaml", 2, "the slug 'alfa' stands in alfa.yaml already"));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
