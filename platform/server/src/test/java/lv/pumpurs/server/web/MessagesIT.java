package lv.pumpurs.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
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

/** Messages to guardians over HTTP, with the mail that tells of them as it arrives. */
@ExtendWith(ArquillianExtension.class)
class MessagesIT {

    private static final String BASE = "http://localhost:" + System.getProperty("it.http.port");
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String JSON = "application/json";
    private static final String LEARNER = "01900032-0000-7000-8000-000000000010";
    private static final String MESSAGES = "/t/alfa/learners/" + LEARNER + "/messages";

    private final HttpClient client = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war().addClass(Round.class);
    }

    @BeforeAll
    static void people() throws Exception {
        Town.publishCatalogues();
        run("""
                set search_path = t_alfa, pg_catalog;
                insert into school values
                 ('01900032-0000-7000-8000-000000000001', null, 'Ziņu skola', 'VIDUSSKOLA', null);
                insert into staff values
                 ('01900032-0000-7000-8000-000000000002', 'direktore@zina.lv', 'Dace', 'Direktore'),
                 ('01900032-0000-7000-8000-000000000003', 'admins@zina.lv', 'Andis', 'Administrators'),
                 ('01900032-0000-7000-8000-000000000004', 'pasvaldiba@zina.lv', 'Paula', 'Pārraudze');
                insert into staff_role (id, staff_id, role, school_id, valid_from) values
                 (gen_random_uuid(), '01900032-0000-7000-8000-000000000002', 'SCHOOL_DIRECTOR',
                  '01900032-0000-7000-8000-000000000001', '2020-01-01'),
                 (gen_random_uuid(), '01900032-0000-7000-8000-000000000003', 'SCHOOL_ADMIN',
                  '01900032-0000-7000-8000-000000000001', '2020-01-01'),
                 (gen_random_uuid(), '01900032-0000-7000-8000-000000000004', 'TENANT_COORDINATOR', null, '2020-01-01');
                begin;
                insert into learner (id, given_name, family_name, search_name, latest_enrolment_id, version) values
                 ('01900032-0000-7000-8000-000000000010', 'Ķirsis', 'Vēstulnieks', 'kirsis vestulnieks',
                  '01900032-0000-7000-8000-000000000012', 1);
                insert into enrolment values
                 ('01900032-0000-7000-8000-000000000012', '01900032-0000-7000-8000-000000000010',
                  '01900032-0000-7000-8000-000000000001', '2020/2021', '9.a', 9, false, null, '2020-09-01', null);
                insert into guardian values
                 ('01900032-0000-7000-8000-000000000006', 'mamma@zina.lv', 'Māra', 'Mamma'),
                 ('01900032-0000-7000-8000-000000000007', 'tetis@zina.lv', 'Tālis', 'Tētis');
                insert into guardianship values
                 (gen_random_uuid(), '01900032-0000-7000-8000-000000000006', '01900032-0000-7000-8000-000000000010',
                  'PARENT', '2020-01-01', null),
                 (gen_random_uuid(), '01900032-0000-7000-8000-000000000007', '01900032-0000-7000-8000-000000000010',
                  'PARENT', '2020-01-01', null);
                commit""");
    }

    @Test
    void a_message_is_told_of_by_mail_without_its_words_read_here_and_that_is_seen_by_the_school() throws Exception {
        HttpResponse<String> made = post(MESSAGES + "/new", "direktore", message("Māra Mamma", "Slepenais temats"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        MimeMessage mail = arrived("mamma@zina.lv", 1).getFirst();
        assertThat(GreenMailUtil.getWholeMessage(mail)).doesNotContain("Vēstulnieks", "Ķirsis", "Slepen", "Dace");
        assertThat((String) mail.getContent()).contains("Ziņu skola", BASE + "/t/alfa")
            .doesNotContain("Vēstulnieks", "Slepen", "Direktore");
        assertThat(arrivedFor("tetis@zina.lv")).isEmpty();
        assertThat(until("SENT", "Slepenais temats")).isEqualTo("SENT");

        String own = get("/t/alfa/family", "mamma", BROWSER).body();
        assertThat(own).contains("Slepenais temats", "jauna");
        assertThat(get("/t/alfa/family", "tetis", BROWSER).body()).doesNotContain("Slepenais temats");
        String id = one("select id::text from t_alfa.guardian_message where subject = 'Slepenais temats'");
        assertThat(get(MESSAGES + "/" + id + "/words", "tetis", BROWSER).statusCode()).isEqualTo(404);
        assertThat(get(MESSAGES, "direktore", BROWSER).body()).contains("Paziņojums nosūtīts");

        assertThat(get(MESSAGES + "/" + id + "/words", "mamma", BROWSER).body()).contains("Lūdzu, piezvaniet.",
                "Dace Direktore");
        assertThat(get("/t/alfa/family", "mamma", BROWSER).body()).contains("Slepenais temats").doesNotContain("jauna");
        assertThat(get(MESSAGES + "/export/csv", "direktore", BROWSER).body()).contains("Slepenais temats", "Izlasīta");
        assertThat(get(MESSAGES + "/export/csv", "mamma", BROWSER).statusCode()).isEqualTo(403);
        assertThat(get(MESSAGES, "pasvaldiba", BROWSER).body()).contains("Izlasīta", "Māra Mamma")
            .doesNotContain("messages/new");
    }

    /** The first server found nobody to take the mail; whoever goes round later sends it. */
    @Test
    void a_mail_that_waits_goes_with_the_next_round_and_never_a_second_time() throws Exception {
        post(MESSAGES + "/new", "direktore", message("Tālis Tētis", "Otrreiz"));
        arrived("tetis@zina.lv", 1);
        assertThat(until("SENT", "Otrreiz")).isEqualTo("SENT");
        run("""
                update t_alfa.mail set state = 'QUEUED', reason = 'UNREACHABLE', due_at = now() - interval '1 minute'
                where id = (select mail_id from t_alfa.guardian_message where subject = 'Otrreiz')""");
        round();
        assertThat(arrivedFor("tetis@zina.lv")).hasSize(2);
        round();
        assertThat(arrivedFor("tetis@zina.lv")).hasSize(2);
        assertThat(one("select state || attempts from t_alfa.mail where id = (select mail_id from"
                + " t_alfa.guardian_message where subject = 'Otrreiz')"))
            .isEqualTo("SENT2");
    }

    @Test
    void a_message_sent_twice_with_one_key_is_written_once() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(client.send(at(MESSAGES + "/new", "direktore").header("Content-Type", JSON)
                .header("Idempotency-Key", "message-it-1")
                .POST(BodyPublishers.ofString(message("*", "Vienreiz")))
                .build(), BodyHandlers.ofString()).statusCode()).isEqualTo(201);
        }
        assertThat(one("select count(*)::text from t_alfa.guardian_message where subject = 'Vienreiz'"))
            .isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({"mamma,403", "admins,403", "pasvaldiba,403"})
    void only_those_who_work_with_the_learner_write(String who, int status) throws Exception {
        assertThat(post(MESSAGES + "/new", who, message("*", "Svešs")).statusCode()).isEqualTo(status);
        assertThat(one("select count(*)::text from t_alfa.guardian_message where subject = 'Svešs'")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"to":"Kaimiņiene","subject":"X","words":"Y"} | 422 | "field":"to"
            {"subject":"X","words":"Y"} | 422 | "field":"to"
            {"to":"*","subject":" ","words":"Y"} | 400 | "field":"subject"
            {"to":"*","subject":"X"} | 400 | "field":"words"
            {"to":["*"],"subject":"X","words":"Y"} | 400 | problem""")
    void what_is_wrong_is_said_at_its_field(String body, int status, String said) throws Exception {
        HttpResponse<String> answer = post(MESSAGES + "/new", "direktore", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(said);
    }

    private void round() throws Exception {
        assertThat(client.send(HttpRequest.newBuilder(URI.create(BASE + "/trial/mail-round"))
            .header("Origin", BASE)
            .POST(BodyPublishers.noBody())
            .build(), BodyHandlers.ofString()).statusCode()).isEqualTo(204);
    }

    private static String message(String to, String subject) {
        return "{\"to\":\"%s\",\"subject\":\"%s\",\"words\":\"Lūdzu, piezvaniet.\"}".formatted(to, subject);
    }

    /** Mail comes behind the answer. */
    private static List<MimeMessage> arrived(String to, int count) throws Exception {
        long end = System.nanoTime() + 20_000_000_000L;
        while (arrivedFor(to).size() < count && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000);
        }
        List<MimeMessage> found = arrivedFor(to);
        assertThat(found).hasSize(count);
        return found;
    }

    private static List<MimeMessage> arrivedFor(String to) {
        return Arrays.stream(ServersOfTheTests.mail().getReceivedMessages())
            .filter(mail -> GreenMailUtil.getHeaders(mail).contains(to))
            .toList();
    }

    private static String until(String wanted, String subject) throws Exception {
        String state = "";
        long end = System.nanoTime() + 20_000_000_000L;
        while (!state.equals(wanted) && System.nanoTime() < end) {
            state = one("select a.state from t_alfa.guardian_message m join t_alfa.mail a on a.id = m.mail_id"
                    + " where m.subject = '" + subject + "'");
        }
        return state;
    }

    private HttpResponse<String> get(String path, String who, String accept) throws Exception {
        return client.send(at(path, who).header("Accept", accept).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String who, String body) throws Exception {
        return client.send(at(path, who).header("Content-Type", JSON).POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder at(String path, String who) {
        Person person = new Person("message-" + who, who + "@zina.lv", who, Set.of("alfa"));
        return HttpRequest.newBuilder(URI.create(BASE + path))
            .header("Authorization", "Bearer " + ServersOfTheTests.issuer().tokenFor(person).sign());
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
            return row.next() ? row.getString(1) : "";
        }
    }
}
