package lv.pumpurs.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A school's administrator brings a roster in. */
@ExtendWith(Chrome.class)
class RosterE2E {

    @Test
    void a_file_is_sent_looked_at_and_written_and_a_second_time_it_changes_nothing() {
        Page page = Desk.of("skola.lubana").open("/t/lubana/roster");
        check(page);
        assertThat(page.locator("tbody th[scope=row]").first()).hasText("Žanete Ķirsīte");
        page.locator("form[action$=apply] button").first().click();
        assertThat(page.locator("[role=status]")).containsText("Viss ir ierakstīts");
        page.navigate(page.url().replaceAll("/roster/.*", "/roster"));
        check(page);
        assertThat(page.locator("form[action$=apply] button").first()).hasText("Ierakstīt: 0 jauni, 0 mainīti");
    }

    private static void check(Page page) {
        String roster = """
                Vārds;Uzvārds;Dzimšanas datums;Klase
                Žanete;Ķirsīte;01.03.2011.;9.z
                """;
        page.locator("#file")
            .setInputFiles(new FilePayload("saraksts.csv", "text/csv", roster.getBytes(StandardCharsets.UTF_8)));
        page.locator("main form button[type=submit]").click();
        page.waitForURL("**/roster/*-*");
        page.locator("form[action$=check] button").click();
        page.locator("nav.tabs").waitFor();
    }
}
