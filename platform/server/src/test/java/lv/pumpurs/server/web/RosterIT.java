package lv.pumpurs.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.junit.jupiter.params.provider.ValueSource;

/** A roster on its way from a file into the register, as a browser and as a program send it. */
@ExtendWith(ArquillianExtension.class)
class RosterIT {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String BASE = "http://localhost:" + System.getProperty("it.http.port");
    private static final String SCHOOL = "01900000-0000-7000-8000-000000000a01";
    private static final String OTHER_SCHOOL = "01900000-0000-7000-8000-000000000a02";
    private static final String HEADER = "Vārds;Uzvārds;Dzimšanas datums;Klase\n";
    private static final String COLUMNS = "{\"givenName\":0,\"familyName\":1,\"birthDate\":2,\"className\":3}";
    private static final String BOUNDARY = "----roster";
    private static final Person ADMIN = person("admin", "alfa");
    private static final Person NEIGHBOUR = person("neighbour", "alfa");
    private static final Person DIRECTOR = person("director", "alfa");
    private static final Person STRANGER = person("stranger", "beta");

    private final HttpClient client = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war();
    }

    private static Person person(String who, String tenant) {
        return new Person("roster-" + who, "roster." + who + "@" + tenant + ".lv", "Rita " + who, Set.of(tenant));
    }

    @BeforeAll
    static void people() throws Exception {
        Town.publishCatalogues();
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = t_alfa, pg_catalog");
            statement.execute("insert into school values ('%s', null, 'Rostera skola', 'x', null),"
                .formatted(SCHOOL) + " ('%s', null, 'Rostera kaimiņi', 'x', null)".formatted(OTHER_SCHOOL));
            employ(statement, ADMIN, "SCHOOL_ADMIN", SCHOOL);
            employ(statement, NEIGHBOUR, "SCHOOL_COORDINATOR", OTHER_SCHOOL);
            employ(statement, DIRECTOR, "SCHOOL_DIRECTOR", SCHOOL);
            statement.execute("set search_path = t_beta, pg_catalog");
            statement.execute("insert into school values ('%s', null, 'Rostera skola', 'x', null)".formatted(SCHOOL));
            employ(statement, STRANGER, "SCHOOL_ADMIN", SCHOOL);
        }
    }

    private static void employ(Statement statement, Person person, String role, String school) throws Exception {
        statement.execute("""
                with s as (insert into staff values (gen_random_uuid(), '%s', 'Rita', 'Rostere') returning id)
                insert into staff_role (id, staff_id, role, school_id, valid_from)
                select gen_random_uuid(), id, '%s', '%s', '2020-01-01' from s""".formatted(person.email(), role,
                school));
    }

    @Test
    void a_school_administrator_sends_checks_and_applies_a_file_in_the_browser() throws Exception {
        String cookie = "pumpurs-at=" + ServersOfTheTests.issuer().tokenFor(ADMIN).sign();
        String page = send(at("/t/alfa/roster").GET().header("Cookie", cookie).header("Accept", BROWSER)).body();
        assertThat(page).contains("Rostera skola", "enctype=\"multipart/form-data\"").doesNotContain("Rostera kaimiņi");
        Matcher found = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        String token = found.group(1);
        byte[] file = (HEADER + "Žanete;Ķirsīte;01.03.2012.;9.z\n").getBytes(Charset.forName("windows-1257"));

        assertThat(send(form(cookie, body("x" + token, SCHOOL, file))).statusCode()).isEqualTo(403);
        HttpResponse<String> sent = send(form(cookie, body(token, SCHOOL, file)));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        String place = path(sent);
        String uploaded = send(at(place).GET().header("Cookie", cookie).header("Accept", BROWSER)).body();
        assertThat(uploaded).contains("Ķirsīte", "selected>Dzimšanas datums");

        HttpResponse<String> checked = send(at(place + "/check").header("Cookie", cookie)
            .header("Accept", BROWSER)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers
                .ofString("csrf=" + token + "&givenName=0&familyName=1&birthDate=2&className=3&grade=")));
        assertThat(checked.statusCode()).as(checked.body()).isEqualTo(303);
        String shown = send(at(place).GET().header("Cookie", cookie).header("Accept", BROWSER)).body();
        assertThat(shown).contains("Ierakstīt: 1 jauni, 0 mainīti", "Žanete Ķirsīte", "01.03.2012.");
        HttpResponse<String> applied = send(at(place + "/apply").header("Cookie", cookie)
            .header("Accept", BROWSER)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("csrf=" + token)));
        assertThat(applied.statusCode()).as(applied.body()).isEqualTo(303);
        assertThat(send(get(place, ADMIN)).body()).contains("\"state\":\"APPLIED\"");
        assertThat(send(get("/t/alfa/learners?class=9.z", ADMIN)).body()).contains("Ķirsīte");
    }

    @Test
    void guardians_of_a_file_stand_on_the_learners_page_and_are_invited_there() throws Exception {
        String place = path(upload(ADMIN, """
                Vārds;Uzvārds;Dzimšanas datums;Klase;Māte;Mātes e-pasts;Mātes tālrunis;Tēvs
                Zelma;Zīle;01.03.2012.;9.x;Zinta Zīle;Zinta@Pasts.test;29123456;Zigis Zīlis
                """));
        String columns = COLUMNS.replace("}", ",\"guardian1Name\":4,\"guardian1Email\":5,\"guardian1Phone\":6,"
                + "\"guardian2Name\":7}");
        assertThat(send(post(ADMIN, place + "/check", columns)).statusCode()).isEqualTo(303);
        assertThat(send(get(place + "?show=guardians", ADMIN)).body()).contains("\"zinta@pasts.test\"", "Zigis Zīlis",
                "\"act\":\"NEW\"", "\"begins\":true");
        String page = send(get(place + "?show=guardians", ADMIN).setHeader("Accept", BROWSER)).body();
        assertThat(page).contains("Pārstāvji (2)", "Sāk pārstāvēt izglītojamo", "+37129123456");
        assertThat(send(post(ADMIN, place + "/apply", "{}")).statusCode()).isEqualTo(303);
        Matcher learner = Pattern.compile("\"givenName\":\"Zelma\"[^}]*?\"id\":\"([0-9a-f-]{36})\"")
            .matcher(send(get("/t/alfa/learners?class=9.x", ADMIN)).body());
        assertThat(learner.find()).isTrue();
        String shown = send(get("/t/alfa/learners/" + learner.group(1), ADMIN).setHeader("Accept", BROWSER)).body();
        assertThat(shown).contains("Zinta Zīle", "zinta@pasts.test", "+37129123456", "Zigis Zīlis",
                "nav e-pasta adreses", "Uzaicināt</button>")
            .doesNotContain("Nosūtīt uzaicinājumu vēlreiz");
        Matcher invite = Pattern.compile("action=\"([^\"]+/invitation)\"").matcher(shown);
        assertThat(invite.find()).isTrue();
        String ofMother = invite.group(1);
        assertThat(invite.find()).as("no address").isFalse();
        assertThat(send(post(ADMIN, ofMother, null)).statusCode()).isEqualTo(303);
        for (Matcher end = Pattern.compile("action=\"([^\"]+)/end\"").matcher(shown); end.find();) {
            int expected = ofMother.startsWith(end.group(1)) ? 303 : 409;
            assertThat(send(post(ADMIN, end.group(1) + "/invitation", null)).statusCode()).isEqualTo(expected);
        }
    }

    @Test
    void an_import_is_open_to_its_school_only() throws Exception {
        String place = path(upload(ADMIN, HEADER + "Anna;Apse;01.03.2012.;9.y\n"));
        for (String act : new String[]{"", "/check", "/apply", "/discard"}) {
            assertThat(status(NEIGHBOUR, place + act)).as(act).isEqualTo(404);
            assertThat(status(DIRECTOR, place + act)).as(act).isEqualTo(403);
            assertThat(status(STRANGER, place + act)).as(act).isEqualTo(404);
            assertThat(status(STRANGER, place.replace("alfa", "beta") + act)).as(act).isEqualTo(404);
        }
        assertThat(send(program(DIRECTOR, body("", SCHOOL, new byte[3]))).statusCode()).isEqualTo(403);
        HttpResponse<String> abroad = send(program(ADMIN, body("", OTHER_SCHOOL, HEADER.getBytes(
                StandardCharsets.UTF_8))));
        assertThat(abroad.statusCode()).isEqualTo(400);
        assertThat(abroad.body()).contains("roster-wrong-place");
        assertThat(send(get(place, ADMIN)).body()).contains("\"state\":\"UPLOADED\"");
        assertThat(send(get("/t/alfa/roster/export/csv", ADMIN)).body()).contains("Atsūtīts;", "Rostera skola");
        assertThat(send(get("/t/alfa/roster/export/csv", NEIGHBOUR)).body()).contains("Atsūtīts;")
            .doesNotContain("Rostera skola");
        assertThat(send(get("/t/alfa/roster/export/csv", DIRECTOR)).statusCode()).isEqualTo(403);
        assertThat(send(post(ADMIN, place + "/discard", null)).statusCode()).isEqualTo(303);
        assertThat(send(get(place, ADMIN)).statusCode()).isEqualTo(404);
    }

    @Test
    void what_cannot_be_applied_is_refused_and_the_page_lists_every_problem() throws Exception {
        String place = path(upload(ADMIN, HEADER + "Anna;Apse;32.03.2012.;9.y\nJānis;;01.03.2012.;99\n"));
        assertThat(send(post(ADMIN, place + "/apply", "{}")).body()).contains("roster-wrong-state");
        assertThat(send(post(ADMIN, place + "/check", "{\"givenName\":0}")).body()).contains("roster-wrong-mapping");
        assertThat(send(post(ADMIN, place + "/check", COLUMNS)).statusCode()).isEqualTo(303);
        HttpResponse<String> shown = send(get(place + "?show=problems", ADMIN));
        assertThat(shown.body()).contains("DATE_WRONG", "MISSING", "GRADE_WRONG", "\"number\":2", "\"number\":3");
        HttpResponse<String> refused = send(post(ADMIN, place + "/apply", "{}"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("roster-has-problems");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000\u0001", "\"open", "PK\u0003\u0004rest", "a;b", "\r\n\r\n", "a;b\n\"x\"y;z",
            "\ufeff", "a,b\n\u200b,\u202e\n", ";;;\n;;;"})
    void whatever_a_file_holds_is_answered_with_a_sentence(String content) throws Exception {
        HttpResponse<String> answer = upload(ADMIN, content);
        assertThat(answer.statusCode()).as(answer.body()).isIn(201, 400, 413);
        if (answer.statusCode() != 201) {
            assertThat(answer.body()).contains("\"detail\":\"Nekas nav saglabāts.").doesNotContain("Exception");
        }
    }

    @Test
    void random_bytes_and_broken_forms_are_never_a_failure_of_ours() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 30; i++) {
            byte[] bytes = new byte[random.nextInt(4000)];
            random.nextBytes(bytes);
            assertThat(send(program(ADMIN, body("", SCHOOL, bytes))).statusCode()).isIn(201, 400, 413);
            assertThat(send(program(ADMIN, bytes)).statusCode()).isEqualTo(400);
        }
        byte[] whole = body("", SCHOOL, (HEADER + "Anna;Apse;01.03.2012.;9.y\n").getBytes(StandardCharsets.UTF_8));
        for (int length = 0; length < whole.length - BOUNDARY.length() - 6; length += 13) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            HttpResponse<String> answer = send(program(ADMIN, cut));
            assertThat(answer.statusCode()).as(length + answer.body()).isEqualTo(400);
        }
    }

    @Test
    void no_name_and_no_code_of_a_file_is_in_the_servers_log() throws Exception {
        String place = path(upload(ADMIN, HEADER + "Qzxjanis;Qzxberzs;99.03.2012.;9.y\n"));
        send(post(ADMIN, place + "/check", COLUMNS));
        send(get(place, ADMIN));
        upload(ADMIN, HEADER + "Qzxjanis;\"Qzxberzs");
        try (var files = Files.walk(Path.of(System.getProperty("wlp.home"), "usr/servers/it/logs"))) {
            for (Path log : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(log).toLowerCase(Locale.ROOT)).doesNotContain("qzxjanis", "qzxberzs");
            }
        }
    }

    private int status(Person person, String path) throws Exception {
        String act = path.substring(path.lastIndexOf('/'));
        return switch (act) {
            case "/check" -> send(post(person, path, COLUMNS)).statusCode();
            case "/apply" -> send(post(person, path, "{}")).statusCode();
            case "/discard" -> send(post(person, path, null)).statusCode();
            default -> send(get(path, person)).statusCode();
        };
    }

    private HttpResponse<String> upload(Person person, String csv) throws Exception {
        return send(program(person, body("", SCHOOL, csv.getBytes(StandardCharsets.UTF_8))));
    }

    private static byte[] body(String csrf, String school, byte[] file) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String fields = "";
        if (!csrf.isEmpty()) {
            fields += "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + csrf + "\r\n";
        }
        fields += "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"school\"\r\n\r\n" + school + "\r\n"
                + "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n";
        body.write(fields.getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static HttpRequest.Builder program(Person person, byte[] body) {
        return at("/t/alfa/roster").header("Authorization", bearer(person))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private static HttpRequest.Builder form(String cookie, byte[] body) {
        return at("/t/alfa/roster").header("Cookie", cookie)
            .header("Accept", BROWSER)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private static HttpRequest.Builder post(Person person, String path,
            @org.jspecify.annotations.Nullable String json) {
        HttpRequest.Builder request = at(path).header("Authorization", bearer(person));
        return json == null
                ? request.POST(HttpRequest.BodyPublishers.noBody())
                : request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder get(String path, Person person) {
        return at(path).GET().header("Authorization", bearer(person));
    }

    private static HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(BASE + path));
    }

    private static String path(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body())))
            .getPath();
    }

    private static String bearer(Person person) {
        return "Bearer " + ServersOfTheTests.issuer().tokenFor(person).sign();
    }
}
