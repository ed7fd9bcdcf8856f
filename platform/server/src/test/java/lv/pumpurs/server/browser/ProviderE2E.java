package lv.pumpurs.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A provider of support writes down a consultation. */
@ExtendWith(Chrome.class)
class ProviderE2E {

    @Test
    void a_consultation_is_recorded_and_what_was_wrong_is_told_at_its_field() {
        Page page = Desk.of("pedagogs.rezekne").open("/t/rezekne/consultations");
        page.locator("main a[href*='/new?measure=']").first().click();
        page.locator("#subject").fill("Šķēle <b>x</b>");
        page.locator("#startsAt").fill("00:02");
        page.locator("#minutes").fill("481");
        page.locator("main form button[type=submit]").first().click();

        assertThat(page.locator("#subject")).hasValue("Šķēle <b>x</b>");
        assertThat(page.locator("#minutes-error")).hasText("Vērtība nedrīkst pārsniegt 480.");
        assertThat(page.locator("#startsAt")).hasValue("00:02");
        assertThat(page.locator("h1")).containsText("Ierakstīt konsultāciju");
        assertThat(page.locator("[data-errors]")).isFocused();
        page.locator("[data-errors] a[href='#minutes']").click();
        assertThat(page.locator("#minutes")).isFocused();

        String subject = "Matemātika " + System.nanoTime();
        page.locator("#heldOn").fill(LocalDate.now(ZoneId.of("Europe/Riga")).toString());
        page.locator("#subject").fill(subject);
        page.locator("#startsAt").fill("00:01");
        page.locator("#minutes").fill("1");
        page.locator("main form button[type=submit]").first().click();
        // the browser keeps the fragment of the field that was jumped to
        assertThat(page).hasURL(Pattern.compile("/t/rezekne/consultations(#minutes)?$"));
        assertThat(page.locator("tbody tr").first()).containsText(subject);
    }

    @Test
    void a_day_to_come_is_refused_and_what_was_typed_stays() {
        Page page = Desk.of("pedagogs.rezekne").open("/t/rezekne/consultations");
        page.locator("main a[href*='/new?measure=']").first().click();
        page.locator("#heldOn").fill("2999-01-01");
        page.locator("#startsAt").fill("10:00");
        page.locator("#subject").fill("Matemātika");
        page.locator("#minutes").fill("40");
        page.locator("main form button[type=submit]").first().click();
        assertThat(page.locator("main")).containsText("Norādiet šodienas vai agrāku datumu");
        assertThat(page.locator("#subject")).hasValue("Matemātika");
    }
}
