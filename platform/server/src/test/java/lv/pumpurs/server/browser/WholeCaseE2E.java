package lv.pumpurs.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One learner from a worried teacher to an evaluated plan and its continuation, each person in the own window. */
@ExtendWith(Chrome.class)
class WholeCaseE2E {

    private static final String HOME = "/t/livani";
    private static final String RISK = "STUDY_CONTENT_DIFFICULTY";

    @Test
    void a_worried_teacher_an_author_three_who_approve_and_an_evaluation() {
        String learner = theTeacherProposes();
        String plan = theAuthorWrites(learner);
        approves("direktors.livani", plan);
        approves("pasvaldiba.livani", plan);
        String code = code(plan);
        theOperatorReviews(code);
        theAuthorEvaluatesAndContinues(plan);
        theCoordinatorCloses(plan);
    }

    /** On a phone, between two lessons. */
    private static String theTeacherProposes() {
        Page page = Desk.of("klase.livani").open(HOME + "/learners?size=100", "lv", ColorScheme.LIGHT, 360);
        page.locator("tbody tr:not(:has(.state)) .row-link").first().click();
        page.waitForURL("**/learners/*-*");
        String learner = page.url().replaceAll(".*/learners/", "");
        page.locator("main a[href$='/proposal']").click();
        page.locator("input[name=risks][value=" + RISK + "]").check();
        page.locator("#note").fill("Trīs nedēļas nav iesniegti matemātikas darbi.");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("main")).containsText("Trīs nedēļas nav iesniegti");
        return learner;
    }

    private static String theAuthorWrites(String learner) {
        Page page = Desk.of("autors.livani").open(HOME);
        assertThat(page.locator("main a[href*='" + learner + "']").first()).isVisible();
        page.navigate(HOME + "/plans/learners/" + learner + "/new");
        assertThat(page.locator("#proposal")).isVisible();
        page.locator("main form:has(#semester) button[type=submit]").click();
        page.waitForURL(url -> !url.endsWith("/new"));
        String plan = page.url().replaceAll(".*(?=/t/)", "").replaceAll("/draft$", "");
        page.navigate(plan + "/draft");
        assertThat(page.locator("[id='risks." + RISK + ".severity']")).not().hasValue("");
        page.locator("#appliedOn").fill(LocalDate.now(ZoneId.of("Europe/Riga")).toString());
        page.locator("#appliedBy").selectOption("GUARDIAN");
        page.locator("#voice").fill("Gribu saprast daļas.");
        savedByItself(page);
        page.navigate(plan + "/draft");
        assertThat(page.locator("#voice")).hasValue("Gribu saprast daļas.");
        // whoever leaves before the form has saved itself loses nothing either
        page.locator("#strengths").fill("Palīdz jaunākiem.");
        page.navigate(plan);
        page.waitForCondition(() -> {
            page.reload();
            return page.locator("main").textContent().contains("Palīdz jaunākiem.");
        });
        page.navigate(plan + "/draft");
        page.locator("button[value=add]").click();
        Locator measure = page.locator("fieldset.measure").last();
        measure.locator("select[name$='.kind']").selectOption("CONS_SUBJECT_TEACHER");
        measure.locator("select[name$='.provider']").selectOption(new SelectOption().setIndex(1));
        for (String[] day : new String[][]{{"startsOn", "min"}, {"endsOn", "max"}}) {
            Locator field = measure.locator("input[name$='." + day[0] + "']");
            field.fill(field.getAttribute(day[1]));
        }
        measure.locator("input[name$='.quantity']").fill("12");
        measure.locator("input[type=checkbox][value=" + RISK + "]").check();
        savedByItself(page);
        measure.locator("input[name$='.quantity']").fill("14");
        page.locator(".sticky-acts button[value=save]").click();
        page.waitForURL("**" + plan);
        // the row that has saved itself is the one that the button saves
        assertThat(page.locator("[aria-labelledby^='m-'] tbody tr")).hasCount(1);
        page.locator("form[action$='/submission'] button").click();
        assertThat(page.locator(".page-header .state")).containsText("Saskaņošanā");
        return plan;
    }

    private static void savedByItself(Page page) {
        assertThat(page.locator(".saved")).containsText(Pattern.compile("Saglabāts \\d\\d:\\d\\d"),
                new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
    }

    private static void approves(String who, String plan) {
        Page page = Desk.of(who).open(plan);
        page.locator("button[value=APPROVE]").click();
        page.waitForURL(url -> !url.endsWith("/decision"));
        page.navigate(plan);
        assertThat(page.locator("button[value=APPROVE]")).hasCount(0);
    }

    private static String code(String plan) {
        return Desk.of("autors.livani").open(plan).locator(".page-header .id").textContent();
    }

    private static void theOperatorReviews(String code) {
        Page page = Desk.of("eksperts").open("/operator/reviews?tenant=livani&size=100&sort=-since");
        Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(code));
        assertThat(row).containsText("Līvānu novads");
        row.locator("button").click();
        assertThat(page.locator(".banner")).containsText("Plāna " + code + " izskatīšana");
        page.locator("#remark").fill("Saskaņots");
        page.locator("button[value=APPROVE]").click();
        assertThat(page).hasURL(Pattern.compile(".*/operator/reviews$"));
        assertThat(page.locator("main")).not().containsText(code);
    }

    private static void theAuthorEvaluatesAndContinues(String plan) {
        Page page = Desk.of("autors.livani").open(plan);
        assertThat(page.locator(".page-header .state")).containsText("Īstenošanā");
        page.locator("main a[href$='/evaluation']").click();
        choose(page, "risks." + RISK + ".result");
        page.locator("input[name$='.delivered']").fill("11,5");
        choose(page, "result");
        page.locator(".sticky-acts button").click();
        assertThat(page.locator(".page-header .state")).containsText("Izvērtēts");
        page.locator("form[action$='/continuation'] button").click();
        page.waitForURL(url -> !url.endsWith(plan) && url.contains("/plans/"));
        assertThat(page.locator("main")).containsText("2. semestris");
    }

    private static void choose(Page page, String name) {
        page.locator("[name='" + name + "']").selectOption("REDUCED");
    }

    /** Everything that happened stands on the plan's page, by name. */
    private static void theCoordinatorCloses(String plan) {
        Page page = Desk.of("koordinators.livani").open(plan);
        page.locator("form[action$='/closing'] button").click();
        assertThat(page.locator(".page-header .state")).containsText("Noslēgts");
        assertThat(page.locator("ol.decisions")).containsText(Pattern.compile(
                "Edgars Eksperts.*Saskaņots.*Māris Pašvaldnieks.*Dace Direktore", Pattern.DOTALL));
        assertThat(page.locator("main")).containsText("11,5");
        assertThat(page.locator("main")).containsText("Gribu saprast daļas.");
    }
}
