package lv.pumpurs.server.web;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.server.ServersOfTheTests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** One learner and two providers, and the same consultation sent again and again. */
abstract class Repeats {

    static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    static final String BASE = "http://localhost:" + System.getProperty("it.http.port");
    static final String LEARNER = "0190000f-0000-7000-8000-000000000010";
    static final String LIST = "/t/alfa/consultations";
    static final String NEW = LIST + "/learners/" + LEARNER + "/new";
    static final Person TEACHER = new Person("repeat-1", "pedagogs@repeat.lv", "Rita Pedagoģe",
            Set.of("alfa"));
    static final Person OPERATOR = new Person("repeat-3", "repeat@operator.lv", "Olga Operatore", Set.of());
    static final Person COLLEAGUE = new Person("repeat-2", "kolege@repeat.lv", "Kitija Kolēģe",
            Set.of("alfa"));

    final HttpClient client = HttpClient.newHttpClient();
    final String subject = "Atkārtots " + UUID.randomUUID();

    private static boolean planted;

    static synchronized void plant() throws SQLException {
        if (planted) {
            return;
        }
        planted = true;
        Town.publishCatalogues();
        sql("""
                insert into nation.operator (id, email, name, role, valid_from) values
                 (gen_random_uuid(), 'repeat@operator.lv', 'Olga Operatore', 'OPERATOR_ADMIN', '2020-01-01');
                set search_path = t_alfa, pg_catalog;
                insert into school values ('0190000f-0000-7000-8000-000000000001', null, 'Atkārtotā skola', 'VIDUSSKOLA', null);
                insert into staff values
                 ('0190000f-0000-7000-8000-000000000002', 'pedagogs@repeat.lv', 'Rita', 'Pedagoģe'),
                 ('0190000f-0000-7000-8000-000000000003', 'kolege@repeat.lv', 'Kitija', 'Kolēģe');
                insert into staff_role (id, staff_id, role, school_id, provider_role, valid_from, valid_to)
                 select gen_random_uuid(), s.id, 'PROVIDER', '0190000f-0000-7000-8000-000000000001', 'EDUCATOR',
                  '2020-01-01', null
                 from staff s where s.email like '%@repeat.lv';
                begin;
                insert into learner (id, given_name, family_name, search_name, latest_enrolment_id, version) values
                 ('0190000f-0000-7000-8000-000000000010', 'Otto', 'Atkārtotais', 'otto atkartotais',
                  '0190000f-0000-7000-8000-000000000012', 1);
                insert into enrolment values
                 ('0190000f-0000-7000-8000-000000000012', '0190000f-0000-7000-8000-000000000010',
                  '0190000f-0000-7000-8000-000000000001', '2020/2021', '9.a', 9, false, null, '2020-09-01', null);
                insert into support_plan (id, code, learner_id, school_id, semester, programme, author_id, state,
                  approved_on, active_from, active_to, version)
                 values ('0190000f-0000-7000-8000-000000000020', 'REPEAT-IT-1', '0190000f-0000-7000-8000-000000000010',
                 '0190000f-0000-7000-8000-000000000001', '2026/2027-1', 'PUMPURS', '0190000f-0000-7000-8000-000000000002',
                 'ACTIVE', '2026-09-01', '2026-09-01', '2026-12-22', 1);
                insert into planned_measure
                 select gen_random_uuid(), '0190000f-0000-7000-8000-000000000020', 'CONS_SUBJECT_TEACHER', s.id,
                  'Matemātika', 9999, 0, '2026-09-01', '2026-12-22'
                 from staff s where s.email like '%@repeat.lv';
                insert into planned_measure_risk (planned_measure_id, risk)
                 select id, 'STUDY_CONTENT_DIFFICULTY' from planned_measure
                 where plan_id = '0190000f-0000-7000-8000-000000000020';
                insert into plan_risk values (gen_random_uuid(), '0190000f-0000-7000-8000-000000000020',
                 'STUDY_CONTENT_DIFFICULTY', 'HIGH', null);
                commit""");
    }

    /** Nobody is at two places at once: what was written down so far gives its time back, so that it can be done again. */
    @BeforeEach
    void makeRoom() throws SQLException {
        sql("update t_alfa.consultation set starts_at = null where learner_id = '" + LEARNER + "'");
    }

    String key() {
        return "\"" + UUID.randomUUID() + "\"";
    }

    HttpResponse<String> post(Person person, @Nullable String key, int minutes) throws Exception {
        return send(json(person, key, minutes, NEW));
    }

    HttpRequest json(Person person, @Nullable String key, int minutes, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(BASE + path))
            .header("Authorization", "Bearer " + ServersOfTheTests.issuer().tokenFor(person).sign())
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(
                    "{\"heldOn\":\"2026-11-02\",\"startsAt\":\"10:00\",\"subject\":\"" + subject + "\",\"minutes\":"
                            + minutes + "}"));
        return (key == null ? request : request.header("Idempotency-Key", key)).build();
    }

    static HttpRequest entry(String reason) {
        return HttpRequest.newBuilder(URI.create(BASE + "/operator/tenants/alfa/entries"))
            .header("Authorization", "Bearer " + ServersOfTheTests.issuer().tokenFor(OPERATOR).sign())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"reason\":\"" + reason + "\"}"))
            .build();
    }

    HttpRequest form(String token, String about) {
        return HttpRequest.newBuilder(URI.create(BASE + NEW))
            .header("Cookie", cookie())
            .header("Origin", BASE)
            .header("Accept", BROWSER)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("csrf=" + token + "&heldOn=2026-11-02&startsAt=10:00&minutes=40&subject="
                    + java.net.URLEncoder.encode(about, java.nio.charset.StandardCharsets.UTF_8)))
            .build();
    }

    String token() throws Exception {
        String page = send(HttpRequest.newBuilder(URI.create(BASE + NEW))
            .header("Cookie", cookie())
            .header("Accept", BROWSER)
            .build()).body();
        return tokenIn(page).group(1);
    }

    static Matcher tokenIn(String page) {
        Matcher token = Pattern.compile("<form method=\"post\" class=\"card\".*?name=\"csrf\" value=\"([^\"]+)\"",
                Pattern.DOTALL)
            .matcher(page);
        assertThat(token.find()).as(page).isTrue();
        return token;
    }

    static String cookie() {
        return "pumpurs-at=" + ServersOfTheTests.issuer().tokenFor(TEACHER).sign();
    }

    HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, BodyHandlers.ofString());
    }

    List<HttpResponse<String>> together(int times, HttpRequest request) {
        CyclicBarrier start = new CyclicBarrier(times);
        return IntStream.range(0, times).mapToObj(i -> CompletableFuture.supplyAsync(() -> {
            try {
                start.await();
                return send(request);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }, Thread::startVirtualThread)).toList().stream().map(CompletableFuture::join).toList();
    }

    /** A table that nobody can write to until the transaction of this connection ends. */
    static Connection held() throws SQLException {
        Connection connection = TwoTenants.database().superuser().getConnection();
        connection.createStatement().execute("begin; lock table t_alfa.consultation in share row exclusive mode");
        return connection;
    }

    static void waitsForTheTable() throws Exception {
        waits("relation");
    }

    static void waits(String event) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (rows("select 1::text from pg_stat_activity where usename = 'pumpurs_app' and wait_event_type = 'Lock'"
                + " and wait_event = '" + event + "'")
            .isEmpty()) {
            assertThat(Instant.now()).isBefore(end);
        }
    }

    /** Seen in two statements one after the other: the first one gave up. */
    static void waitsTwice(String event) throws Exception {
        Set<String> begun = new HashSet<>();
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (begun.size() < 2) {
            begun.addAll(rows("select query_start::text from pg_stat_activity where usename = 'pumpurs_app'"
                    + " and wait_event_type = 'Lock' and wait_event = '" + event + "'"));
            assertThat(Instant.now()).isBefore(end);
        }
    }

    int recorded() throws Exception {
        return rows("select id::text from t_alfa.consultation where subject = '" + subject + "'").size();
    }

    static List<String> rows(String query) throws SQLException {
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

    static void sql(String script) throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }
}
