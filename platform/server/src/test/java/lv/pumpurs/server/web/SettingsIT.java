package lv.pumpurs.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
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

/** What a person chooses for oneself, and the count of work in the menu, over HTTP. */
@ExtendWith(ArquillianExtension.class)
class SettingsIT {

    private static final String BASE = "http://localhost:" + System.getProperty("it.http.port");
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String JSON = "application/json";
    private static final String SETTINGS = "/t/alfa/settings";
    private static final String DUE = "<span class=\"due\" aria-hidden=\"true\">1</span>"
            + "<span class=\"visually-hidden\">, gaida jūsu rīcību: 1</span>";

    private final HttpClient client = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war();
    }

    @BeforeAll
    static void people() throws Exception {
        Town.publishCatalogues();
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    set search_path = t_alfa, pg_catalog;
                    insert into school values
                     ('01900033-0000-7000-8000-000000000001', null, 'Iestatījumu skola', 'VIDUSSKOLA', null);
                    insert into staff values
                     ('01900033-0000-7000-8000-000000000002', 'autore@iestatijumi.lv', 'Agra', 'Autore'),
                     ('01900033-0000-7000-8000-000000000003', 'direktore@iestatijumi.lv', 'Dace', 'Direktore'),
                     ('01900033-0000-7000-8000-000000000004', 'audzinatajs@iestatijumi.lv', 'Andris', 'Audzinātājs');
                    insert into staff_role (id, staff_id, role, school_id, class_name, valid_from) values
                     (gen_random_uuid(), '01900033-0000-7000-8000-000000000002', 'PLAN_AUTHOR',
                      '01900033-0000-7000-8000-000000000001', null, '2020-01-01'),
                     (gen_random_uuid(), '01900033-0000-7000-8000-000000000003', 'SCHOOL_DIRECTOR',
                      '01900033-0000-7000-8000-000000000001', null, '2020-01-01'),
                     (gen_random_uuid(), '01900033-0000-7000-8000-000000000004', 'CLASS_TEACHER',
                      '01900033-0000-7000-8000-000000000001', '9.a', '2020-01-01');
                    begin;
                    insert into learner (id, given_name, family_name, search_name, latest_enrolment_id, version) values
                     ('01900033-0000-7000-8000-000000000010', 'Ķirsis', 'Gaidītājs', 'kirsis gaiditajs',
                      '01900033-0000-7000-8000-000000000012', 1);
                    insert into enrolment values
                     ('01900033-0000-7000-8000-000000000012', '01900033-0000-7000-8000-000000000010',
                      '01900033-0000-7000-8000-000000000001', '2020/2021', '9.a', 9, false, null, '2020-09-01', null);
                    insert into support_plan (id, code, learner_id, school_id, semester, programme, author_id, state,
                      version) values ('01900033-0000-7000-8000-000000000020', 'SET-1',
                      '01900033-0000-7000-8000-000000000010', '01900033-0000-7000-8000-000000000001', '2020/2021-1',
                      'PUMPURS', '01900033-0000-7000-8000-000000000002', 'DRAFT', 1);
                    commit""");
        }
    }

    @Test
    void the_daily_mail_is_on_until_somebody_switches_it_off_for_oneself() throws Exception {
        assertThat(get(SETTINGS, "autore", JSON).body()).contains("\"digest\":true");
        HttpResponse<String> off = client.send(at(SETTINGS, "autore").header("Content-Type", JSON)
            .POST(BodyPublishers.ofString("{\"digest\":false}"))
            .build(), BodyHandlers.ofString());
        assertThat(off.statusCode()).isEqualTo(303);
        assertThat(get(SETTINGS, "autore", BROWSER).body()).contains("Kopsavilkums ir izslēgts", "Ieslēgt");
        assertThat(get(SETTINGS, "direktore", JSON).body()).contains("\"digest\":true");
        assertThat(get(SETTINGS, "audzinatajs", JSON).statusCode()).isEqualTo(403);
    }

    @Test
    void every_page_tells_beside_the_menu_how_much_is_due_to_whoever_it_is() throws Exception {
        for (String path : Set.of("/t/alfa", "/t/alfa/learners", "/t/alfa/plans", SETTINGS)) {
            assertThat(get(path, "autore", BROWSER).body()).as(path).contains(DUE, "href=\"" + SETTINGS + "\"");
            assertThat(get(path, "direktore", BROWSER).body()).as(path).doesNotContain("class=\"due\"");
        }
        assertThat(get("/t/alfa/learners", "audzinatajs", BROWSER).body()).doesNotContain("class=\"due\"", SETTINGS);
    }

    @Test
    void the_list_of_plans_is_a_file_narrowed_as_the_page() throws Exception {
        String export = "/t/alfa/plans/export/csv?school=01900033-0000-7000-8000-000000000001";
        assertThat(get(export + "&state=DRAFT", "direktore", BROWSER).body())
            .contains("SET-1;Ķirsis Gaidītājs;9.a;Iestatījumu skola;");
        assertThat(get(export + "&state=CLOSED", "direktore", BROWSER).body()).doesNotContain("SET-1");
    }

    private HttpResponse<String> get(String path, String who, String accept) throws Exception {
        return client.send(at(path, who).header("Accept", accept).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder at(String path, String who) {
        Person person = new Person("settings-" + who, who + "@iestatijumi.lv", who, Set.of("alfa"));
        return HttpRequest.newBuilder(URI.create(BASE + path))
            .header("Authorization", "Bearer " + ServersOfTheTests.issuer().tokenFor(person).sign());
    }
}
