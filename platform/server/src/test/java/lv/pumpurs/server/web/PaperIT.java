package lv.pumpurs.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Set;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.server.PluginsOn;
import lv.pumpurs.server.ServersOfTheTests;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan on paper over HTTP: for whoever may read the plan, written down, and without a name outside the file. */
@ExtendWith(ArquillianExtension.class)
class PaperIT {

    private static final String BASE = "http://localhost:" + System.getProperty("it.http.port");
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String LEARNER = "0190002e-0000-7000-8000-000000000010";
    private static final String PLAN = "0190002e-0000-7000-8000-000000000020";

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
                    insert into school values ('0190002e-0000-7000-8000-000000000001', null, 'Drukas skola', 'VIDUSSKOLA', null);
                    insert into staff values
                     ('0190002e-0000-7000-8000-000000000002', 'direktore@druka.lv', 'Dace', 'Direktore'),
                     ('0190002e-0000-7000-8000-000000000003', 'admins@druka.lv', 'Andis', 'Administrators'),
                     ('0190002e-0000-7000-8000-000000000004', 'pedagogs@druka.lv', 'Pēteris', 'Pedagogs'),
                     ('0190002e-0000-7000-8000-000000000005', 'cits@druka.lv', 'Citvars', 'Citurietis');
                    insert into staff_role (id, staff_id, role, school_id, provider_role, valid_from) values
                     (gen_random_uuid(), '0190002e-0000-7000-8000-000000000002', 'SCHOOL_DIRECTOR',
                      '0190002e-0000-7000-8000-000000000001', null, '2020-01-01'),
                     (gen_random_uuid(), '0190002e-0000-7000-8000-000000000003', 'TENANT_ADMIN', null, null, '2020-01-01'),
                     (gen_random_uuid(), '0190002e-0000-7000-8000-000000000004', 'PROVIDER',
                      '0190002e-0000-7000-8000-000000000001', 'EDUCATOR', '2020-01-01'),
                     (gen_random_uuid(), '0190002e-0000-7000-8000-000000000005', 'PROVIDER',
                      '0190002e-0000-7000-8000-000000000001', 'EDUCATOR', '2020-01-01');
                    begin;
                    insert into learner (id, given_name, family_name, search_name, latest_enrolment_id, version) values
                     ('0190002e-0000-7000-8000-000000000010', 'Žanete', 'Drukājamā', 'zanete drukajama',
                      '0190002e-0000-7000-8000-000000000012', 1);
                    insert into enrolment values
                     ('0190002e-0000-7000-8000-000000000012', '0190002e-0000-7000-8000-000000000010',
                      '0190002e-0000-7000-8000-000000000001', '2020/2021', '9.a', 9, false, null, '2020-09-01', null);
                    insert into support_plan (id, code, learner_id, school_id, semester, programme, author_id, state, version)
                     values ('0190002e-0000-7000-8000-000000000020', 'DRU-IT-1', '0190002e-0000-7000-8000-000000000010',
                     '0190002e-0000-7000-8000-000000000001', '2020/2021-1', 'PUMPURS',
                     '0190002e-0000-7000-8000-000000000002', 'DRAFT', 1);
                    insert into planned_measure values ('0190002e-0000-7000-8000-000000000022',
                     '0190002e-0000-7000-8000-000000000020', 'CONS_SUBJECT_TEACHER', '0190002e-0000-7000-8000-000000000004',
                     'Matemātika', 10, 0, '2020-09-01', '2020-12-22');
                    commit""");
        }
    }

    @ParameterizedTest
    @CsvSource({"direktore,SCHOOL_DIRECTOR", "pedagogs,PROVIDER"})
    void whoever_reads_the_plan_takes_it_as_a_file_that_names_nobody_outside_and_it_is_written_down(String who,
            String role) throws Exception {
        for (String accept : new String[]{BROWSER, "application/pdf", "*/*"}) {
            String last = one("select coalesce(max(id), 0) from t_alfa.read_log");
            HttpResponse<byte[]> answer = get(PLAN, who, accept);
            assertThat(answer.statusCode()).as(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
            assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"individualais-atbalsta-plans.pdf\"");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(answer.body()).startsWith("%PDF-1.".getBytes(StandardCharsets.US_ASCII));
            assertThat(one("select string_agg(roles[1] || ' ' || permission || ' ' || learner_id, ',') from"
                    + " t_alfa.read_log where id > " + last))
                .isEqualTo(role + " plan:read " + LEARNER);
        }
    }

    @ParameterizedTest
    @CsvSource({PLAN + ",cits,404", PLAN + ",admins,403", "0190002e-0000-7000-8000-0000000000ff,direktore,404",
            "nav-atslega,direktore,404"})
    void a_plan_out_of_reach_is_not_there_and_who_may_read_no_plan_is_refused(String plan, String who, int status)
            throws Exception {
        HttpResponse<byte[]> answer = get(plan, who, "application/json");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).startsWith("{")
            .doesNotContain("Drukājamā", "DRU-");
    }

    /** As on the page: the evaluation has not said anything yet, so what the plugin counts is what there is. */
    @Test
    void what_was_held_so_far_stands_on_the_paper() throws Exception {
        PluginsOn.everywhere();
        assertThat(words()).contains("Matemātika").doesNotContain("2,5");
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into t_alfa.consultation (id, learner_id, provider_id, school_id, plan_id, measure_id, session_id,
                     leads, held_on, starts_at, minutes, quantity, subject, state)
                    values ('0190002e-0000-7000-8000-000000000030', '0190002e-0000-7000-8000-000000000010',
                     '0190002e-0000-7000-8000-000000000004', '0190002e-0000-7000-8000-000000000001',
                     '0190002e-0000-7000-8000-000000000020', '0190002e-0000-7000-8000-000000000022',
                     '0190002e-0000-7000-8000-000000000031', true, '2020-10-01', '14:00', 100, 2.5, 'Matemātika', 'HELD')""");
            try {
                assertThat(words()).contains("2,5");
            } finally {
                statement.execute("delete from t_alfa.consultation where id = '0190002e-0000-7000-8000-000000000030'");
            }
        }
    }

    private String words() throws Exception {
        HttpResponse<byte[]> answer = get(PLAN, "direktore", "application/pdf");
        assertThat(answer.statusCode()).isEqualTo(200);
        try (PDDocument paper = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(paper);
        }
    }

    @Test
    void the_learners_page_leads_to_the_paper() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(BASE + "/t/alfa/learners/" + LEARNER))
            .header("Authorization", bearer("direktore"))
            .header("Accept", BROWSER)
            .build();
        assertThat(client.send(request, BodyHandlers.ofString()).body())
            .contains("href=\"/t/alfa/plans/" + PLAN + "/pdf\"");
    }

    private HttpResponse<byte[]> get(String plan, String who, String accept) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(BASE + "/t/alfa/plans/" + plan + "/pdf"))
            .header("Authorization", bearer(who))
            .header("Accept", accept)
            .build(), BodyHandlers.ofByteArray());
    }

    private static String bearer(String who) {
        return "Bearer " + ServersOfTheTests.issuer()
            .tokenFor(new Person("paper-" + who, who + "@druka.lv", who, Set.of("alfa")))
            .sign();
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
