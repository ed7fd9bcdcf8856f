package lv.pumpurs.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.server.ServersOfTheTests;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests of data subjects over HTTP: a family takes its file, an administrator forgets somebody without reading a name. */
@ExtendWith(ArquillianExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PrivacyIT {

    private static final String BASE = "http://localhost:" + System.getProperty("it.http.port");
    private static final String CHILD = "01900045-0000-7000-8000-000000000010";
    private static final String GONE = "01900045-0000-7000-8000-000000000011";
    private static final String PLAN = "01900045-0000-7000-8000-000000000020";
    private static final String FILE = "/t/alfa/learners/" + CHILD + "/archive";
    private static final String SUBJECT = "/t/alfa/subjects/" + GONE;
    private static final String REASON = "{\"reason\":\"Vecāku iesniegums par datiem\"}";

    @Deployment(testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war();
    }

    @BeforeAll
    static void people() throws Exception {
        Town.publishCatalogues();
        run("""
                set search_path = t_alfa, pg_catalog;
                insert into school values ('01900045-0000-7000-8000-000000000001', null, 'Privātuma skola', 'VIDUSSKOLA', null);
                insert into staff values
                 ('01900045-0000-7000-8000-000000000002', 'koordinatore@privats.lv', 'Kaija', 'Koordinatore'),
                 ('01900045-0000-7000-8000-000000000003', 'admins@privats.lv', 'Aldis', 'Administrators'),
                 ('01900045-0000-7000-8000-000000000004', 'pasvaldiba@privats.lv', 'Paula', 'Pašvaldība');
                insert into staff_role (id, staff_id, role, school_id, valid_from) values
                 (gen_random_uuid(), '01900045-0000-7000-8000-000000000002', 'SCHOOL_COORDINATOR',
                  '01900045-0000-7000-8000-000000000001', '2020-01-01'),
                 (gen_random_uuid(), '01900045-0000-7000-8000-000000000003', 'TENANT_ADMIN', null, '2020-01-01'),
                 (gen_random_uuid(), '01900045-0000-7000-8000-000000000004', 'TENANT_COORDINATOR', null, '2020-01-01');
                begin;
                insert into learner (id, given_name, family_name, search_name, latest_enrolment_id, version) values
                 ('01900045-0000-7000-8000-000000000010', 'Ķikuts', 'Datiņš', 'kikuts datins',
                  '01900045-0000-7000-8000-000000000012', 1),
                 ('01900045-0000-7000-8000-000000000011', 'Zūdošais', 'Šķēlēns', 'zudosais skelens',
                  '01900045-0000-7000-8000-000000000013', 1);
                insert into enrolment values
                 ('01900045-0000-7000-8000-000000000012', '01900045-0000-7000-8000-000000000010',
                  '01900045-0000-7000-8000-000000000001', '2020/2021', '9.a', 9, false, null, '2020-09-01', null),
                 ('01900045-0000-7000-8000-000000000013', '01900045-0000-7000-8000-000000000011',
                  '01900045-0000-7000-8000-000000000001', '2020/2021', '9.b', 9, false, null, '2020-09-01', null);
                insert into guardian values
                 ('01900045-0000-7000-8000-000000000006', 'mamma@privats.lv', 'Māra', 'Mamma'),
                 ('01900045-0000-7000-8000-000000000007', 'svesa@privats.lv', 'Svetlana', 'Sveša');
                insert into guardianship values
                 (gen_random_uuid(), '01900045-0000-7000-8000-000000000006', '01900045-0000-7000-8000-000000000010',
                  'PARENT', '2020-01-01', null),
                 (gen_random_uuid(), '01900045-0000-7000-8000-000000000007', '01900045-0000-7000-8000-000000000011',
                  'PARENT', '2020-01-01', null);
                insert into support_plan (id, code, learner_id, school_id, semester, programme, author_id, state, approved_on,
                  active_from, active_to, strengths, version)
                 select v.id::uuid, v.code, v.learner::uuid, '01900045-0000-7000-8000-000000000001', '2020/2021-1', 'PUMPURS',
                  '01900045-0000-7000-8000-000000000002', 'ACTIVE', '2020-09-10', '2020-09-10', '2020-12-18', v.words, 1
                 from (values ('01900045-0000-7000-8000-000000000020', 'PRI-2020-1-7777',
                               '01900045-0000-7000-8000-000000000011', 'Zūdošais labi dzied'),
                              ('01900045-0000-7000-8000-000000000021', 'PRI-2020-1-7778',
                               '01900045-0000-7000-8000-000000000010', 'Ķikuts zīmē <ļoti> labi')) v(id, code, learner, words);
                insert into plan_risk values (gen_random_uuid(), '01900045-0000-7000-8000-000000000021',
                 (select min(code) from risk where special_category = 'ART9'), 'HIGH', 'Ārsta izziņa', null, null);
                insert into consultation values (gen_random_uuid(), '01900045-0000-7000-8000-000000000010',
                 '01900045-0000-7000-8000-000000000002', '2020-10-03', 'Daļskaitļi', 40);
                commit""");
    }

    @Test
    void a_family_takes_everything_kept_about_its_child_as_one_file() throws Exception {
        assertThat(Window.get("/t/alfa/family", person("mamma"), Window.PAGE).body()).contains("href=\"" + FILE + "\"");
        HttpResponse<byte[]> answer = file("mamma");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
            .matches("attachment; filename=\"dati-\\d{4}-\\d{2}-\\d{2}\\.zip\"");
        Map<String, String> entries = entries(answer.body());
        assertThat(entries.keySet()).containsExactly("izraksts.html", "dati.json");
        assertThat(entries.get("izraksts.html")).contains("Ķikuts Datiņš", "zīmē &lt;ļoti&gt; labi", "Ārsta izziņa",
                "Daļskaitļi", "Individuālais atbalsta plāns", "Kas lietu ir atvēris")
            .doesNotContain("audit.", "plan.state.", "Zūdošais", "privats.lv");
        try (var reader = Json.createReader(new StringReader(entries.get("dati.json")))) {
            JsonObject json = reader.readObject();
            assertThat(json.getString("about")).isEqualTo("Ķikuts Datiņš");
            JsonObject plan = section(json, "support_plan");
            JsonObject row = plan.getJsonArray("rows").getJsonObject(0);
            assertThat(row.getString("strengths")).isEqualTo("Ķikuts zīmē <ļoti> labi");
            assertThat(row.getString("state")).isEqualTo("ACTIVE");
            assertThat(row.getString("active_from")).isEqualTo("2020-09-10");
            assertThat(plan.getJsonObject("fields").getJsonObject("state").getString("en")).isEqualTo("State");
            assertThat(section(json, "consultation").getJsonArray("rows").getJsonObject(0).getInt("minutes"))
                .isEqualTo(40);
        }
        assertThat(
                one("select count(*)::text from t_alfa.read_log where permission = 'subject:export' and learner_id = '"
                        + CHILD + "' and person = '01900045-0000-7000-8000-000000000006'"))
            .isNotEqualTo("0");
        assertThat(Window.get("/t/alfa/learners/" + CHILD + "/readers", person("mamma"), Window.PAGE).body())
            .contains("Viss par izglītojamo vienā datnē");
    }

    @Test
    void the_coordinator_of_the_school_hands_out_the_same_file_and_nobody_else_does() throws Exception {
        assertThat(entries(file("koordinatore").body()).get("dati.json")).contains("Ārsta izziņa");
        assertThat(file("svesa").statusCode()).isEqualTo(404);
        assertThat(file("admins").statusCode()).isEqualTo(403);
        assertThat(file("pasvaldiba").statusCode()).isEqualTo(403);
    }

    @Test
    void an_administrator_finds_a_learner_by_the_whole_name_and_is_shown_none() throws Exception {
        Person admin = person("admins");
        String page = Window.get("/t/alfa/subjects", admin, Window.PAGE).body();
        HttpResponse<String> found = Window.form("/t/alfa/subjects/search",
                "name=" + Window.encoded("zudosais ŠĶĒLĒNS"),
                admin, Window.token(page));
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).contains("href=\"" + SUBJECT + "\"", "Privātuma skola", "9.b")
            .doesNotContain("Zūdošais", "Šķēlēns");
        assertThat(Window.post("/t/alfa/subjects/search", "{\"name\":\"Zūdošais\"}", admin).body())
            .contains("\"found\":[]");
        String one = Window.get(SUBJECT, admin, Window.PAGE).body();
        assertThat(one).contains("Privātuma skola", "Izglītojamajam ir atvērts vai ierosināts plāns")
            .doesNotContain("Zūdošais", "Šķēlēns", "dzied", "PRI-2020", SUBJECT + "/anonymisation");
        for (String path : Set.of("/t/alfa/subjects", SUBJECT, "/t/alfa/retention")) {
            assertThat(Window.get(path, person("koordinatore"), Window.PAGE).statusCode()).as(path).isEqualTo(403);
        }
    }

    /** The steps of one request in their order: refused, held, done, and what everybody sees afterwards. */
    @Test
    @Order(Integer.MAX_VALUE)
    void somebody_is_forgotten_once_no_plan_is_open_and_nothing_must_be_kept() throws Exception {
        Person admin = person("admins");
        assertThat(forget("{\"reason\":\"īss\"}")).isEqualTo("400");
        assertThat(forget("{\"reason\":\"xxxxxxxxxxxx\"}")).isEqualTo("422 subject-reason");
        assertThat(forget(REASON)).isEqualTo("409 subject-plan-open");
        run("""
                update t_alfa.support_plan set state = 'TERMINATED', terminated_on = '2020-11-01', reason = 'Zūdošais pārceļas'
                where id = '01900045-0000-7000-8000-000000000020'""");
        assertThat(Window.post(SUBJECT + "/hold/end", "{}", admin).statusCode()).isEqualTo(409);
        String form = Window.get(SUBJECT + "/hold", admin, Window.PAGE).body();
        assertThat(Window.form(SUBJECT + "/hold", "reason=" + Window.encoded("Revīzija līdz gada beigām"), admin,
                Window.token(form))
            .statusCode()).isEqualTo(303);
        assertThat(Window.get("/t/alfa/retention", admin, Window.PAGE).body()).contains("Revīzija līdz gada beigām");
        assertThat(forget(REASON)).isEqualTo("409 subject-held");
        assertThat(Window.post(SUBJECT + "/hold/end", "{}", admin).statusCode()).isEqualTo(303);

        assertThat(forget(REASON)).isEqualTo("303");
        assertThat(forget(REASON)).isEqualTo("404");
        assertThat(Window.get("/t/alfa/subjects", admin, Window.PAGE).body()).contains("Anonimizēts pēc pieprasījuma",
                "Aldis Administrators");
        Person coordinator = person("koordinatore");
        assertThat(Window.get("/t/alfa/learners/" + GONE, coordinator, Window.PAGE).statusCode()).isEqualTo(404);
        assertThat(Window.get("/t/alfa/learners", coordinator, Window.PAGE).body()).contains("Datiņš")
            .doesNotContain("Šķēlēns", "Anonimizēts");
        for (String path : Set.of("/t/alfa/plans/" + PLAN, "/t/alfa/plans?state=TERMINATED",
                "/t/alfa/plans/" + PLAN + "/pdf")) {
            HttpResponse<String> plan = Window.get(path, coordinator, Window.PAGE);
            assertThat(plan.statusCode()).as(path).isEqualTo(200);
            assertThat(plan.body()).as(path).doesNotContain("Zūdošais", "PRI-2020-1-7777");
        }
        String log = Window.get("/t/alfa/log?kind=support_plan", person("pasvaldiba"), Window.PAGE).body();
        assertThat(log).contains("Saturs dzēsts, jo dati ir anonimizēti.").doesNotContain("dzied", "PRI-2020-1-7777");
        assertThat(Window.get("/t/alfa/log/export/csv?kind=support_plan", person("pasvaldiba"), Window.PAGE).body())
            .contains("Saturs dzēsts")
            .doesNotContain("dzied");
    }

    @ParameterizedTest
    @CsvSource({"10,PLAN_END,2099-01-01,303", "0,PLAN_END,2099-01-01,400", "76,PLAN_END,2099-01-01,400",
            "10,NEVER,2099-01-01,400", "10,PLAN_END,2020-01-01,422"})
    void how_long_plans_are_kept_is_set_from_today_or_later(int years, String from, String since, int status)
            throws Exception {
        assertThat(Window.post("/t/alfa/retention/PUMPURS", "{\"years\":" + years + ",\"countedFrom\":\"" + from
                + "\",\"validFrom\":\"" + since + "\"}", person("admins"))
            .statusCode()).isEqualTo(status);
        assertThat(Window.get("/t/alfa/retention/NEKAS", person("admins"), Window.PAGE).statusCode()).isEqualTo(404);
    }

    /** The status, and the problem if the answer names one of ours. */
    private static String forget(String json) throws Exception {
        HttpResponse<String> answer = Window.post(SUBJECT + "/anonymisation", json, person("admins"));
        for (String problem : Set.of("subject-reason", "subject-plan-open", "subject-held")) {
            if (answer.body().contains(problem)) {
                return answer.statusCode() + " " + problem;
            }
        }
        return String.valueOf(answer.statusCode());
    }

    private static JsonObject section(JsonObject json, String name) {
        return json.getJsonArray("sections")
            .stream()
            .map(JsonValue::asJsonObject)
            .filter(one -> one.getString("name").equals(name))
            .findFirst()
            .orElseThrow();
    }

    private static HttpResponse<byte[]> file(String who) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(BASE + FILE))
                .header("Authorization", "Bearer " + ServersOfTheTests.issuer().tokenFor(person(who)).sign())
                .header("Accept", "text/html,*/*;q=0.8")
                .build(), BodyHandlers.ofByteArray());
        }
    }

    private static Map<String, String> entries(byte[] zip) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private static Person person(String who) {
        return new Person("privacy-" + who, who + "@privats.lv", who, Set.of("alfa"));
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
