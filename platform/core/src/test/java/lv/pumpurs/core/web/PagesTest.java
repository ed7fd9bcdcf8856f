package lv.pumpurs.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {

    private static final Pattern KEY_SHOWN = Pattern.compile(
            ">\\s*(?:web|home|plan|scan|guardian|invitation|personnel|contact|promotion|transfer|merge|subject|archive|retention|privacy|timeline|school|learnercode|readers|family|message|settings|plugin|paper|learner|audit|figures|operator|review|roster|role|permissions?|scope|problem|title)\\.[a-z][A-Za-z.-]*\\s*<");
    private static final PagePictures PAGES = PagePictures.without();

    static Set<String> samples() {
        return Samples.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_page_speaks_one_language_has_one_heading_and_a_title(String sample) {
        for (Locale language : Languages.ALL) {
            String html = PAGES.html(sample, language).strip();
            assertThat(html).startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"" + language.getLanguage() + "\">")
                .containsOnlyOnce("<h1")
                .containsOnlyOnce("<main")
                .containsPattern("<title>[^<]{8,}</title>");
            assertThat(KEY_SHOWN.matcher(html).results().map(found -> found.group()).toList()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_form_that_changes_something_carries_the_token_of_the_login(String sample) {
        Matcher forms = Pattern.compile("<form[^>]*method=\"post\".*?</form>", Pattern.DOTALL)
            .matcher(PAGES.html(sample, Languages.LATVIAN));
        while (forms.find()) {
            assertThat(forms.group()).contains("name=\"csrf\"");
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void an_id_stands_once_in_a_page_and_every_label_names_a_field(String sample) {
        String html = PAGES.html(sample, Languages.LATVIAN);
        List<String> ids = all("\\bid=\"([^\"]+)\"", html);
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).containsAll(all("\\bfor=\"([^\"]+)\"", html));
        assertThat(ids).containsAll(all("aria-labelledby=\"([^\"]+)\"", html));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_is_wrong_is_told_with_the_name_of_the_field_and_leads_to_it(String sample) {
        for (Locale language : Languages.ALL) {
            String html = PAGES.html(sample, language);
            assertThat(all("\\bid=\"([^\"]+)\"", html)).containsAll(all("href=\"#([^\"]+)\" data-field", html));
            assertThat(all("data-field>([^<]+)<", html)).allMatch(told -> told.matches("[^:]+: .+"));
        }
    }

    @Test
    void the_name_of_a_field_is_what_its_own_label_says_in_the_readers_language() {
        assertThat(PAGES.html("contact-wrong", Languages.LATVIAN))
            .contains("<a href=\"#way\" data-field>Saziņas veids: Šis lauks ir jāaizpilda.</a>");
        assertThat(PAGES.html("contact-wrong", Languages.ENGLISH)).contains("<a href=\"#way\" data-field>How: ");
        assertThat(FieldNames.told("<a href=\"#a\" data-field>x</a><a href=\"#b\" data-field>y</a>"
                + "<label class=\"c\" for=\"a\">\n <b>$1 &lt;</b> </label><input id=\"b\" aria-label=\"Otrs\">"
                + "<fieldset class=\"d\" id=\"d.e\">\n<legend>Riski</legend></fieldset><a href=\"#d.e\" data-field>v</a>"
                + "<a href=\"#c\" data-field>z</a><a href=\"#a\">w</a>"))
            .startsWith("<a href=\"#a\" data-field>$1 &lt;: x</a><a href=\"#b\" data-field>Otrs: y</a>")
            .endsWith("data-field>Riski: v</a><a href=\"#c\" data-field>z</a><a href=\"#a\">w</a>");
    }

    @Test
    void what_was_typed_comes_back_as_text_and_never_as_markup() {
        assertThat(PAGES.html("enter", Languages.LATVIAN)).contains("Šķēle &lt;script")
            .doesNotContain("Šķēle <script>");
    }

    @Test
    void no_template_holds_inline_script_or_style() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jte")).toList()) {
                assertThat(Files.readString(file)).as(file.toString())
                    .doesNotContainPattern("(?i)\\sstyle\\s*=|\\son[a-z]+\\s*=\\s*\"|<style|javascript:")
                    .doesNotContainPattern("(?i)<script(?![^>]*(src=|type=\"application/json\"))");
            }
        }
    }

    @Test
    void the_data_of_a_chart_cannot_end_its_block() {
        Chart chart = new Chart("c", "t", "d", List.of("</script><b>\"\\"), List.of(
                new Chart.Series("n", List.of(1, 2.5))), false);
        assertThat(chart.json()).isEqualTo("{\"labels\":[\"\\u003c/script\\u003e\\u003cb\\u003e\\u0022\\u005c\"],"
                + "\"horizontal\":false,\"series\":[{\"name\":\"n\",\"values\":[1,2.5]}]}");
    }

    private static List<String> all(String pattern, String html) {
        return Pattern.compile(pattern).matcher(html).results().map(found -> found.group(1)).toList();
    }
}
