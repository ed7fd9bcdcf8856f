package lv.pumpurs.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds on each kind of page, whoever looks at it. */
@ExtendWith(Chrome.class)
class EveryPageE2E {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    /** What sticks out of the window or is cut off by its box; a region that scrolls by keyboard may be wider. */
    private static final String CUT_OFF = """
            () => {
              const wide = document.documentElement.clientWidth;
              const name = e => e.tagName + '.' + e.className + ' ' + (e.textContent || '').trim().slice(0, 40);
              const free = e => e.closest('.visually-hidden, .skip, [tabindex="0"], svg, thead, kbd') !== null;
              const seen = e => e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true});
              return Array.from(document.querySelectorAll('body *')).filter(e => seen(e) && !free(e)).filter(e => {
                const box = e.getBoundingClientRect();
                const style = getComputedStyle(e);
                const out = box.right > wide + 1 || box.left < -1;
                const cut = ['hidden', 'clip'].includes(style.overflowX) && e.scrollWidth > e.clientWidth + 1
                    && !['INPUT', 'SELECT'].includes(e.tagName);
                return out || cut;
              }).map(name);
            }""";

    static Stream<PageKind> pages() {
        return PageKind.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_keeps_nobody_out_in_either_language_and_in_light_and_dark(PageKind kind) {
        // two of the four pairs: no colour depends on the language
        keepsNobodyOut(kind, "lv", ColorScheme.LIGHT);
        keepsNobodyOut(kind, "en", ColorScheme.DARK);
    }

    private static void keepsNobodyOut(PageKind kind, String language, ColorScheme scheme) {
        Page page = kind.open(language, scheme, 1280);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        List<String> found = new AxeBuilder(page).setLegacyMode(true)
            .analyze()
            .getViolations()
            .stream()
            .filter(rule -> GRAVE.contains(rule.getImpact()))
            .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                    + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList())
            .toList();
        assertThat(found).as(kind + " " + language + " " + scheme).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void on_a_phone_a_page_scrolls_down_only_and_nothing_is_cut_off(PageKind kind) {
        for (String language : List.of("lv", "en")) {
            Page page = kind.open(language, ColorScheme.LIGHT, 360);
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth")).as(kind + " " + language)
                .isLessThanOrEqualTo(360);
            assertThat(page.locator("body").innerText()).as("no key of a text stands on " + kind + " " + language)
                .doesNotContainPattern("\\b[a-z]+(\\.[a-z-]+)*\\.[A-Z][A-Z0-9_]{3,}");
            assertThat((List<?>) page.evaluate(CUT_OFF)).as(kind + " " + language).isEmpty();
        }
    }
}
