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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Set;
import java.util.zip.ZipFile;
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
import org.junit.jupiter.api.io.TempDir;

/** Monthly sheets over HTTP, as a browser and as a program: from the provider's month until they are paid for. */
@ExtendWith(ArquillianExtension.class)
class SheetsIT {

    private static final String BASE = "http://localhost:" + System.getProperty("it.http.port");
    private static final String LIST = "/t/alfa/consultations";
    private static final String SHEETS = LIST + "/sheets";
    private static final String ANNA = "01900053-0000-7000-8000-000000000010";
    private static final String JURIS = "01900053-0000-7000-8000-000000000011";
    private static final Person TEACHER = person("pedagoge", "Paula Pedagoge");
    private static final Person SCHOOL = person("koordinatore", "Kristīne Koordinatore");
    private static final Person ELSEWHERE = person("citur", "Cita Koordinatore");
    private static final Person MUNICIPALITY = person("novads", "Nora Novadniece");
    private static final Person MOTHER = person("mate", "Milda Māte");
    private static final YearMonth MONTH = YearMonth.from(BusinessTime.today(InstantSource.system())).minusMonths(1);

    @TempDir
    Path folder = Path.of("set by the test engine");

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
                 ('01900053-0000-7000-8000-000000000001', null, 'Veidlapu skola', 'VIDUSSKOLA', null),
                 ('01900053-0000-7000-8000-000000000009', null, 'Veidlapu cita skola', 'VIDUSSKOLA', null);
                insert into staff values
                 ('01900053-0000-7000-8000-000000000002', 'pedagoge@lapa.lv', 'Paula', 'Pedagoge'),
                 ('01900053-0000-7000-8000-000000000003', 'koordinatore@lapa.lv', 'Kristīne', 'Koordinatore'),
                 ('01900053-0000-7000-8000-000000000004', 'novads@lapa.lv', 'Nora', 'Novadniece'),
                 ('01900053-0000-7000-8000-000000000005', 'citur@lapa.lv', 'Cita', 'Koordinatore');
                insert into staff_role (id, staff_id, role, school_id, provider_role, valid_from) values
                 (gen_random_uuid(), '01900053-0000-7000-8000-000000000002', 'PROVIDER',
                  '01900053-0000-7000-8000-000000000001', 'EDUCATOR', '2020-01-01'),
                 (gen_random_uuid(), '01900053-0000-7000-8000-000000000003', 'SCHOOL_COORDINATOR',
                  '01900053-0000-7000-8000-000000000001', null, '2020-01-01'),
                 (gen_random_uuid(), '01900053-0000-7000-8000-000000000005', 'SCHOOL_COORDINATOR',
                  '01900053-0000-7000-8000-000000000009', null, '2020-01-01'),
                 (gen_random_uuid(), '01900053-0000-7000-8000-000000000004', 'TENANT_COORDINATOR', null, null, '2020-01-01');
                insert into guardian values ('01900053-0000-7000-8000-000000000007', 'mate@lapa.lv', 'Milda', 'Māte')""");
        SupportedPair.plant("01900053", "LAPA", new String[]{"Veidlape", "Veidlapis"}, MONTH.atDay(1).minusDays(60));
    }

    /** A group of both, and one more with Anna alone; nobody has handed anything in. */
    @BeforeEach
    void a_month_of_three_confirmed_consultations() throws SQLException {
        run("""
                set search_path = t_alfa, pg_catalog;
                delete from consultation where learner_id in ('%1$s', '%2$s');
                delete from consultation_sheet where learner_id in ('%1$s', '%2$s');
                insert into consultation (id, session_id, leads, learner_id, provider_id, held_on, subject, minutes,
                  school_id, plan_id, measure_id, starts_at, quantity, state, confirm_by, confirmed_on, confirmed_by)
                 select gen_random_uuid(), d.session::uuid, d.leads, p.learner_id, m.provider_id, '%3$s'::date + d.day,
                  d.subject, 40, p.school_id, p.id, m.id, d.at::time, 1, 'CONFIRMED', '%3$s'::date + d.day + 7,
                  '%3$s'::date + d.day, 'CODE'
                 from support_plan p join planned_measure m on m.plan_id = p.id,
                 (values ('01900053-0000-7000-8000-0000000000a1', true, 1, 'Grupa', '10:00', 'LAPA-A'),
                         ('01900053-0000-7000-8000-0000000000a1', false, 1, 'Grupa', '10:00', 'LAPA-J'),
                         ('01900053-0000-7000-8000-0000000000a2', true, 2, 'Algebra', '14:00', 'LAPA-A'))
                  d (session, leads, day, subject, at, code) where d.code = p.code""".formatted(ANNA, JURIS,
                MONTH.atDay(1)));
    }

    @Test
    void a_month_is_handed_in_with_one_click_and_a_second_click_does_nothing() throws Exception {
        String page = Window.get(LIST + "/month?month=" + MONTH, TEACHER, Window.PAGE).body();
        assertThat(page).contains("Anna-Elizabete Veidlape (9.a)", "LAPA-J", "Iesniegt mēnesi");
        HttpResponse<String> first = Window.form(LIST + "/month", "month=" + MONTH, TEACHER, Window.token(page));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(303);
        assertThat(first.headers().firstValue("Location").orElseThrow()).endsWith("/month?month=" + MONTH);
        Window.form(LIST + "/month", "month=" + MONTH, TEACHER, Window.token(page));
        assertThat(one("count(*) || ' ' || max(number)")).isEqualTo("2 1");
        assertThat(Window.get(LIST + "/month?month=" + MONTH, TEACHER, Window.PAGE).body()).contains("Iesniegta")
            .doesNotContain("Iesniegt mēnesi");
        HttpResponse<String> again = Window.post(LIST + "/month", "{\"month\":\"" + MONTH + "\"}", TEACHER);
        assertThat(again.body()).contains("urn:pumpurs:problem:consultation-sheet-empty");
        assertThat(Window.post(LIST + "/month", "{\"month\":\"kad\"}", TEACHER).statusCode()).isEqualTo(422);
        assertThat(Window.post(LIST + "/month", "{\"month\":\"" + MONTH + "\"}", SCHOOL).statusCode()).isEqualTo(403);
        assertThat(Window.get(LIST + "?state=SUBMITTED", TEACHER, Window.JSON).body()).contains("\"total\":3");
    }

    @Test
    void what_is_still_planned_is_warned_of_and_whoever_knows_it_goes_on() throws Exception {
        run("update t_alfa.consultation set state = 'PLANNED', confirm_by = null, confirmed_on = null, confirmed_by = null"
                + " where subject = 'Algebra' and provider_id = '01900053-0000-7000-8000-000000000002'");
        String page = Window.get(LIST + "/month?month=" + MONTH, TEACHER, Window.PAGE).body();
        HttpResponse<String> warned = Window.form(LIST + "/month", "month=" + MONTH, TEACHER, Window.token(page));
        assertThat(warned.statusCode()).isEqualTo(422);
        assertThat(warned.body()).contains("name=\"known\"", "value=\"" + MONTH + "\"", "Zinu un tomēr turpinu");
        assertThat(Window.form(LIST + "/month", "month=" + MONTH + "&known=on", TEACHER,
                Window.token(warned.body()))
            .statusCode()).isEqualTo(303);
        assertThat(one("count(*)")).isEqualTo("2");
    }

    @Test
    void the_school_verifies_many_the_municipality_accepts_pays_and_disallows_and_nobody_else() throws Exception {
        handIn();
        String list = Window.get(SHEETS + "?month=" + MONTH, SCHOOL, Window.PAGE).body();
        assertThat(list).contains("Anna-Elizabete Veidlape", "Paula Pedagoge", "name=\"sheets\"");
        String both = "sheets=" + Window.encoded(read(ANNA)) + "&sheets=" + Window.encoded(read(JURIS));
        assertThat(Window.form(LIST + "/decisions/acceptance", both, SCHOOL, Window.token(list)).statusCode())
            .isEqualTo(403);
        HttpResponse<String> early = decide("acceptance", MUNICIPALITY, read(ANNA));
        assertThat(early.body()).contains("consultation-sheet-wrong-stage");
        assertThat(decide("verification", ELSEWHERE, read(ANNA)).body()).contains("consultation-sheet-unknown");
        HttpResponse<String> verified = Window.form(LIST + "/decisions/verification",
                both.replaceFirst("%3A\\d+$", "%3A99"), SCHOOL, Window.token(list));
        assertThat(verified.statusCode()).as(verified.body()).isEqualTo(200);
        assertThat(verified.body()).contains("1 veidlapa virzīta tālāk", "LAPA-J",
                "Kopš atvērāt sarakstu, KA veidlapa ir mainīta");
        assertThat(stage(ANNA) + stage(JURIS)).isEqualTo("VERIFIEDSUBMITTED");
        assertThat(Window.get(LIST + "/decisions/verification", SCHOOL, Window.JSON).body()).contains("LAPA-J")
            .doesNotContain("LAPA-A");

        assertThat(decide("verification", TEACHER, read(JURIS)).statusCode()).isEqualTo(403);
        assertThat(decide("acceptance", MUNICIPALITY, read(ANNA)).statusCode()).isEqualTo(200);
        assertThat(stage(ANNA)).isEqualTo("ACCEPTED");
        assertThat(decide("payment", MUNICIPALITY, read(ANNA)).statusCode()).isEqualTo(200);
        assertThat(stage(ANNA)).isEqualTo("PAID");

        String at = LIST + "/" + value("select id from t_alfa.consultation where subject = 'Algebra'"
                + " and learner_id = '" + ANNA + "'");
        String paid = Window.get(at, MUNICIPALITY, Window.PAGE).body();
        assertThat(paid).contains("Apmaksāta", at + "/disallowance");
        assertThat(act(at + "/disallowance", SCHOOL, etag(at, SCHOOL), "{\"reason\":\"x\"}").statusCode())
            .isEqualTo(403);
        assertThat(act(at + "/disallowance", MUNICIPALITY, null, "{\"reason\":\"x\"}").statusCode()).isEqualTo(428);
        String form = Window.get(at + "/disallowance", MUNICIPALITY, Window.PAGE).body();
        HttpResponse<String> blank = Window.form(at + "/disallowance", "version=" + version(form) + "&reason=",
                MUNICIPALITY, Window.token(form));
        assertThat(blank.statusCode()).isEqualTo(400);
        assertThat(Window.form(at + "/disallowance", "version=" + version(form) + "&reason=P%C4%81rbaude", MUNICIPALITY,
                Window.token(blank.body()))
            .statusCode()).isEqualTo(303);
        assertThat(Window.get(at, MOTHER, Window.PAGE).body()).contains("Neattiecināma", "Pārbaude");
        assertThat(json(Window.get(sheet(ANNA), MOTHER, Window.JSON)).getJsonObject("head")
            .getJsonObject("sums")
            .getInt("consultations")).isEqualTo(1);
    }

    @Test
    void a_sheet_is_returned_with_a_reason_corrected_and_handed_in_again() throws Exception {
        handIn();
        String back = sheet(ANNA) + "/return";
        String at = LIST + "/" + value("select id from t_alfa.consultation where subject = 'Algebra'"
                + " and learner_id = '" + ANNA + "'");
        assertThat(act(at + "/cancellation", TEACHER, etag(at, TEACHER), "{\"reason\":\"Kļūda\"}").statusCode())
            .as("frozen")
            .isEqualTo(409);
        assertThat(act(back, TEACHER, "\"1\"", "{\"reason\":\"x\"}").statusCode()).isEqualTo(403);
        assertThat(act(back, ELSEWHERE, "\"1\"", "{\"reason\":\"x\"}").statusCode()).isEqualTo(404);
        assertThat(act(back, MUNICIPALITY, etag(sheet(ANNA), MUNICIPALITY), "{\"reason\":\"x\"}").statusCode())
            .as("it is the school's step")
            .isEqualTo(409);
        assertThat(act(back, SCHOOL, null, "{\"reason\":\"x\"}").statusCode()).isEqualTo(428);
        assertThat(act(back, SCHOOL, "\"99\"", "{\"reason\":\"x\"}").statusCode()).isEqualTo(412);
        assertThat(act(back, SCHOOL, etag(sheet(ANNA), SCHOOL), "{\"reason\":\" \"}").statusCode()).isEqualTo(400);
        String form = Window.get(back, SCHOOL, Window.PAGE).body();
        HttpResponse<String> returned = Window.form(back, "version=" + version(form) + "&reason=Algebra+nenotika",
                SCHOOL, Window.token(form));
        assertThat(returned.statusCode()).as(returned.body()).isEqualTo(303);
        assertThat(Window.get(LIST + "/month?month=" + MONTH, TEACHER, Window.PAGE).body())
            .contains("Algebra nenotika", "Atdota labošanai", "Iesniegt mēnesi");
        assertThat(Window.get(sheet(ANNA), MOTHER, Window.PAGE).body()).contains("Atdota labošanai")
            .doesNotContain("Algebra nenotika");
        assertThat(Window.get("/t/alfa", TEACHER, Window.PAGE).body()).contains("KA veidlapas, kas atdotas labošanai");

        String own = Window.get(at + "/cancellation", TEACHER, Window.PAGE).body();
        assertThat(own).contains("Ierakstīta kļūdas pēc");
        assertThat(Window.form(at + "/cancellation", "version=" + version(own) + "&reason=Nenotika", TEACHER,
                Window.token(own))
            .statusCode()).isEqualTo(303);
        assertThat(Window.get(at, TEACHER, Window.PAGE).body()).contains("Atcelta", "Nenotika");
        handIn();
        assertThat(stage(ANNA)).isEqualTo("SUBMITTED");
        assertThat(json(Window.get(sheet(ANNA), TEACHER, Window.JSON)).getJsonArray("rows")).hasSize(1);
    }

    @Test
    void a_family_reads_its_childs_sheet_and_neither_another_ones_nor_the_timesheet() throws Exception {
        handIn();
        assertThat(Window.get(SHEETS, MOTHER, Window.JSON).body())
            .contains("LAPA-A", "\"month\":\"" + MONTH + "\"")
            .doesNotContain("LAPA-J");
        assertThat(Window.get(sheet(JURIS), MOTHER, Window.JSON).statusCode()).isEqualTo(404);
        assertThat(Window.get(sheet(ANNA) + "/timesheet", MOTHER, Window.JSON).statusCode()).isEqualTo(403);
        assertThat(Window.get(sheet(ANNA), ELSEWHERE, Window.JSON).statusCode()).isEqualTo(404);
        assertThat(Window.get("/t/beta" + sheet(ANNA).substring(7), SCHOOL, Window.JSON).statusCode()).isEqualTo(404);
        JsonObject time = json(Window.get(sheet(ANNA) + "/timesheet", SCHOOL, Window.JSON));
        assertThat(time.getJsonObject("total").getInt("minutes")).as("the group once").isEqualTo(80);
        assertThat(Window.get(sheet(ANNA) + "/timesheet", SCHOOL, Window.PAGE).body()).contains("LAPA-A, LAPA-J");
    }

    @Test
    void a_sheet_and_its_timesheet_go_out_on_paper_and_as_tables() throws Exception {
        handIn();
        for (String what : new String[]{sheet(ANNA), sheet(ANNA) + "/timesheet"}) {
            HttpResponse<byte[]> paper = file(what + "/pdf");
            assertThat(paper.statusCode()).isEqualTo(200);
            assertThat(new String(paper.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
            HttpResponse<byte[]> book = file(what + "/export/xlsx");
            assertThat(cells(book.body())).contains("Algebra", "Grupa", "LAPA-A");
            assertThat(new String(file(what + "/export/csv").body(), StandardCharsets.UTF_8)).contains("Algebra",
                    "Klātienē");
        }
        assertThat(file(sheet(ANNA) + "/pdf").headers().firstValue("Content-Disposition").orElseThrow())
            .contains("ka-veidlapa.pdf");
    }

    private static void handIn() throws Exception {
        HttpResponse<String> done = Window.post(LIST + "/month", "{\"month\":\"" + MONTH + "\"}", TEACHER);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    }

    private static HttpResponse<String> decide(String act, Person who, String sheet) throws Exception {
        return Window.post(LIST + "/decisions/" + act, "{\"sheets\":[\"" + sheet + "\"]}", who);
    }

    /** What a list would send of a learner's sheet. */
    private static String read(String learner) throws SQLException {
        return value("select id || ':' || version from t_alfa.consultation_sheet where learner_id = '" + learner + "'");
    }

    private static String sheet(String learner) throws SQLException {
        return SHEETS + "/" + value("select id from t_alfa.consultation_sheet where learner_id = '" + learner + "'");
    }

    private static String stage(String learner) throws SQLException {
        return value("select stage from t_alfa.consultation_sheet where learner_id = '" + learner + "'");
    }

    private static String version(String form) {
        return form.replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
    }

    private String cells(byte[] book) throws Exception {
        Path file = Files.write(folder.resolve("list.xlsx"), book);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }

    private static String etag(String at, Person who) throws Exception {
        return Window.get(at, who, Window.JSON).headers().firstValue("ETag").orElseThrow();
    }

    private static HttpResponse<byte[]> file(String path) throws Exception {
        return HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(URI.create(BASE + path))
                .header("Authorization", "Bearer " + ServersOfTheTests.issuer().tokenFor(SCHOOL).sign())
                .build(), BodyHandlers.ofByteArray());
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

    private static JsonObject json(HttpResponse<String> answer) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private static String one(String what) throws SQLException {
        return value("select " + what + " from t_alfa.consultation_sheet where provider_id ="
                + " '01900053-0000-7000-8000-000000000002'");
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
        return new Person("lapa-" + name, name + "@lapa.lv", shown, Set.of("alfa"));
    }
}
