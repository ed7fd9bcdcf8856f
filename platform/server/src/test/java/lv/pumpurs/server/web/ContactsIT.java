package lv.pumpurs.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.server.ServersOfTheTests;
import lv.pumpurs.spi.BusinessTime;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The log of contacts with guardians over HTTP: who writes it, who mends it, and who never sees it. */
@ExtendWith(ArquillianExtension.class)
class ContactsIT {

    private static final String BASE = "http://localhost:" + System.getProperty("it.http.port");
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String LEARNER = "0190002f-0000-7000-8000-000000000010";
    private static final String CONTACTS = "/t/alfa/learners/" + LEARNER + "/contacts";

    private final HttpClient client = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war();
    }

    @BeforeAll
    static void people() throws Exception {
        Town.publishCatalogues();
        run("""
                set search_path = t_alfa, pg_catalog;
                insert into school values
                 ('0190002f-0000-7000-8000-000000000001', null, 'Saziņas skola', 'VIDUSSKOLA', null),
                 ('0190002f-0000-7000-8000-000000000009', null, 'Cita skola', 'VIDUSSKOLA', null);
                insert into staff values
                 ('0190002f-0000-7000-8000-000000000002', 'direktore@sazina.lv', 'Dace', 'Direktore'),
                 ('0190002f-0000-7000-8000-000000000003', 'admins@sazina.lv', 'Andis', 'Administrators'),
                 ('0190002f-0000-7000-8000-000000000004', 'autore@sazina.lv', 'Agra', 'Autore'),
                 ('0190002f-0000-7000-8000-000000000005', 'cits@sazina.lv', 'Citvars', 'Citurietis'),
                 ('0190002f-0000-7000-8000-000000000006', 'pasvaldiba@sazina.lv', 'Paula', 'Pārraudze');
                insert into staff_role (id, staff_id, role, school_id, valid_from) values
                 (gen_random_uuid(), '0190002f-0000-7000-8000-000000000002', 'SCHOOL_DIRECTOR',
                  '0190002f-0000-7000-8000-000000000001', '2020-01-01'),
                 (gen_random_uuid(), '0190002f-0000-7000-8000-000000000003', 'SCHOOL_ADMIN',
                  '0190002f-0000-7000-8000-000000000001', '2020-01-01'),
                 (gen_random_uuid(), '0190002f-0000-7000-8000-000000000004', 'PLAN_AUTHOR',
                  '0190002f-0000-7000-8000-000000000001', '2020-01-01'),
                 (gen_random_uuid(), '0190002f-0000-7000-8000-000000000005', 'SCHOOL_DIRECTOR',
                  '0190002f-0000-7000-8000-000000000009', '2020-01-01'),
                 (gen_random_uuid(), '0190002f-0000-7000-8000-000000000006', 'TENANT_COORDINATOR', null, '2020-01-01');
                begin;
                insert into learner (id, given_name, family_name, search_name, latest_enrolment_id, version) values
                 ('0190002f-0000-7000-8000-000000000010', 'Ķirsis', 'Sazinājamais', 'kirsis sazinajamais',
                  '0190002f-0000-7000-8000-000000000012', 1);
                insert into enrolment values
                 ('0190002f-0000-7000-8000-000000000012', '0190002f-0000-7000-8000-000000000010',
                  '0190002f-0000-7000-8000-000000000001', '2020/2021', '9.a', 9, false, null, '2020-09-01', null);
                insert into guardian values ('0190002f-0000-7000-8000-000000000007', 'mamma@sazina.lv', 'Māra', 'Mamma');
                insert into guardianship values (gen_random_uuid(), '0190002f-0000-7000-8000-000000000007',
                 '0190002f-0000-7000-8000-000000000010', 'PARENT', '2020-01-01', null);
                commit""");
    }

    @Test
    void a_contact_is_written_shown_to_colleagues_mended_by_its_author_and_later_only_added_to() throws Exception {
        HttpResponse<String> made = post(CONTACTS + "/new", "autore", JSON,
                contact("2020-10-05", "Māra Mamma", "Kavē"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.headers().firstValue("Location").orElseThrow()).endsWith(CONTACTS);
        String id = one("select id::text from t_alfa.guardian_contact where topic = 'Kavē'");
        assertThat(one("select guardian_id::text from t_alfa.guardian_contact where topic = 'Kavē'"))
            .isEqualTo("0190002f-0000-7000-8000-000000000007");

        assertThat(get(CONTACTS, "autore", BROWSER).body()).contains("Kavē", "Māra Mamma", "Tālruņa saruna",
                id + "/change", id + "/addition");
        assertThat(get(CONTACTS, "direktore", BROWSER).body()).contains("Kavē", id + "/addition")
            .doesNotContain(id + "/change");
        assertThat(get(CONTACTS, "pasvaldiba", BROWSER).body()).contains("Kavē")
            .doesNotContain("/addition", "contacts/new");

        String change = CONTACTS + "/" + id + "/change";
        assertThat(get(change, "autore", BROWSER).body()).contains("value=\"Kavē\"", "value=\"2020-10-05\"");
        assertThat(post(change, "direktore", JSON, contact("2020-10-05", "Māra Mamma", "Cits")).statusCode())
            .isEqualTo(403);
        assertThat(post(change, "autore", JSON, contact("2020-10-06", "Vectēvs", "Kavē stundas")).statusCode())
            .isEqualTo(201);
        run("update t_alfa.guardian_contact set recorded_at = now() - interval '25 hours' where id = '" + id + "'");
        HttpResponse<String> late = post(change, "autore", JSON, contact("2020-10-06", "Vectēvs", "Par vēlu"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("contact-settled");
        assertThat(post(CONTACTS + "/" + id + "/addition", "direktore", JSON, "{\"words\":\"Atnāca uz skolu\"}")
            .statusCode()).isEqualTo(201);

        String log = get(CONTACTS, "autore", JSON).body();
        assertThat(log).contains("Kavē stundas", "\"heldOn\":\"2020-10-06\"", "\"person\":\"Vectēvs\"",
                "\"guardian\":false", "Atnāca uz skolu", "\"mendable\":false")
            .doesNotContain("Par vēlu");
        assertThat(one("select string_agg(act || ' ' || permission, ',' order by id) from t_alfa.change_log where"
                + " permission is not null and row_id = '" + id + "'"))
            .isEqualTo("INSERT contact:write,UPDATE contact:write");
        assertThat(one("select count(*)::text from t_alfa.read_log where permission = 'contact:read' and learner_id = '"
                + LEARNER + "'"))
            .isEqualTo("4");

        String file = get(CONTACTS + "/export/csv?from=2020-10-06&to=2020-10-06", "autore", BROWSER).body();
        assertThat(file).contains("06.10.2020;Tālruņa saruna;Vectēvs;Kavē stundas;",
                "Atnāca uz skolu (Dace Direktore");
        assertThat(get(CONTACTS + "/export/csv?to=2020-10-05", "autore", BROWSER).body()).doesNotContain("Kavē");
        assertThat(get(CONTACTS + "/export/csv", "mamma", BROWSER).statusCode()).isEqualTo(403);
        assertThat(get(CONTACTS + "/export/csv", "cits", BROWSER).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"mamma,403", "admins,403", "cits,404"})
    void the_family_and_whoever_does_not_work_with_the_learner_see_and_write_nothing(String who, int status)
            throws Exception {
        for (String path : Set.of(CONTACTS, CONTACTS + "/new", CONTACTS + "/" + LEARNER + "/addition")) {
            HttpResponse<String> answer = get(path, who, BROWSER);
            assertThat(answer.statusCode()).as(path).isEqualTo(status);
            assertThat(answer.body()).doesNotContain("Sazinājamais");
        }
        assertThat(post(CONTACTS + "/new", who, JSON, contact("2020-10-05", "X", "Svešs ieraksts")).statusCode())
            .isEqualTo(status);
        assertThat(one("select count(*)::text from t_alfa.guardian_contact where topic = 'Svešs ieraksts'"))
            .isEqualTo("0");
        assertThat(post(CONTACTS + "/new", "pasvaldiba", JSON, contact("2020-10-05", "X", "Y")).statusCode())
            .isEqualTo(403);
    }

    @Test
    void the_learners_page_leads_to_the_log_whoever_may_see_it_and_nobody_else() throws Exception {
        assertThat(get("/t/alfa/learners/" + LEARNER, "autore", BROWSER).body()).contains("href=\"" + CONTACTS + "\"");
        assertThat(get("/t/alfa/learners/" + LEARNER, "mamma", BROWSER).body()).contains("Sazinājamais")
            .doesNotContain("/contacts");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"heldOn":"2020-08-31","way":"CALL","person":"X","topic":"Y"} | 422 | "field":"heldOn"
            {"heldOn":"2020-10-01","way":"CALL","person":"X","topic":"Y","plan":"NAV-1"} | 422 | "field":"plan"
            {"way":"CALL","person":"X","topic":"Y"} | 400 | "field":"heldOn"
            {"heldOn":"2020-10-01","person":"X","topic":"Y"} | 400 | "field":"way"
            {"heldOn":"2020-10-01","way":"CALL","person":" ","topic":"Y"} | 400 | "field":"person"
            {"heldOn":"2020-10-01","way":"CALL","person":"X","topic":""} | 400 | "field":"topic"
            {"heldOn":"2020-10-01","way":"PIGEON","person":"X","topic":"Y"} | 400 | problem
            {"heldOn":"2020-13-01","way":"CALL","person":"X","topic":"Y"} | 400 | problem
            {"heldOn": | 400 | problem""")
    void what_is_wrong_is_said_at_its_field(String body, int status, String said) throws Exception {
        HttpResponse<String> answer = post(CONTACTS + "/new", "autore", JSON, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(said);
    }

    @Test
    void a_day_to_come_is_refused_and_today_is_not() throws Exception {
        LocalDate today = BusinessTime.today(InstantSource.system());
        assertThat(
                post(CONTACTS + "/new", "autore", JSON, contact(today.plusDays(2).toString(), "X", "Rīt")).statusCode())
            .isEqualTo(422);
        assertThat(post(CONTACTS + "/new", "autore", JSON, contact(today.toString(), "X", "Šodien")).statusCode())
            .isEqualTo(201);
    }

    @Test
    void a_form_comes_back_with_what_was_typed_as_text_and_needs_the_token_of_its_login() throws Exception {
        String cookie = "pumpurs-at=" + ServersOfTheTests.issuer().tokenFor(person("autore")).sign();
        String page = client.send(at(CONTACTS + "/new").header("Cookie", cookie).header("Accept", BROWSER).build(),
                BodyHandlers.ofString())
            .body();
        assertThat(page).contains("<option value=\"Māra Mamma\">");
        Matcher token = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        String typed = "heldOn=2019-01-01&way=LETTER&person=M%C4%81ra+Mamma&topic="
                + URLEncoder.encode("<b>Šķēle", StandardCharsets.UTF_8) + "&people=M%C4%81ra+Mamma&learner=X";

        assertThat(form(typed, cookie).statusCode()).isEqualTo(403);
        HttpResponse<String> again = form(typed + "&csrf=" + token.group(1), cookie);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("&lt;b>Šķēle", "value=\"2019-01-01\"", "nemācījās nevienā",
                "<option value=\"Māra Mamma\">")
            .doesNotContain("<b>Šķēle");
        HttpResponse<String> done = form(typed.replace("2019-01-01", "2020-12-01") + "&csrf=" + token.group(1), cookie);
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(get(CONTACTS + "?way=LETTER&from=2020-12-01&to=2020-12-01", "autore", JSON).body())
            .contains("<b>Šķēle", "\"total\":1");
        assertThat(get(CONTACTS + "?way=PIGEON&from=x&page=y", "autore", JSON).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> form(String typed, String cookie) throws Exception {
        return client.send(at(CONTACTS + "/new").header("Cookie", cookie)
            .header("Accept", BROWSER)
            .header("Content-Type", FORM)
            .POST(BodyPublishers.ofString(typed))
            .build(), BodyHandlers.ofString());
    }

    private static String contact(String day, String person, String topic) {
        return "{\"heldOn\":\"%s\",\"way\":\"CALL\",\"person\":\"%s\",\"topic\":\"%s\"}".formatted(day, person, topic);
    }

    private HttpResponse<String> get(String path, String who, String accept) throws Exception {
        return client.send(at(path).header("Authorization", bearer(who)).header("Accept", accept).build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String who, String type, String body) throws Exception {
        return client.send(at(path).header("Authorization", bearer(who))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(BASE + path));
    }

    private static Person person(String who) {
        return new Person("contact-" + who, who + "@sazina.lv", who, Set.of("alfa"));
    }

    private static String bearer(String who) {
        return "Bearer " + ServersOfTheTests.issuer().tokenFor(person(who)).sign();
    }

    private static void run(String statements) throws Exception {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private static String one(String query) throws Exception {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
