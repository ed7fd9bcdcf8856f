package lv.pumpurs.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
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

/** What a family is shown over HTTP: who opened the file of a child, and nobody else's. */
@ExtendWith(ArquillianExtension.class)
class FamilyIT {

    private static final String BASE = "http://localhost:" + System.getProperty("it.http.port");
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String JSON = "application/json";
    private static final String LEARNER = "01900031-0000-7000-8000-000000000010";
    private static final String READERS = "/t/alfa/learners/" + LEARNER + "/readers";

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
                 ('01900031-0000-7000-8000-000000000001', null, 'Ģimenes skola', 'VIDUSSKOLA', null);
                insert into staff values
                 ('01900031-0000-7000-8000-000000000002', 'direktore@gimene.lv', 'Dace', 'Direktore'),
                 ('01900031-0000-7000-8000-000000000003', 'koordinatore@gimene.lv', 'Kaija', 'Koordinatore');
                insert into staff_role (id, staff_id, role, school_id, valid_from) values
                 (gen_random_uuid(), '01900031-0000-7000-8000-000000000002', 'SCHOOL_DIRECTOR',
                  '01900031-0000-7000-8000-000000000001', '2020-01-01'),
                 (gen_random_uuid(), '01900031-0000-7000-8000-000000000003', 'SCHOOL_COORDINATOR',
                  '01900031-0000-7000-8000-000000000001', '2020-01-01');
                begin;
                insert into learner (id, given_name, family_name, search_name, email, latest_enrolment_id, version) values
                 ('01900031-0000-7000-8000-000000000010', 'Ķirsis', 'Mājinieks', 'kirsis majinieks', null,
                  '01900031-0000-7000-8000-000000000012', 1),
                 ('01900031-0000-7000-8000-000000000011', 'Pieaudzis', 'Pats', 'pieaudzis pats', 'pats@gimene.lv',
                  '01900031-0000-7000-8000-000000000013', 1),
                 ('01900031-0000-7000-8000-000000000014', 'Kristaps', 'Svešais', 'kristaps svesais', null,
                  '01900031-0000-7000-8000-000000000015', 1);
                insert into enrolment values
                 ('01900031-0000-7000-8000-000000000012', '01900031-0000-7000-8000-000000000010',
                  '01900031-0000-7000-8000-000000000001', '2020/2021', '9.a', 9, false, null, '2020-09-01', null),
                 ('01900031-0000-7000-8000-000000000013', '01900031-0000-7000-8000-000000000011',
                  '01900031-0000-7000-8000-000000000001', '2020/2021', '12.a', 12, false, null, '2020-09-01', null),
                 ('01900031-0000-7000-8000-000000000015', '01900031-0000-7000-8000-000000000014',
                  '01900031-0000-7000-8000-000000000001', '2020/2021', '9.b', 9, false, null, '2020-09-01', null);
                insert into guardian values
                 ('01900031-0000-7000-8000-000000000006', 'mamma@gimene.lv', 'Māra', 'Mamma'),
                 ('01900031-0000-7000-8000-000000000007', 'tetis@gimene.lv', 'Tālis', 'Tētis'),
                 ('01900031-0000-7000-8000-000000000008', 'svesa@gimene.lv', 'Svetlana', 'Sveša');
                insert into guardianship values
                 (gen_random_uuid(), '01900031-0000-7000-8000-000000000006', '01900031-0000-7000-8000-000000000010',
                  'PARENT', '2020-01-01', null),
                 (gen_random_uuid(), '01900031-0000-7000-8000-000000000007', '01900031-0000-7000-8000-000000000010',
                  'PARENT', '2020-01-01', null),
                 (gen_random_uuid(), '01900031-0000-7000-8000-000000000008', '01900031-0000-7000-8000-000000000014',
                  'PARENT', '2020-01-01', null);
                commit""");
    }

    @Test
    void a_parent_sees_who_opened_the_file_and_that_is_seen_the_next_time() throws Exception {
        assertThat(get("/t/alfa/learners/" + LEARNER, "direktore", BROWSER).statusCode()).isEqualTo(200);
        assertThat(get("/t/alfa/learners/" + LEARNER, "tetis", BROWSER).statusCode()).isEqualTo(200);
        assertThat(get("/t/alfa/learners/" + LEARNER, "mamma", BROWSER).body())
            .contains("href=\"" + READERS + "\"");

        String first = get(READERS, "mamma", BROWSER).body();
        assertThat(first).contains("Dace Direktore", "Izglītības iestādes direktors", "Māra Mamma (jūs)",
                "Vārds netiek rādīts", "Izglītojamā lapa")
            .doesNotContain("Tālis", "gimene.lv", "Lietas skatījumi");
        assertThat(get(READERS, "mamma", BROWSER).body()).contains("Lietas skatījumi");
        String toCoordinator = get(READERS, "koordinatore", JSON).body();
        assertThat(toCoordinator).contains("Tālis Tētis", "Māra Mamma", "readers:read").doesNotContain("gimene.lv");
        assertThat(one("select count(*)::text from t_alfa.read_log where permission = 'readers:read' and learner_id = '"
                + LEARNER + "'"))
            .isEqualTo("3");

        HttpResponse<String> file = get(READERS + "/export/csv", "mamma", BROWSER);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).contains("lietas-skatijumi-");
        assertThat(file.body()).contains("Dace Direktore", "Vārds netiek rādīts").doesNotContain("Tālis");
        assertThat(one("select count(*)::text from t_alfa.read_log where permission = 'readers:read' and learner_id = '"
                + LEARNER + "'"))
            .isEqualTo("4");
    }

    @ParameterizedTest
    @CsvSource({"direktore,403", "svesa,404", "pats,404"})
    void nobody_else_sees_who_opened_the_file(String who, int status) throws Exception {
        for (String path : Set.of(READERS, READERS + "/export/xlsx")) {
            HttpResponse<String> answer = get(path, who, BROWSER);
            assertThat(answer.statusCode()).as(path).isEqualTo(status);
            assertThat(answer.body()).doesNotContain("Mājinieks", "Dace Direktore");
        }
    }

    @Test
    void an_adult_sees_who_opened_the_own_file() throws Exception {
        String own = READERS.replace("000010", "000011");
        assertThat(get(own.replace("/readers", ""), "direktore", BROWSER).statusCode()).isEqualTo(200);
        assertThat(get(own, "pats", BROWSER).body()).contains("Pieaudzis Pats", "Dace Direktore");
    }

    @Test
    void a_parent_arrives_at_the_own_page_and_sees_the_own_child_and_whom_to_ask() throws Exception {
        HttpResponse<String> home = get("/t/alfa", "mamma", BROWSER);
        assertThat(home.statusCode()).isEqualTo(303);
        assertThat(home.headers().firstValue("Location").orElseThrow()).endsWith("/t/alfa/family");
        assertThat(get("/t/alfa", "mamma", JSON).body()).contains("\"work\":[]");

        String page = get("/t/alfa/family", "mamma", BROWSER).body();
        assertThat(page).contains("Ķirsis Mājinieks", "Ģimenes skola", "9.a", "Kaija Koordinatore", READERS,
                "href=\"/t/alfa/family\" aria-current=\"page\"")
            .doesNotContain("Pieaudzis", "Kristaps", "Tālis", "gimene.lv", "Darāmais");
        assertThat(
                one("select learner_id::text from t_alfa.read_log where permission = 'family:read' order by id desc"))
            .isEqualTo(LEARNER);
        assertThat(get("/t/alfa/family", "svesa", BROWSER).body()).contains("Kristaps Svešais")
            .doesNotContain("Ķirsis");
        assertThat(get("/t/alfa/family", "pats", BROWSER).body()).contains("Pieaudzis Pats", "Mans atbalsts")
            .doesNotContain("Ķirsis");
    }

    @Test
    void whoever_works_here_arrives_at_what_is_due_and_has_no_page_of_a_family() throws Exception {
        assertThat(get("/t/alfa", "direktore", BROWSER).body()).contains("Darāmais").doesNotContain("/t/alfa/family");
        assertThat(get("/t/alfa/family", "direktore", BROWSER).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> get(String path, String who, String accept) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(BASE + path))
            .header("Authorization", "Bearer " + ServersOfTheTests.issuer().tokenFor(person(who)).sign())
            .header("Accept", accept)
            .build(), BodyHandlers.ofString());
    }

    private static Person person(String who) {
        return new Person("family-" + who, who + "@gimene.lv", who, Set.of("alfa"));
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
