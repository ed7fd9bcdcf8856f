package lv.pumpurs.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Set;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.server.ServersOfTheTests;
import lv.pumpurs.spi.BusinessTime;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a role opens, what lies outside it, and that a change of roles holds with the next request. */
@ExtendWith(ArquillianExtension.class)
class RolesIT {

    private static final String PAGE = "text/html";
    private static final String JSON = "application/json";
    private static final String BASE = "http://localhost:" + System.getProperty("it.http.port");
    private static final String IDS = "01910000-0000-7000-8000-00000000000";
    private static final Person CHANGING = new Person("roles-1", "maina@alfa.lv", "Maija Maiņa", Set.of("alfa"));
    private static final Person TEACHER = new Person("roles-2", "klase@alfa.lv", "Ilze Klase", Set.of("alfa"));
    private static final Person ADMIN = new Person("roles-3", "admin@alfa.lv", "Agnese Admin", Set.of("alfa"));
    private static final Person OPERATOR = new Person("roles-4", "roles@operator.lv", "Olga Operatore", Set.of());
    private static final Person REVIEWER = new Person("roles-5", "eksperts@operator.lv", "Edgars", Set.of());

    private final HttpClient client = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war();
    }

    @BeforeAll
    static void people() throws SQLException {
        LocalDate today = BusinessTime.today(InstantSource.system());
        int year = today.getMonthValue() >= 9 ? today.getYear() : today.getYear() - 1;
        run("""
                insert into nation.tenant (id, slug, schema_name, name, kind, locale, state, file_digest) values
                 (gen_random_uuid(), 'alfa', 't_alfa', 'Alfas novads', 'MUNICIPALITY', 'lv', 'ACTIVE', '-')
                 on conflict do nothing;
                insert into nation.operator (id, email, name, role, valid_from) values
                 (gen_random_uuid(), 'roles@operator.lv', 'Olga Operatore', 'OPERATOR_ADMIN', '2020-01-01'),
                 (gen_random_uuid(), 'eksperts@operator.lv', 'Edgars Eksperts', 'OPERATOR_REVIEWER', '2020-01-01');
                set search_path = t_alfa, pg_catalog;
                insert into school_year values ('{y}', '{a}-09-01', '{b}-08-31', 'test')
                 on conflict (code) do update set ends_on = excluded.ends_on;
                insert into school values ('{id}1', null, 'Pirmā skola', 'x', null), ('{id}2', null, 'Otrā skola', 'x', null);
                insert into staff values ('{id}3', 'maina@alfa.lv', 'Maija', 'Maiņa'),
                 ('{id}4', 'klase@alfa.lv', 'Ilze', 'Klase'), ('{id}5', 'admin@alfa.lv', 'Agnese', 'Admin');
                insert into staff_role (id, staff_id, role, school_id, class_name, valid_from) values
                 (gen_random_uuid(), '{id}4', 'CLASS_TEACHER', '{id}1', '9.a', '2020-01-01'),
                 (gen_random_uuid(), '{id}5', 'TENANT_ADMIN', null, null, '2020-01-01');
                begin;
                insert into learner (id, given_name, family_name, search_name, latest_enrolment_id, version) values
                 ('{id}6', 'Savējā', 'Ābola', 'saveja abola', '{id}6', 1),
                 ('{id}7', 'Paralēlā', 'Bērza', 'paralela berza', '{id}7', 1),
                 ('{id}8', 'Svešā', 'Cīrule', 'svesa cirule', '{id}8', 1);
                insert into enrolment values
                 ('{id}6', '{id}6', '{id}1', '{y}', '9.a', 9, false, null, '{a}-09-01', null),
                 ('{id}7', '{id}7', '{id}1', '{y}', '9.b', 9, false, null, '{a}-09-01', null),
                 ('{id}8', '{id}8', '{id}2', '{y}', '9.a', 9, false, null, '{a}-09-01', null);
                commit""".replace("{id}", IDS)
            .replace("{y}", year + "/" + (year + 1))
            .replace("{a}", Integer.toString(year))
            .replace("{b}", Integer.toString(year + 1)));
    }

    /** Other classes of this run count the same schema. */
    @AfterAll
    static void forget() throws SQLException {
        run("""
                begin;
                set local search_path = t_alfa, pg_catalog;
                set constraints all deferred;
                delete from enrolment where id::text like '{id}%';
                delete from learner where id::text like '{id}%';
                delete from staff_role where staff_id::text like '{id}%';
                delete from staff where id::text like '{id}%';
                delete from school where id::text like '{id}%';
                commit""".replace("{id}", IDS));
    }

    @Test
    void a_role_opens_with_the_next_request_and_closes_with_the_next() throws Exception {
        refused(403, "/t/alfa/learners", CHANGING);
        run("insert into t_alfa.staff_role (id, staff_id, role, valid_from) values ('" + IDS + "9', '" + IDS
                + "3', 'TENANT_COORDINATOR', '2020-01-01')");
        assertThat(get("/t/alfa/learners", CHANGING, JSON).body()).contains("Ābola", "Bērza", "Cīrule");
        run("update t_alfa.staff_role set valid_to = (now() at time zone 'Europe/Riga')::date - 1 where id = '" + IDS
                + "9'");
        refused(403, "/t/alfa/learners", CHANGING);
        refused(403, "/t/alfa/learners/" + IDS + "6", CHANGING);
        run("update t_alfa.staff_role set valid_to = (now() at time zone 'Europe/Riga')::date where id = '" + IDS
                + "9'");
        assertThat(get("/t/alfa/learners", CHANGING, PAGE).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "8", "f"})
    void a_learner_outside_the_scope_is_not_found_as_a_page_and_as_a_problem(String other) throws Exception {
        assertThat(get("/t/alfa/learners/" + IDS + "6", TEACHER, JSON).body()).contains("Ābola");
        refused(404, "/t/alfa/learners/" + IDS + other, TEACHER);
        assertThat(get("/t/alfa/learners", TEACHER, JSON).body()).contains("Ābola", "\"total\":1")
            .doesNotContain("Bērza", "Cīrule");
        assertThat(get("/t/alfa/learners?school=" + IDS + "2", TEACHER, PAGE).body()).doesNotContain("Bērza", "Cīrule");
    }

    @ParameterizedTest
    @ValueSource(strings = {"overview", "figures", "permissions", "consultations"})
    void an_act_outside_the_role_is_refused_as_a_page_and_as_a_problem(String path) throws Exception {
        refused(403, "/t/alfa/" + path, TEACHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"learners", "learners/01910000-0000-7000-8000-000000000006", "consultations"})
    void an_administrator_of_the_municipality_sees_no_learner(String path) throws Exception {
        refused(403, "/t/alfa/" + path, ADMIN);
    }

    @ParameterizedTest
    @CsvSource({"/t/alfa/permissions,Alfas novads", "/operator/permissions,Valsts operators"})
    void the_matrix_is_a_page_and_json(String path, String shell) throws Exception {
        Person reader = path.startsWith("/t") ? ADMIN : OPERATOR;
        HttpResponse<String> page = get(path, reader, PAGE);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains(shell, "Piekļuves tiesības", "Klases audzinātājs",
                "Savas klases izglītojamie.",
                "Redzēt konsultācijas", "jūsu loma");
        assertThat(get(path, reader, JSON).body()).contains("\"mine\":true,\"role\":\"",
                "{\"role\":\"CLASS_TEACHER\",\"scope\":\"OWN_CLASS\"}", "\"permission\":\"consultation:write\"");
    }

    @Test
    void the_operator_sees_which_routes_a_permission_opens_and_a_municipality_does_not() throws Exception {
        assertThat(get("/operator/permissions", OPERATOR, JSON).body()).contains(
                "{\"key\":\"permission.figures.read\",\"ways\":[\"GET /t/{tenant}/figures\",",
                "\"GET /t/{tenant}/overview\"",
                "\"key\":\"permissions.route.open\",\"ways\":[\"")
            .doesNotContain("permissions.route.nobody");
        assertThat(get("/operator/permissions", OPERATOR, PAGE).body()).contains("GET /t/{tenant}/overview");
        assertThat(get("/t/alfa/permissions", ADMIN, JSON).body()).doesNotContain("/overview");
    }

    @Test
    void a_reviewer_of_the_operator_has_the_registry_and_the_queue_and_no_tenant() throws Exception {
        assertThat(get("/operator/tenants", REVIEWER, JSON).statusCode()).isEqualTo(200);
        assertThat(get("/operator/reviews", REVIEWER, JSON).statusCode()).isEqualTo(200);
        refused(403, "/operator/permissions", REVIEWER);
        refused(403, "/operator/reviews", OPERATOR);
        refused(403, "/operator/tenants/alfa/entries", REVIEWER, PAGE);
        refused(404, "/t/alfa", REVIEWER);
    }

    private void refused(int status, String path, Person person) throws Exception {
        refused(status, path, person, PAGE);
        HttpResponse<String> problem = refused(status, path, person, JSON);
        assertThat(problem.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(problem.body()).contains("\"status\":" + status);
    }

    private HttpResponse<String> refused(int status, String path, Person person, String type) throws Exception {
        HttpResponse<String> answer = get(path, person, type);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Ābola", "Bērza", "Cīrule");
        if (type.equals(PAGE)) {
            assertThat(answer.body()).contains("<!DOCTYPE html>")
                .contains(status == 403 ? "Jūsu loma to neatļauj" : "Šeit nekā nav");
        }
        return answer;
    }

    private HttpResponse<String> get(String path, Person person, String type) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(BASE + path))
            .header("Authorization", "Bearer " + ServersOfTheTests.issuer().tokenFor(person).sign())
            .header("Accept", type)
            .build(), BodyHandlers.ofString());
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
