package lv.pumpurs.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way in through Keycloak's two pages, what each role sees first, and the way out. */
@ExtendWith(Chrome.class)
class SignInE2E {

    /** Menu of each role, as the matrix of permissions gives it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "klase.rezekne|Labdien, Ilze Audzinātāja!|Klases audzinātājs|Darāmais,Izglītojamie,Plāni",
            "pedagogs.livani|Labdien, Pēteris Konsultants!|Atbalsta sniedzējs|Darāmais,Izglītojamie,Plāni,Konsultācijas",
            "autors.livani|Labdien, Anna Plānotāja!|Plāna sagatavotājs|Darāmais,Izglītojamie,Plāni,Konsultācijas",
            "koordinators.lubana|Labdien, Kārlis Koordinators!|Izglītības iestādes koordinators|Darāmais,Izglītojamie,Plāni,Konsultācijas,Izglītības iestādes,Sarakstu ielāde,Pārcelšana,Spraudņi,Tiesības",
            "direktors.rezekne|Labdien, Dace Direktore!|Izglītības iestādes direktors|Darāmais,Izglītojamie,Plāni,Konsultācijas,Izglītības iestādes,Tiesības",
            "skola.livani|Labdien, Sandra Skolniece!|Izglītības iestādes administrators|Darāmais,Izglītojamie,Darbinieki,Izglītības iestādes,Sarakstu ielāde,Pārcelšana,Spraudņi,Tiesības",
            "pasvaldiba.livani|Labdien, Māris Pašvaldnieks!|Pašvaldības koordinators|Darāmais,Izglītojamie,Plāni,Konsultācijas,Izglītības iestādes,Pārskats,Rādītāji,Spraudņi,Darbu termiņi,Žurnāls,Tiesības",
            "admin.lubana|Labdien, Agnese Administratore!|Pašvaldības administrators|Darāmais,Darbinieki,Izglītības iestādes,Pārskats,Rādītāji,Spraudņi,Darbu termiņi,Žurnāls,Datu glabāšana,Datu subjektu pieprasījumi,Tiesības",
            "revidents.livani|Labdien, Raimonds Revidents!|Revidents|Darāmais,Izglītojamie,Plāni,Tiesības",
            "vecaks.rezekne|Labdien, Vita Vecāka!|Kāds atbalsts jūsu bērniem|Mana lapa,Izglītojamie,Plāni,Konsultācijas",
            "skolens.lubana|Labdien, Jānis Pilngadīgs!|Kāds atbalsts jums|Mana lapa,Izglītojamie,Plāni,Konsultācijas"})
    void each_role_arrives_at_its_own_home(String post, String hello, String role, String menu) {
        Desk desk = Desk.fresh(true).signIn(post);
        Page page = desk.page();
        // a family arrives at its own page
        assertThat(page).hasURL(Pattern.compile(".*/t/" + post.substring(post.indexOf('.') + 1) + "(/family)?$"));
        assertThat(page.locator("h1")).hasText(hello);
        assertThat(page.locator(".lead").first()).containsText(role);
        org.assertj.core.api.Assertions
            .assertThat(page.locator("nav.side > ul > li > a > svg + span").allTextContents())
            .containsExactlyInAnyOrder(menu.split(","));
        desk.close();
    }

    @Test
    void who_works_in_two_municipalities_chooses() {
        Page page = Desk.of("psihologs").open("/");
        assertThat(page.locator("h1")).hasText("Kur strādāsiet?");
        page.getByText("Rēzeknes valstspilsēta").click();
        assertThat(page).hasURL(Desk.APP + "/t/rezekne");
    }

    @Test
    void an_operator_arrives_at_the_choice_and_finds_the_registry() {
        Page page = Desk.of("operators").open("/");
        page.locator("main a[href='/operator/tenants']").click();
        assertThat(page.locator("h1")).hasText("Pašvaldības un iestādes");
        assertThat(page.locator(".operator-mark").first()).containsText("Valsts operators");
        assertThat(page.locator("tbody tr")).not().hasCount(0);
    }

    @Test
    void whoever_opens_a_page_first_signs_in_and_arrives_there() {
        Desk desk = Desk.fresh(true);
        Page page = desk.page();
        page.navigate("/t/lubana/learners?grade=9");
        page.locator("#username").fill(Desk.email("koordinators.lubana"));
        page.locator("#kc-login").click();
        page.locator("#password").fill(lv.pumpurs.server.http.StackUnderTest.get().password());
        page.locator("#kc-login").click();
        assertThat(page).hasURL(Desk.APP + "/t/lubana/learners?grade=9");
        desk.close();
    }

    @Test
    void a_wrong_password_is_told_and_lets_nobody_in() {
        Desk desk = Desk.fresh(true);
        Page page = desk.page();
        page.navigate("/login");
        page.locator("#username").fill(Desk.email("koordinators.lubana"));
        page.locator("#kc-login").click();
        page.locator("#password").fill("nepareizi");
        page.locator("#kc-login").click();
        assertThat(page.locator("#password")).isVisible();
        page.navigate("/t/lubana");
        assertThat(page).not().hasURL(Pattern.compile(Pattern.quote(Desk.APP) + ".*"));
        desk.close();
    }

    @Test
    void signing_out_really_ends_it_and_back_shows_nothing() {
        Desk desk = Desk.fresh(true).signIn("koordinators.livani");
        Page page = desk.open("/t/livani/learners", "lv", ColorScheme.LIGHT, 1280);
        assertThat(page.locator(".row-link").first()).isVisible();
        page.locator("details.person summary").click();
        page.getByText("Beigt darbu").click();
        assertThat(page.locator("main a.btn-primary")).hasText("Pieslēgties");
        page.goBack();
        assertThat(page.locator(".row-link")).hasCount(0);
        page.navigate("/t/livani/learners");
        assertThat(page.locator("#username")).isVisible();
        desk.close();
    }
}
