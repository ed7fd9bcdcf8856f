package lv.pumpurs.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The national operator goes into a municipality, says why, and leaves. */
@ExtendWith(Chrome.class)
class OperatorE2E {

    private static final String REASON = "Palīdzu pašvaldībai saprast rādītājus";

    @Test
    void a_banner_says_where_and_why_until_the_exit() {
        Page page = Desk.of("operators").open("/operator/tenants");
        page.locator("tbody tr")
            .filter(new Locator.FilterOptions().setHasText("Līvānu novads"))
            .locator("a")
            .click();
        page.locator("#reason").fill("īss");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("[data-errors]")).isFocused();
        assertThat(page.locator("#reason")).hasValue("īss");

        page.locator("#reason").fill(REASON);
        page.locator("main form button[type=submit]").click();
        assertThat(page).hasURL(Desk.APP + "/t/livani");
        page.locator("nav.side > ul > li > a[href='/t/livani/figures']").click();
        assertThat(page.locator(".banner")).containsText("Līvānu novads");
        assertThat(page.locator(".banner")).containsText(REASON);

        page.locator(".banner button").click();
        assertThat(page).hasURL(Desk.APP + "/operator/tenants");
        page.navigate("/t/livani");
        assertThat(page.locator("h1")).hasText(Pattern.compile("Šeit nekā nav"));
    }
}
