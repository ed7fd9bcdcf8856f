package lv.pumpurs.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {

    private static final MediaType HTML = new MediaType("text", "html");
    private static final MediaType JSON = new MediaType("application", "json");
    private static final MediaType PROBLEM = new MediaType("application", "problem+json");

    @Test
    void a_browser_reads_pages() {
        assertThat(Wants.page(List.of(HTML, new MediaType("application", "xml"), new MediaType()), false)).isTrue();
    }

    @Test
    void a_program_reads_json_and_so_does_who_takes_anything() {
        assertThat(Wants.page(List.of(JSON, HTML), false)).isFalse();
        assertThat(Wants.page(List.of(PROBLEM), false)).isFalse();
        assertThat(Wants.page(List.of(new MediaType()), false)).isFalse();
    }

    @Test
    void htmx_takes_anything_and_means_a_page() {
        assertThat(Wants.page(List.of(new MediaType()), true)).isTrue();
    }

    @Test
    void a_boosted_link_and_a_restored_page_are_whole_pages() {
        assertThat(Wants.fragment("true", null, null)).isTrue();
        assertThat(Wants.fragment("true", "true", null)).isFalse();
        assertThat(Wants.fragment("true", null, "true")).isFalse();
        assertThat(Wants.fragment(null, null, null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"en,lv,lv,en", "-,'en-GB,en;q=0.9',lv,en", "-,'de,lv;q=0.5',en,lv",
            "-,de,en,en", "-,-,lv,lv", "xx,-,lv,lv", "-,';;;===',lv,lv", "-,'ru',de,lv"})
    void what_was_chosen_wins_over_what_is_asked_and_that_over_the_tenant(String chosen, String asked,
            String tenant, String expected) {
        assertThat(Languages.choose(chosen, asked, Locale.of(tenant)).getLanguage()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"/,/", "/t/lubana/learners?grade=9&page=2,/t/lubana/learners?grade=9&page=2", "//evil.lv,/",
            "/\\evil.lv,/", "https://evil.lv,/", "'/a\nb',/", "evil,/", "/%zz,/"})
    void after_the_choice_of_language_the_reader_stays_here(String back, String expected) {
        assertThat(LanguageResource.local(back)).isEqualTo(expected);
    }
}
