package lv.pumpurs.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Set;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.server.ServersOfTheTests;
import lv.pumpurs.spi.BusinessTime;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Consultations over HTTP, as a browser and as a program: from the plan to the confirmation. */
@ExtendWith(ArquillianExtension.class)
class ConsultationsIT {

    private static final String BASE = "http://localhost:" + System.getProperty("it.http.port");
    private static final String LIST = "/t/alfa/consultations";
    private static final String ANNA = "01900052-0000-7000-8000-000000000010";
    private static final String JURIS = "01900052-0000-7000-8000-000000000011";
    private static final String NEW = LIST + "/learners/" + ANNA + "/new";
    private static final Person TEACHER = person("pedagogs", "Pēteris Pedagogs");
    private static final Person DIRECTOR = person("direktore", "Dace Direktore");
    private static final Person MOTHER = person("mamma", "Māra Mamma");
    private static final LocalDate TODAY = BusinessTime.today(InstantSource.system());

    @Deployment(testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war();
    }

    @BeforeAll
    static void people() throws Exception {
        Town.publishCatalogues();
        run("""
                insert into nation.tenant (id, slug, schema_name, name, kind, locale, state, file_digest) values
                 (gen_random_uuid(), 'alfa', 't_alfa', 'Alfas novads', 'MUNICIPALITY', 'lv', 'ACTIVE', '-')
                 on conflict do nothing;
                set search_path = t_alfa, pg_catalog;
                insert into school values
                 ('01900052-0000-7000-8000-000000000001', null, 'Konsultāciju skola', 'VIDUSSKOLA', null);
                insert into staff values
                 ('01900052-0000-7000-8000-000000000002', 'pedagogs@kons.lv', 'Pēteris', 'Pedagogs'),
                 ('01900052-0000-7000-8000-000000000003', 'direktore@kons.lv', 'Dace', 'Direktore');
                insert into staff_role (id, staff_id, role, school_id, provider_role, valid_from) values
                 (gen_random_uuid(), '01900052-0000-7000-8000-000000000002', 'PROVIDER',
                  '01900052-0000-7000-8000-000000000001', 'EDUCATOR', '2020-01-01'),
                 (gen_random_uuid(), '01900052-0000-7000-8000-000000000003', 'SCHOOL_DIRECTOR',
                  '01900052-0000-7000-8000-000000000001', null, '2020-01-01');
                insert into guardian values ('01900052-0000-7000-8000-000000000007', 'mamma@kons.lv', 'Māra', 'Mamma')""");
        SupportedPair.plant("01900052", "KONS", new String[]{"Konsultējamā", "Konsultējamais"}, TODAY.minusDays(60));
    }

    @BeforeEach
    void nothing_was_held() throws SQLException {
        run("delete from t_alfa.consultation_code where consultation_id in (select id from t_alfa.consultation where"
                + " learner_id in ('" + ANNA + "', '" + JURIS + "'));"
                + "delete from t_alfa.consultation where learner_id in ('" + ANNA + "', '" + JURIS + "');"
                + "delete from t_alfa.consultation_order where school_id = '01900052-0000-7000-8000-000000000001'");
    }

    @Test
    void a_held_one_is_written_down_with_two_clicks_and_confirmed_by_the_mother_once() throws Exception {
        String list = Window.get(LIST, TEACHER, Window.PAGE).body();
        String link = NEW + "?measure=" + measure(ANNA);
        assertThat(list).contains("href=\"" + link + "\"", "Anna-Elizabete Konsultējamā (9.a)", "0 no 100");
        String form = Window.get(link, TEACHER, Window.PAGE).body();
        assertThat(form).contains("value=\"" + TODAY + "\"", "value=\"40\"", "value=\"Matemātika\"",
                "value=\"" + measure(ANNA) + "\"");
        HttpResponse<String> recorded = Window.form(NEW, "measures=" + measure(ANNA) + "&heldOn=" + day(-1)
                + "&startsAt=14:00&minutes=40&subject=Algebra&mode=IN_PERSON", TEACHER, Window.token(form));
        assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(303);
        String at = LIST + "/" + one("id", "subject = 'Algebra'");

        assertThat(Window.get(at, TEACHER, Window.PAGE).body()).contains("Notikusi, jāapstiprina", at + "/code")
            .doesNotContain(at + "/confirmation");
        HttpResponse<String> hers = Window.get(at, MOTHER, Window.JSON);
        assertThat(hers.headers().firstValue("ETag")).isPresent();
        assertThat(json(hers).getJsonArray("acts").toString()).isEqualTo("[\"CONFIRM\"]");
        String page = Window.get(at, MOTHER, Window.PAGE).body();
        assertThat(page).contains("Pēteris Pedagogs", at + "/confirmation").doesNotContain(at + "/cancellation");
        HttpResponse<String> confirmed = Window.form(at + "/confirmation",
                "version=" + json(hers).getInt("version"), MOTHER, Window.token(page));
        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(303);
        assertThat(one("confirmed_by", "subject = 'Algebra'")).isEqualTo("GUARDIAN");
        assertThat(act(at + "/confirmation", MOTHER, "*", "{}").statusCode()).isEqualTo(412);
        assertThat(act(at + "/confirmation", MOTHER, etag(at), "{}").statusCode()).isEqualTo(409);
    }

    @Test
    void a_session_is_written_down_once_for_all_of_its_learners() throws Exception {
        String both = "measure=" + measure(ANNA) + "&measure=" + measure(JURIS);
        String form = Window.get(LIST + "/sessions/new?" + both, TEACHER, Window.PAGE).body();
        assertThat(form).contains("Anna-Elizabete Konsultējamā, Juris Konsultējamais");
        HttpResponse<String> written = Window.post(LIST + "/sessions/new", record(measure(ANNA) + "," + measure(JURIS),
                day(-1), "10:00", "Grupa"), TEACHER);
        assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
        assertThat(one("count(*) || ' ' || count(distinct session_id) || ' ' || count(*) filter (where leads)",
                "subject = 'Grupa'"))
            .isEqualTo("2 1 1");
        assertThat(Window.post(NEW, record(measure(ANNA), day(-1), "10:20", "Vēl"), TEACHER).body())
            .contains("urn:pumpurs:problem:consultation-provider-taken", "startsAt");
    }

    @Test
    void a_planned_one_is_moved_held_missed_or_called_off_in_the_version_that_was_read() throws Exception {
        LocalDate next = day(1);
        String planned = record(measure(ANNA), next, "10:00", "Plāns").replace("}", ",\"planned\":true}");
        assertThat(Window.post(NEW, planned, TEACHER).statusCode()).isEqualTo(201);
        String at = LIST + "/" + one("id", "subject = 'Plāns'");
        assertThat(act(at + "/holding", TEACHER, null, "{}").statusCode()).isEqualTo(428);
        assertThat(act(at + "/holding", TEACHER, "\"99\"", "{}").statusCode()).isEqualTo(412);
        assertThat(act(at + "/holding", TEACHER, etag(at), "{}").body()).contains("consultation-in-future");
        assertThat(act(at + "/cancellation", MOTHER, etag(at), "{\"reason\":\"x\"}").statusCode()).isEqualTo(403);

        HttpResponse<String> moved = act(at + "/moving", TEACHER, etag(at),
                "{\"heldOn\":\"%s\",\"startsAt\":\"10:20\",\"minutes\":40}".formatted(next));
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(303);
        assertThat(json(Window.get(at, TEACHER, Window.JSON)).getJsonObject("course").getString("state"))
            .isEqualTo("RESCHEDULED");
        String now = LIST + "/" + one("id", "state = 'PLANNED'");
        assertThat(moved.headers().firstValue("Location").orElseThrow()).endsWith(now);
        HttpResponse<String> off = act(now + "/cancellation", TEACHER, etag(now), "{\"reason\":\"Slimība\"}");
        assertThat(off.statusCode()).as(off.body()).isEqualTo(303);
        assertThat(Window.get(now, MOTHER, Window.PAGE).body()).contains("Atcelta", "Slimība");
        assertThat(Window.get(LIST + "?state=CANCELLED&learner=" + ANNA, TEACHER, Window.JSON).body())
            .contains("\"total\":1");
        assertThat(Window.get(LIST + "/export/csv?state=CANCELLED", TEACHER, "text/csv").body()).contains("Plāns");
    }

    @Test
    void whoever_holds_the_code_confirms_without_a_login_and_sees_no_name() throws Exception {
        Window.post(NEW, record(measure(ANNA), day(-1), "09:00", "Kods"), TEACHER);
        String at = LIST + "/" + one("id", "subject = 'Kods'");
        JsonObject made = json(act(at + "/code", TEACHER, etag(at), "{}"));
        String door = LIST + "/confirm/" + made.getString("ticket");
        String code = made.getString("code");
        assertThat(one("count(*)", "id::text = '" + at.substring(LIST.length() + 1) + "'")).isEqualTo("1");
        assertThat(anybody(door, null).body()).contains("name=\"code\"").doesNotContain("Konsultējamā", "Kods</dd>");
        HttpResponse<String> wrong = anybody(door, "code=AAAAAAAA&sure=on");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Kods nav derīgs");
        HttpResponse<String> never = anybody(LIST + "/confirm/01900052-0000-7000-8000-0000000000ff", "code=" + code);
        assertThat(never.statusCode()).isEqualTo(422);
        HttpResponse<String> shown = anybody(door, "code=" + code);
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        assertThat(shown.body()).contains("A. E. K.", "name=\"sure\"")
            .doesNotContain("Konsultējamā", "Anna", "Pedagogs");
        assertThat(one("state", "subject = 'Kods'")).isEqualTo("HELD");
        assertThat(anybody(door, "code=" + code + "&sure=on").body()).contains("Paldies");
        assertThat(one("state || confirmed_by", "subject = 'Kods'")).isEqualTo("CONFIRMEDCODE");
        assertThat(anybody(door, "code=" + code + "&sure=on").statusCode()).isEqualTo(422);
        assertThat(anybody(door.replace("/t/alfa/", "/t/nekur/"), null).statusCode()).isEqualTo(404);
    }

    @Test
    void five_wrong_codes_and_the_right_one_is_worth_nothing() throws Exception {
        Window.post(NEW, record(measure(ANNA), day(-1), "09:00", "Kods"), TEACHER);
        String at = LIST + "/" + one("id", "subject = 'Kods'");
        JsonObject made = json(act(at + "/code", TEACHER, etag(at), "{}"));
        String door = LIST + "/confirm/" + made.getString("ticket");
        for (int i = 0; i < 5; i++) {
            assertThat(anybody(door, "code=AAAAAAA" + (i + 2)).statusCode()).isEqualTo(422);
        }
        assertThat(anybody(door, "code=" + made.getString("code")).statusCode()).isEqualTo(422);
    }

    @Test
    void a_remote_one_needs_the_directors_order() throws Exception {
        String remote = record(measure(ANNA), day(-1), "11:00", "Tālu").replace("}", ",\"mode\":\"REMOTE\"}");
        assertThat(Window.post(NEW, remote, TEACHER).body()).contains("consultation-no-order");
        assertThat(Window.get(LIST + "/orders", TEACHER, Window.JSON).statusCode()).isEqualTo(403);
        String page = Window.get(LIST + "/orders/new", DIRECTOR, Window.PAGE).body();
        assertThat(page).contains("Konsultāciju skola", "Pēteris Pedagogs");
        HttpResponse<String> refused = Window.form(LIST + "/orders/new", order("KONS-NAV"), DIRECTOR,
                Window.token(page));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"1-9/7\"", "KONS-NAV", "Konsultāciju skola", "Pārbaudiet šo lauku");
        HttpResponse<String> made = Window.form(LIST + "/orders/new", order("KONS-A"), DIRECTOR,
                Window.token(refused.body()));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        HttpResponse<String> held = Window.post(NEW, remote, TEACHER);
        assertThat(held.statusCode()).as(held.body()).isEqualTo(201);
        assertThat(one("confirm_by = held_on", "subject = 'Tālu'")).isEqualTo("t");
        assertThat(Window.get(LIST + "/orders", DIRECTOR, Window.PAGE).body()).contains("1-9/7", "KONS-A");
        String at = LIST + "/" + one("id", "subject = 'Tālu'");
        assertThat(Window.get(at, MOTHER, Window.PAGE).body()).contains("rīkojums Nr. 1-9/7",
                "Nav laikus apstiprināta");
    }

    private static String order(String plan) {
        return "school=01900052-0000-7000-8000-000000000001&number=1-9/7&orderedOn=%1$s&validFrom=%1$s&validTo=%2$s&plans=%3$s&schools=%4$s"
            .formatted(day(-2), TODAY, plan,
                    Window.encoded("01900052-0000-7000-8000-000000000001Konsultāciju skola"));
    }

    /** So many days of school away; what may be a public holiday in some year is left out. */
    private static LocalDate day(int days) {
        LocalDate day = TODAY;
        for (int left = Math.abs(days); left > 0;) {
            day = day.plusDays(Integer.signum(days));
            left -= mayBeHoliday(day) ? 0 : 1;
        }
        return day;
    }

    private static boolean mayBeHoliday(LocalDate day) {
        boolean easter = day.getMonthValue() >= 3 && day.getMonthValue() <= 6
                && Set.of(1, 5, 7).contains(day.getDayOfWeek().getValue());
        return easter || Set
            .of("01-01", "05-01", "05-04", "05-05", "05-06", "06-23", "06-24", "11-18", "11-19", "11-20",
                    "12-24", "12-25", "12-26", "12-31")
            .contains(day.toString().substring(5));
    }

    private static String record(String measures, LocalDate day, String at, String subject) {
        return "{\"measures\":\"%s\",\"heldOn\":\"%s\",\"startsAt\":\"%s\",\"minutes\":40,\"subject\":\"%s\"}"
            .formatted(measures, day, at, subject);
    }

    private static String etag(String at) throws Exception {
        return Window.get(at, TEACHER, Window.JSON).headers().firstValue("ETag").orElseThrow();
    }

    private static HttpResponse<String> act(String path, Person who, @Nullable String version,
            String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(BASE + path))
            .header("Authorization", "Bearer " + ServersOfTheTests.issuer().tokenFor(who).sign())
            .header("Accept", Window.JSON)
            .header("Content-Type", Window.JSON)
            .POST(BodyPublishers.ofString(body));
        return HttpClient.newHttpClient()
            .send((version == null ? request : request.header("If-Match", version)).build(), BodyHandlers.ofString());
    }

    /** A browser without a login. */
    private static HttpResponse<String> anybody(String path, @Nullable String typed)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(BASE + path)).header("Accept", Window.PAGE);
        if (typed != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", BASE)
                .POST(BodyPublishers.ofString(typed));
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static JsonObject json(HttpResponse<String> answer) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private static String measure(String learner) throws SQLException {
        return value("select m.id::text from t_alfa.planned_measure m join t_alfa.support_plan p on p.id = m.plan_id"
                + " where p.learner_id = '" + learner + "'");
    }

    private static String one(String what, String where) throws SQLException {
        return value("select " + what + " from t_alfa.consultation where provider_id ="
                + " '01900052-0000-7000-8000-000000000002' and " + where);
    }

    private static String value(String query) throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).as(query).isTrue();
            return rows.getString(1);
        }
    }

    private static void run(String script) throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    private static Person person(String name, String shown) {
        return new Person("kons-" + name, name + "@kons.lv", shown, Set.of("alfa"));
    }
}
