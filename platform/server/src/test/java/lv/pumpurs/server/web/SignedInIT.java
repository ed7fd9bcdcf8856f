package lv.pumpurs.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.server.ServersOfTheTests;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages as signed-in people meet them: the same path for a person and for a program. */
@ExtendWith(ArquillianExtension.class)
class SignedInIT {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String BASE = "http://localhost:" + System.getProperty("it.http.port");
    private static final String LEARNER = "01900000-0000-7000-8000-000000000003";
    private static final Person COORDINATOR = new Person("pages-1", "pages@alfa.lv", "Ilze Kalniņa", Set.of("alfa"));
    private static final Person OPERATOR = new Person("pages-2", "pages@operator.lv", "Oskars Operators", Set.of());

    private final HttpClient client = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war();
    }

    @BeforeAll
    static void people() throws Exception {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into nation.operator (id, email, name, role, valid_from) values
                     (gen_random_uuid(), 'pages@operator.lv', 'Oskars Operators', 'OPERATOR_ADMIN', '2020-01-01');
                    set search_path = t_alfa, pg_catalog;
                    insert into staff values ('01900000-0000-7000-8000-000000000001', 'pages@alfa.lv', 'Ilze', 'Kalniņa');
                    insert into staff_role (id, staff_id, role, valid_from) values (gen_random_uuid(),
                     '01900000-0000-7000-8000-000000000001', 'TENANT_COORDINATOR', '2020-01-01');
                    insert into school values ('01900000-0000-7000-8000-000000000002', null, 'Alfas skola', 'x', null);
                    insert into school_year values ('2019/2020', '2019-09-01', '2020-05-29', 'test')
                     on conflict do nothing;
                    begin;
                    insert into learner (id, given_name, family_name, search_name, latest_enrolment_id, version) values
                     ('01900000-0000-7000-8000-000000000003', 'Jānis', 'Šķēle', 'janis skele',
                      '01900000-0000-7000-8000-000000000004', 1);
                    insert into enrolment values ('01900000-0000-7000-8000-000000000004',
                     '01900000-0000-7000-8000-000000000003', '01900000-0000-7000-8000-000000000002', '2019/2020',
                     '9.a', 9, false, null, '2019-09-01', null);
                    commit""");
        }
    }

    @ParameterizedTest
    @CsvSource({"/t/alfa,Labdien", "/t/alfa/overview,Pašvaldības pārskats", "/t/alfa/figures,Publicētie rādītāji",
            "/t/alfa/learners,Jānis Šķēle", "/t/alfa/learners/" + LEARNER + ",Jānis Šķēle",
            "/t/alfa/learners?grade=9&class=9.a&sort=-school&size=50,Jānis Šķēle",
            "/t/alfa/learners?grade=x&school=y&page=0&size=7,Jānis Šķēle"})
    void each_page_of_a_tenant_is_a_page_for_a_person_and_json_for_a_program(String path, String shown)
            throws Exception {
        HttpResponse<String> page = send(get(path, COORDINATOR).header("Accept", BROWSER));
        HttpResponse<String> json = send(get(path, COORDINATOR).header("Accept", "application/json"));

        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("<!DOCTYPE html>", shown, "Alfas novads");
        assertThat(json.statusCode()).as(json.body()).isEqualTo(200);
        assertThat(json.body()).startsWith("{");
    }

    @Test
    void a_person_with_one_place_to_work_is_led_there() throws Exception {
        HttpResponse<String> led = send(get("/", COORDINATOR).header("Accept", BROWSER));
        assertThat(led.statusCode()).isEqualTo(303);
        assertThat(led.headers().firstValue("Location").orElseThrow()).endsWith("/t/alfa");
        assertThat(send(get("/", COORDINATOR)).body()).contains("\"slug\":\"alfa\"");
    }

    @ParameterizedTest
    @CsvSource({"not-a-uuid", "01900000-0000-7000-8000-0000000000ff"})
    void a_learner_that_is_not_there_is_not_found_without_a_word_more(String id) throws Exception {
        HttpResponse<String> refused = send(get("/t/alfa/learners/" + id, COORDINATOR));
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).contains("\"title\":\"Šeit nekā nav\"");
    }

    @Test
    void a_search_is_posted_and_needs_no_diacritics() throws Exception {
        HttpResponse<String> found = send(at("/t/alfa/learners/search").header("Authorization", bearer(COORDINATOR))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"q\":\"skele\"}")));
        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        assertThat(found.body()).contains("Šķēle");
        HttpResponse<String> broken = send(at("/t/alfa/learners/search").header("Authorization", bearer(COORDINATOR))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"q\":")));
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).contains("\"title\":\"Nepareizs JSON\"").doesNotContain("jakarta", "yasson", "line");
    }

    @Test
    void a_form_of_a_login_by_cookie_needs_the_token_that_its_page_holds() throws Exception {
        String cookie = "pumpurs-at=" + ServersOfTheTests.issuer().tokenFor(COORDINATOR).sign();
        String page = send(at("/t/alfa/learners").GET().header("Cookie", cookie).header("Accept", BROWSER)).body();
        Matcher token = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();

        String typed = "q=" + URLEncoder.encode("<b>Šķ", StandardCharsets.UTF_8);
        HttpResponse<String> without = send(form("/t/alfa/learners/search", typed, cookie));
        HttpResponse<String> with = send(form("/t/alfa/learners/search", typed + "&csrf=" + token.group(1), cookie));

        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(with.statusCode()).as(with.body()).isEqualTo(200);
        assertThat(with.body()).contains("&lt;b>Šķ").doesNotContain("<b>Šķ");
    }

    @Test
    void an_operator_enters_a_tenant_with_a_reason_sees_the_banner_and_leaves() throws Exception {
        assertThat(send(get("/operator/tenants", OPERATOR)).body()).contains("\"slug\":\"alfa\"");
        assertThat(send(get("/t/alfa", OPERATOR)).statusCode()).isEqualTo(404);
        assertThat(send(enter("{\"reason\":\"x\"}")).statusCode()).isEqualTo(400);
        HttpResponse<String> entered = send(enter("{\"reason\":\"Palīdzība ar importu\"}"));
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(201);
        assertThat(send(get("/t/alfa", OPERATOR).header("Accept", BROWSER)).body())
            .contains("Palīdzība ar importu", "Valsts operators", "/operator/tenants/alfa/exit");
        assertThat(send(at("/operator/tenants/alfa/exit").header("Authorization", bearer(OPERATOR))
            .POST(HttpRequest.BodyPublishers.noBody())).statusCode()).isEqualTo(303);
        assertThat(send(get("/t/alfa", OPERATOR)).statusCode()).isEqualTo(404);
    }

    private static HttpRequest.Builder enter(String json) {
        return at("/operator/tenants/alfa/entries").header("Authorization", bearer(OPERATOR))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder get(String path, Person person) {
        return at(path).GET().header("Authorization", bearer(person));
    }

    private static HttpRequest.Builder form(String path, String body, String cookie) {
        return at(path).header("Content-Type", "application/x-www-form-urlencoded")
            .header("Cookie", cookie)
            .header("Accept", BROWSER)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(BASE + path));
    }

    private static String bearer(Person person) {
        return "Bearer " + ServersOfTheTests.issuer().tokenFor(person).sign();
    }
}
