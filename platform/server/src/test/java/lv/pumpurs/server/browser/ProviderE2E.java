package lv.pumpurs.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
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
        // what is still to be held stands before it
        page.navigate("/t/rezekne/consultations?state=HELD");
        assertThat(page.locator("tbody tr").first()).containsText(subject);
    }

    @Test
    void from_the_worklist_on_a_phone_one_is_written_down_by_two_touches_and_at_most_three_inputs() {
        Page page = Desk.of("pedagogs.livani").open("/t/livani", "lv", ColorScheme.LIGHT, 360);
        int inputs = 0;
        Locator learner = page.locator("section[aria-labelledby=due-consultations-due-LOG] a.row-link").first();
        String name = learner.innerText();
        learner.click();
        inputs++;
        assertThat(page.locator("h1")).containsText(name);
        if (page.locator("#startsAt").inputValue().isEmpty()) {
            // in the first hour of a day nobody knows a likely time
            page.locator("#startsAt").fill("00:00");
            inputs++;
        }
        page.locator("main form button[type=submit]").first().click();
        inputs++;
        assertThat(page).hasURL(Pattern.compile("/t/livani/consultations$"));
        Assertions.assertThat(inputs).isLessThanOrEqualTo(3);

        page.navigate("/t/livani/consultations?state=HELD");
        assertThat(page.locator("tbody tr").first()).containsText(name);
        assertThat(page.locator("tbody tr").first())
            .containsText(LocalDate.now(ZoneId.of("Europe/Riga")).format(DateTimeFormatter.ofPattern("dd.MM.yyyy")));
        page.navigate("/t/livani");
        assertThat(page.locator("section[aria-labelledby=due-consultations-due-LOG] a.row-link").first())
            .hasText(name);
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
