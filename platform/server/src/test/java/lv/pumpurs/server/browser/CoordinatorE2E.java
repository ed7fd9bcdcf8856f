package lv.pumpurs.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A municipality's coordinator at work. */
@ExtendWith(Chrome.class)
class CoordinatorE2E {

    private final Desk desk = Desk.of("pasvaldiba.lubana");

    @Test
    void the_overview_shows_what_was_published_beside_what_is_counted() {
        Page page = desk.open("/t/lubana/overview");
        for (String[] line : List.of(new String[]{"L2", "47"}, new String[]{"L4", "24"}, new String[]{"L3", "22"})) {
            Locator row = page.locator("section[aria-labelledby=compared] tbody tr")
                .filter(new Locator.FilterOptions().setHasText(line[0] + " ·"))
                .first();
            assertThat(row.locator("td.num")).hasText(new String[]{line[1], line[1]});
            assertThat(row).containsText("sakrīt");
        }
        assertThat(page.locator("canvas")).hasCount(2);
    }

    @Test
    void the_eighth_school_of_rezekne_is_shown_with_its_difference() {
        Page page = Desk.of("pasvaldiba.rezekne").open("/t/rezekne/figures");
        Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("skaits izziņots"));
        assertThat(row.locator("td.num")).hasText(new String[]{"8", "7"});
        assertThat(row.locator(".differs")).isVisible();
        assertThat(page.locator(".differs")).hasCount(1);
    }

    @Test
    void all_sheets_of_a_page_are_ticked_with_one_click() {
        Page page = desk.open("/t/lubana/consultations/sheets?stage=VERIFIED");
        Locator boxes = page.locator("input[name=sheets]");
        int shown = page.locator("tbody tr").count();
        org.assertj.core.api.Assertions.assertThat(shown).isPositive();
        assertThat(page.locator("input[name=sheets]:checked")).hasCount(0);
        page.locator("[data-ticks] input").check();
        assertThat(boxes).hasCount(shown);
        assertThat(page.locator("input[name=sheets]:checked")).hasCount(shown);
    }

    @Test
    void a_list_is_filtered_sorted_and_turned_and_the_address_says_so() {
        Page page = desk.open("/t/lubana/learners");
        assertThat(page.locator("tbody tr")).hasCount(25);
        page.locator("#grade").selectOption("9");
        assertThat(page).hasURL(Pattern.compile(".*[?&]grade=9.*"));
        for (String name : page.locator("td[data-label=Klase]").allTextContents()) {
            org.assertj.core.api.Assertions.assertThat(name).startsWith("9.");
        }
        page.locator(".chips a").click();
        page.locator("thead a").first().click();
        assertThat(page.locator("th[aria-sort=descending]")).hasCount(1);
        String first = page.locator(".row-link").first().textContent();
        page.locator("a[rel=next]").click();
        assertThat(page).hasURL(Pattern.compile(".*page=2.*"));
        assertThat(page.locator(".row-link").first()).not().hasText(first);
        assertThat(page.locator("th[aria-sort=descending]")).hasCount(1);
    }

    @Test
    void a_search_without_diacritics_finds_with_them_while_typing() {
        Page page = desk.open("/t/lubana/learners");
        page.locator("#q").pressSequentially("berzins");
        assertThat(page.locator(".chips")).containsText("berzins");
        assertThat(page.locator(".row-link").first()).containsText("Bērziņš");
        for (String name : page.locator(".row-link").allTextContents()) {
            org.assertj.core.api.Assertions.assertThat(name).endsWith("Bērziņš");
        }
        assertThat(page).not().hasURL(Pattern.compile(".*berzins.*"));
    }

    @Test
    void a_learner_has_plans_with_risks_and_measures() {
        Page page = desk.open("/t/lubana/learners?size=100");
        page.locator("tr:has(.state-ok) .row-link").first().click();
        assertThat(page.locator("#plans")).isVisible();
        assertThat(page.locator("details.plan[open]")).hasCount(1);
        assertThat(page.locator("details.plan[open] table")).isVisible();
        assertThat(page.locator(".id").first()).hasText(Pattern.compile(".*[•*]{4}.*"));
        page.locator("nav.trail a").last().click();
        assertThat(page).hasURL(Pattern.compile(".*/t/lubana/learners$"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/t/lubana", "/t/lubana/overview?from=2020%2F2021-1&to=2020%2F2021-1",
            "/t/lubana/learners?grade=9&sort=-class", "/t/lubana/figures"})
    void another_language_is_the_same_page(String path) {
        Page page = desk.open(path);
        page.locator(".language button[value=en]").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page).hasURL(Desk.APP + path);
        page.locator(".language button[value=lv]").click();
        assertThat(page.locator("html")).hasAttribute("lang", "lv");
        assertThat(page).hasURL(Desk.APP + path);
    }

    @Test
    void the_keyboard_gets_past_the_menu_and_to_the_search() {
        Page page = desk.open("/t/lubana/overview");
        page.keyboard().press("Tab");
        assertThat(page.locator("a.skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
        page.keyboard().press("/");
        assertThat(page.locator("[data-find]")).isFocused();
        page.keyboard().type("berzins");
        page.keyboard().press("Enter");
        assertThat(page.locator(".row-link").first()).containsText("Bērziņš");
    }

    @Test
    void without_script_the_list_and_a_learner_are_read_and_the_search_works() {
        Desk plain = Desk.fresh(false).signIn("koordinators.lubana");
        Page page = plain.open("/t/lubana/learners");
        assertThat(page.locator("tbody tr")).hasCount(25);
        page.locator("#grade").selectOption("9");
        page.locator("form[method=get] button").click();
        assertThat(page).hasURL(Pattern.compile(".*grade=9.*"));
        page.locator("#q").fill("berzins");
        page.locator("form[action$=search] button").click();
        assertThat(page.locator(".row-link").first()).containsText("Bērziņš");
        page.locator(".row-link").first().click();
        assertThat(page.locator("h1")).containsText("Bērziņš");
        assertThat(page.locator("dl.facts").first()).isVisible();
        plain.close();
    }
}
