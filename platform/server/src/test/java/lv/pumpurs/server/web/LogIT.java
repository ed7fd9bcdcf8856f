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
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lv.pumpurs.core.fixture.Town;
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

/** Who read and who changed, over HTTP: each page leaves one record, and the tenant's people read the log in words. */
@ExtendWith(ArquillianExtension.class)
class LogIT {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String BASE = "http://localhost:" + System.getProperty("it.http.port");
    private static final String LEARNER = "0190000c-0000-7000-8000-000000000010";
    private static final String STRANGER = "0190000c-0000-7000-8000-000000000011";
    private static final String CONSULTATION = "/t/alfa/consultations/learners/" + LEARNER + "/new";
    private static final Person OPERATOR = new Person("log-op", "log@operator.lv", "Olga Operatore", Set.of());

    private final HttpClient client = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war()
            .addClasses(Forgetful.class, Forgetful.Shown.class);
    }

    @BeforeAll
    static void people() throws Exception {
        Town.publishCatalogues();
        sql("""
                insert into nation.tenant (id, slug, schema_name, name, kind, locale, state, file_digest) values
                 (gen_random_uuid(), 'alfa', 't_alfa', 'Alfas novads', 'MUNICIPALITY', 'lv', 'ACTIVE', '-')
                 on conflict do nothing;
                insert into nation.operator (id, email, name, role, valid_from) values
                 (gen_random_uuid(), 'log@operator.lv', 'Olga Operatore', 'OPERATOR_ADMIN', '2020-01-01');
                set search_path = t_alfa, pg_catalog;
                insert into school values ('0190000c-0000-7000-8000-000000000001', null, 'Žurnāla skola', 'VIDUSSKOLA', null);
                insert into staff values
                 ('0190000c-0000-7000-8000-000000000002', 'koordinatore@log.lv', 'Kaija', 'Koordinatore'),
                 ('0190000c-0000-7000-8000-000000000003', 'admins@log.lv', 'Andis', 'Administrators'),
                 ('0190000c-0000-7000-8000-000000000004', 'revidents@log.lv', 'Rasa', 'Revidente'),
                 ('0190000c-0000-7000-8000-000000000005', 'pedagogs@log.lv', 'Pēteris', 'Pedagogs');
                insert into staff_role (id, staff_id, role, school_id, provider_role, valid_from, valid_to) values
                 (gen_random_uuid(), '0190000c-0000-7000-8000-000000000002', 'TENANT_COORDINATOR', null, null, '2020-01-01', null),
                 (gen_random_uuid(), '0190000c-0000-7000-8000-000000000003', 'TENANT_ADMIN', null, null, '2020-01-01', null),
                 (gen_random_uuid(), '0190000c-0000-7000-8000-000000000004', 'AUDITOR', null, null, '2020-01-01', '2099-01-01'),
                 (gen_random_uuid(), '0190000c-0000-7000-8000-000000000005', 'PROVIDER',
                  '0190000c-0000-7000-8000-000000000001', 'EDUCATOR', '2020-01-01', null);
                begin;
                insert into learner (id, given_name, family_name, search_name, latest_enrolment_id, version) values
                 ('0190000c-0000-7000-8000-000000000010', 'Ķirsis', 'Noslēpumainais', 'kirsis noslepumainais',
                  '0190000c-0000-7000-8000-000000000012', 1),
                 ('0190000c-0000-7000-8000-000000000011', 'Svešais', 'Noslēpumainais', 'svesais noslepumainais',
                  '0190000c-0000-7000-8000-000000000013', 1);
                insert into enrolment values
                 ('0190000c-0000-7000-8000-000000000012', '0190000c-0000-7000-8000-000000000010',
                  '0190000c-0000-7000-8000-000000000001', '2020/2021', '9.a', 9, false, null, '2020-09-01', null),
                 ('0190000c-0000-7000-8000-000000000013', '0190000c-0000-7000-8000-000000000011',
                  '0190000c-0000-7000-8000-000000000001', '2020/2021', '9.a', 9, false, null, '2020-09-01', null);
                insert into support_plan (id, code, learner_id, school_id, semester, programme, author_id, state,
                  approved_on, active_from, active_to, version)
                 values ('0190000c-0000-7000-8000-000000000020', 'LOG-IT-1', '0190000c-0000-7000-8000-000000000010',
                 '0190000c-0000-7000-8000-000000000001', '2020/2021-1', 'PUMPURS', '0190000c-0000-7000-8000-000000000005',
                 'ACTIVE', '2020-09-01', '2020-09-01', '2026-12-22', 1);
                insert into plan_risk values ('0190000c-0000-7000-8000-000000000021',
                 '0190000c-0000-7000-8000-000000000020', 'STUDY_CONTENT_DIFFICULTY', 'HIGH', 'ļoti slepena piezīme');
                insert into planned_measure values ('0190000c-0000-7000-8000-000000000022',
                 '0190000c-0000-7000-8000-000000000020', 'CONS_SUBJECT_TEACHER', '0190000c-0000-7000-8000-000000000005',
                 'Matemātika', 10, 0, '2020-09-01', '2026-12-22');
                insert into planned_measure_risk (planned_measure_id, risk) values
                 ('0190000c-0000-7000-8000-000000000022', 'STUDY_CONTENT_DIFFICULTY');
                insert into guardian values ('0190000c-0000-7000-8000-000000000006', 'mamma@log.lv', 'Māra', 'Mamma');
                insert into guardianship values (gen_random_uuid(), '0190000c-0000-7000-8000-000000000006',
                 '0190000c-0000-7000-8000-000000000010', 'PARENT', '2020-01-01', null);
                commit""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            koordinatore | /t/alfa/learners | ...2 {TENANT_COORDINATOR} learner:read {OVERSIGHT} rows {}
            koordinatore | /t/alfa/learners?grade=9&school=0190000c-0000-7000-8000-000000000001 | ...2 {TENANT_COORDINATOR} learner:read {OVERSIGHT} rows {SCHOOL,GRADE}
            koordinatore | /t/alfa/learners/0190000c-0000-7000-8000-000000000010 | ...2 {TENANT_COORDINATOR} learner:read {OVERSIGHT} ...10
            pedagogs     | /t/alfa/learners/0190000c-0000-7000-8000-000000000010 | ...5 {PROVIDER} learner:read {SUPPORT} ...10
            mamma        | /t/alfa/learners/0190000c-0000-7000-8000-000000000010 | ...6 {GUARDIAN} learner:read {FAMILY} ...10
            pedagogs     | /t/alfa/consultations | ...5 {PROVIDER} consultation:read {SUPPORT} rows {}
            koordinatore | /t/alfa/log | ...2 {TENANT_COORDINATOR} log:read {OVERSIGHT} rows {PERIOD}
            admins       | /t/alfa/log?act=UPDATE&kind=learner | ...3 {TENANT_ADMIN} log:read {ADMINISTRATION} rows {PERIOD,KIND,STATE}
            revidents    | /t/alfa/log/reads?person=0190000c-0000-7000-8000-000000000005 | ...4 {AUDITOR} log:read {AUDIT} rows {PERIOD,PERSON}""")
    void a_page_leaves_exactly_one_record_with_person_role_and_purpose(String who, String path, String record)
            throws Exception {
        for (String accept : List.of("application/json", BROWSER)) {
            long last = last();
            HttpResponse<String> page = get(path, who, accept);
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            assertThat(since(last)).containsExactly(record);
        }
    }

    @Test
    void a_form_about_a_learner_leaves_its_record_too() throws Exception {
        long last = last();
        assertThat(get(CONSULTATION, "pedagogs", BROWSER).body()).contains("Ķirsis Noslēpumainais");
        assertThat(since(last)).containsExactly("...5 {PROVIDER} consultation:write {SUPPORT} ...10");
    }

    @ParameterizedTest
    @CsvSource({"koordinatore,/t/alfa", "koordinatore,/t/alfa/overview", "koordinatore,/t/alfa/figures",
            "pedagogs,/t/alfa/learners/search"})
    void a_page_that_tells_of_nobody_leaves_none(String who, String path) throws Exception {
        long last = last();
        assertThat(get(path, who, "application/json").statusCode()).isIn(200, 303);
        assertThat(since(last)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"mamma,/t/alfa/log,403", "pedagogs,/t/alfa/log/reads,403", "admins,/t/alfa/learners,403",
            "pedagogs,/t/alfa/learners/" + STRANGER + ",404", "mamma,/t/alfa/learners/" + STRANGER + ",404",
            "koordinatore,/t/alfa/learners/nekas,404", "svesinieks,/t/alfa/learners,404",
            "koordinatore,/t/beta/learners,404"})
    void a_refused_read_leaves_none(String who, String path, int status) throws Exception {
        long last = last();
        for (String accept : List.of("application/json", BROWSER)) {
            assertThat(get(path, who, accept).statusCode()).isEqualTo(status);
        }
        assertThat(since(last)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"forgetful,500", "forgetful/answer,500", "forgetful/twice,500", "forgetful/nothing,204"})
    void a_page_that_does_not_write_itself_down_once_is_not_shown(String path, int status) throws Exception {
        long last = last();
        HttpResponse<String> answer = get("/t/alfa/" + path, "koordinatore", "application/json");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Aizmirstais");
        assertThat(since(last)).isEmpty();
    }

    @Test
    void what_was_typed_is_nowhere_in_the_read_log() throws Exception {
        long last = last();
        String name = URLEncoder.encode("Ķirsis Noslēpumainais", StandardCharsets.UTF_8);
        assertThat(
                post("/t/alfa/learners/search", "koordinatore", "{\"q\":\"Noslēpumainais 010100-12345\"}").statusCode())
            .isEqualTo(200);
        get("/t/alfa/learners?class=" + name + "&grade=010100-12345&school=" + name, "koordinatore", BROWSER);
        get("/t/alfa/log?person=" + name + "&kind=" + name + "&act=" + name + "&from=" + name, "koordinatore", BROWSER);
        assertThat(since(last)).containsExactly("...2 {TENANT_COORDINATOR} learner:read {OVERSIGHT} rows {SEARCH}",
                "...2 {TENANT_COORDINATOR} learner:read {OVERSIGHT} rows {SCHOOL_CLASS}",
                "...2 {TENANT_COORDINATOR} log:read {OVERSIGHT} rows {PERIOD}");
        assertThat(rows("select read_log::text from t_alfa.read_log")).isNotEmpty()
            .noneMatch(row -> row.contains("oslēpum") || row.contains("oslepum") || row.contains("-12345"));
    }

    @Test
    void a_coordinator_reads_changes_in_words_and_an_administrator_nothing_of_a_plan() throws Exception {
        String page = get("/t/alfa/log?kind=plan_risk", "koordinatore", BROWSER).body();
        assertThat(page).contains("Plāna risks", "LOG-IT-1", "Augsts", "Platforma")
            .doesNotContain("Grūtības mācību satura apguvē", "ļoti slepena piezīme");
        String english = get("/t/alfa/log?kind=plan_risk", "koordinatore", BROWSER, "en").body();
        assertThat(english).contains("Risk of a plan", "High", "Platform");
        for (String accept : List.of(BROWSER, "application/json")) {
            assertThat(get("/t/alfa/log?kind=plan_risk", "admins", accept).body()).contains("plan_risk")
                .doesNotContain("LOG-IT-1", "Grūtības mācību", "slepena piezīme");
            assertThat(get("/t/alfa/log", "admins", accept).body()).doesNotContain("Noslēpumainais", "Mamma");
            assertThat(get("/t/alfa/log/reads", "admins", accept).body()).doesNotContain("Noslēpumainais", "Mamma");
        }
    }

    @Test
    void a_consultation_is_in_the_log_with_the_person_and_the_role_that_wrote_it() throws Exception {
        assertThat(post(CONSULTATION, "pedagogs", "{\"heldOn\":\"2026-11-02\",\"startsAt\":\"10:00\","
                + "\"subject\":\"Algebra\",\"minutes\":40}")
            .statusCode()).isEqualTo(201);
        String json = get("/t/alfa/log?kind=consultation&person=0190000c-0000-7000-8000-000000000005", "koordinatore",
                "application/json")
            .body();
        assertThat(json).contains("\"act\":\"INSERT\"", "\"name\":\"Pēteris Pedagogs\"", "\"roles\":[\"PROVIDER\"]",
                "\"subject\":\"Ķirsis Noslēpumainais\"", "Algebra");
        assertThat(rows("""
                select permission from t_alfa.change_log where table_name = 'consultation'
                 and actor = '0190000c-0000-7000-8000-000000000005'""")).isNotEmpty()
            .containsOnly("consultation:write");
    }

    /** The door itself and what happens behind it carry the entry, and with it the reason. */
    @Test
    void what_an_operator_does_is_in_the_log_with_the_reason() throws Exception {
        assertThat(post("/operator/tenants/alfa/entries", "operatore", "{\"reason\":\"Palīdzība ar žurnālu\"}")
            .statusCode())
            .isEqualTo(201);
        long last = last();
        assertThat(get("/t/alfa/learners/" + LEARNER, "operatore", BROWSER).statusCode()).isEqualTo(200);
        assertThat(since(last)).singleElement().asString().contains("{OPERATOR_ADMIN} learner:read {OPERATION} ...10");
        post("/operator/tenants/alfa/exit", "operatore", "");

        String changes = get("/t/alfa/log?kind=operator_entry&act=UPDATE", "admins", BROWSER).body();
        assertThat(changes).contains("Valsts operatora ieeja", "Olga Operatore", "Iemesls: Palīdzība ar žurnālu",
                "Izgāja");
        String reads = get("/t/alfa/log/reads?act=OPERATION", "koordinatore", BROWSER).body();
        assertThat(reads).contains("Olga Operatore", "Iemesls: Palīdzība ar žurnālu", "Valsts operatora palīdzība",
                "Ķirsis Noslēpumainais");
        assertThat(rows("""
                select act from t_alfa.change_log c where table_name = 'operator_entry' and actor = row_id
                 and roles = '{OPERATOR_ADMIN}' and exists (select 1 from t_alfa.operator_entry e
                  where e.id = c.row_id and e.reason = 'Palīdzība ar žurnālu') order by c.id"""))
            .containsExactly("INSERT", "UPDATE");
    }

    @Test
    void an_empty_log_says_why() throws Exception {
        assertThat(get("/t/alfa/log?from=2001-01-01&to=2001-02-01", "admins", BROWSER).body())
            .contains("No 01.01.2001. līdz 01.02.2001. nekas nav reģistrēts");
        assertThat(get("/t/alfa/log/reads?from=2001-01-01&to=2001-02-01&act=AUDIT", "admins", BROWSER).body())
            .contains("neviens ieraksts neatbilst izvēlētajiem filtriem");
        assertThat(get("/t/alfa/log?from=2026-02-31&size=7&page=x", "admins", BROWSER).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path, String who, String accept) throws Exception {
        return get(path, who, accept, "lv");
    }

    private HttpResponse<String> get(String path, String who, String accept, String language) throws Exception {
        return client.send(at(path, who).header("Accept", accept).header("Accept-Language", language).build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String who, String json) throws Exception {
        return client.send(at(path, who).header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder at(String path, String who) {
        Person person = who.equals("operatore")
                ? OPERATOR
                : new Person("log-" + who, who + "@log.lv", who, Set.of("alfa"));
        return HttpRequest.newBuilder(URI.create(BASE + path))
            .header("Authorization", "Bearer " + ServersOfTheTests.issuer().tokenFor(person).sign());
    }

    private static long last() throws Exception {
        return Long.parseLong(rows("select coalesce(max(id), 0)::text from t_alfa.read_log").getFirst());
    }

    /** Records after one, keys by their end. */
    private static List<String> since(long last) throws Exception {
        return rows("""
                select concat_ws(' ', '...' || ltrim(right(person::text, 12), '0'), roles::text, permission,
                 purposes::text, '...' || ltrim(right(learner_id::text, 12), '0'),
                 case when row_count >= 0 then 'rows' end, filters::text)
                from t_alfa.read_log where id > %d order by id""".formatted(last));
    }

    private static List<String> rows(String query) throws Exception {
        List<String> found = new ArrayList<>();
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static void sql(String script) throws Exception {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }
}
