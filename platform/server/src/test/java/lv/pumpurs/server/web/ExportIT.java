package lv.pumpurs.server.web;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.server.ServersOfTheTests;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as files: the same rows as the page, all of them, for whoever may see the page. */
@ExtendWith(ArquillianExtension.class)
class ExportIT {

    private static final String BASE = "http://localhost:" + System.getProperty("it.http.port");
    private static final String SCHOOL = "0190002a-0000-7000-8000-000000000001";
    private static final String LEARNERS = "/t/beta/learners/export/";
    private static final Person COORDINATOR = new Person("export-1", "koordinatore@export.lv", "Kaija Eksporte",
            Set.of("beta"));
    private static final Person ADMINISTRATOR = new Person("export-2", "admins@export.lv", "Andis Eksports",
            Set.of("beta"));
    private static final Person OPERATOR = new Person("export-3", "export@operator.lv", "Olga Operatore", Set.of());

    @TempDir
    Path folder = Path.of("set by the test engine");

    private final HttpClient client = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war().addClass(Breaking.class);
    }

    @BeforeAll
    static void people() throws Exception {
        Town.publishCatalogues();
        sql("""
                insert into nation.operator (id, email, name, role, valid_from) values
                 (gen_random_uuid(), 'export@operator.lv', 'Olga Operatore', 'OPERATOR_ADMIN', '2020-01-01');
                set search_path = t_beta, pg_catalog;
                insert into school values ('%1$s', null, '=Eksporta skola', 'VIDUSSKOLA', null);
                insert into staff values
                 ('0190002a-0000-7000-8000-000000000002', 'koordinatore@export.lv', 'Kaija', 'Eksporte'),
                 ('0190002a-0000-7000-8000-000000000003', 'admins@export.lv', 'Andis', 'Eksports');
                insert into staff_role (id, staff_id, role, valid_from) values
                 (gen_random_uuid(), '0190002a-0000-7000-8000-000000000002', 'TENANT_COORDINATOR', '2020-01-01'),
                 (gen_random_uuid(), '0190002a-0000-7000-8000-000000000003', 'TENANT_ADMIN', '2020-01-01');
                begin;
                insert into learner (id, given_name, family_name, search_name, latest_enrolment_id, version)
                 select cast('0190002a-0000-7000-8000-1' || lpad(n::text, 11, '0') as uuid), 'Bērns',
                  'Eksportējamais' || lpad(n::text, 4, '0'), 'berns eksportejamais',
                  cast('0190002a-0000-7000-8000-2' || lpad(n::text, 11, '0') as uuid), 1
                 from generate_series(1, 1203) n;
                insert into enrolment select cast('0190002a-0000-7000-8000-2' || lpad(n::text, 11, '0') as uuid),
                  cast('0190002a-0000-7000-8000-1' || lpad(n::text, 11, '0') as uuid), '%1$s', '2020/2021',
                  case when n %% 2 = 0 then '9.a' else '9.b' end, 9, false, null, '2020-09-01', null
                 from generate_series(1, 1203) n;
                commit""".formatted(SCHOOL));
    }

    @AfterAll
    static void as_it_was() throws SQLException {
        sql("""
                set search_path = t_beta, pg_catalog;
                set session_replication_role = replica;
                delete from enrolment where school_id = '%1$s';
                delete from learner where given_name = 'Bērns';
                delete from school where id = '%1$s'""".formatted(SCHOOL));
    }

    @Test
    void a_list_is_exported_with_its_filters_in_its_order_and_all_its_pages() throws Exception {
        String csv = csv(LEARNERS + "csv?school=" + SCHOOL + "&class=9.a&sort=-name&size=25&page=3", COORDINATOR);

        List<String> lines = csv.lines().toList();
        assertThat(csv).startsWith("\ufeffVārds;Uzvārds;Klase;Klases numurs;Izglītības iestāde;").endsWith("\r\n");
        assertThat(lines).hasSize(602);
        assertThat(lines.get(1)).isEqualTo("Bērns;Eksportējamais1202;9.a;9;'=Eksporta skola;;;0");
        assertThat(lines.getLast()).startsWith("Bērns;Eksportējamais0002;9.a");
    }

    @Test
    void what_was_searched_for_is_exported_without_standing_in_the_address() throws Exception {
        HttpResponse<byte[]> file = client.send(at("/t/beta/learners/search/export/csv", COORDINATOR)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"q\":\"eksportejamais\"}"))
            .build(), BodyHandlers.ofByteArray());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(new String(file.body(), StandardCharsets.UTF_8).lines()).hasSize(1204);
        assertThat(lastRead()).isEqualTo("learner:read 1203 {SEARCH}");
    }

    @Test
    void a_file_is_complete_by_its_length_is_kept_nowhere_and_its_name_tells_of_nobody() throws Exception {
        HttpResponse<byte[]> file = get(LEARNERS + "xlsx?class=9.b", COORDINATOR, "lv");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValueAsLong("Content-Length")).hasValue(file.body().length);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
            .matches("attachment; filename=\"izglitojamie-\\d{4}-\\d\\d-\\d\\d\\.xlsx\"");
        assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
        String sheet = sheet(file.body());
        assertThat(Pattern.compile("<row ").matcher(sheet).results().count()).isGreaterThanOrEqualTo(603);
        assertThat(sheet).contains("Eksport&#x113;jamais0001", "<t>=Eksporta skola</t>")
            .doesNotContain("<f>", "jamais0002", "<t></t>");
    }

    @Test
    void a_file_of_people_is_in_the_log_of_readings_with_as_many_rows_as_it_has() throws Exception {
        get(LEARNERS + "csv?school=" + SCHOOL, COORDINATOR, "lv");
        assertThat(lastRead()).isEqualTo("learner:read 1203 {SCHOOL}");
    }

    @Test
    void the_head_speaks_the_readers_language() throws Exception {
        assertThat(new String(get(LEARNERS + "csv?class=none", COORDINATOR, "en").body(), StandardCharsets.UTF_8))
            .startsWith("\ufeffGiven name;Family name;");
    }

    @Test
    void the_logs_are_exported_narrowed_as_they_are() throws Exception {
        String changes = csv("/t/beta/log/export/csv?kind=school&act=INSERT", ADMINISTRATOR);
        assertThat(changes).contains("Laiks;Kas;Lomas;", "Platforma", "'=Eksporta skola")
            .doesNotContain("Eksportējamais");
        assertThat(csv("/t/beta/log/export/csv?kind=learner", ADMINISTRATOR))
            .contains("Saturs jūsu lomai nav redzams.")
            .doesNotContain("Eksportējamais0");

        csv(LEARNERS + "csv", COORDINATOR);
        String reads = csv("/t/beta/log/reads/export/csv?kind=learner:read", ADMINISTRATOR);
        assertThat(reads).contains("Kaija Eksporte;Pašvaldības koordinators").contains(";Pārraudzība\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"figures", "overview/schools", "overview/semesters", "overview/measures", "deadlines"})
    void figures_are_exported_and_tell_of_nobody(String table) throws Exception {
        long before = reads();
        assertThat(csv("/t/beta/" + table + "/export/csv", COORDINATOR)).startsWith("\ufeff").contains(";");
        assertThat(reads()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"tenants,Betas novads;Pašvaldība", "migrations,Nosaukums;Stāvoklis"})
    void the_operators_lists_are_exported(String list, String shown) throws Exception {
        assertThat(csv("/operator/" + list + "/export/csv", OPERATOR)).contains(shown);
    }

    @ParameterizedTest
    @CsvSource({"/t/beta/learners/export/csv,403", "/t/beta/learners/export/pdf,403", "/t/beta/log/export/pdf,404",
            "/operator/tenants/export/csv,403"})
    void who_may_not_see_the_list_gets_no_file_and_another_ending_is_not_there(String path, int status)
            throws Exception {
        assertThat(get(path, ADMINISTRATOR, "lv").statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void a_list_that_breaks_on_the_way_is_a_problem_and_never_half_a_file(String format) throws Exception {
        HttpResponse<byte[]> broken = get("/t/beta/breaking/export/" + format, COORDINATOR, "lv");
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(new String(broken.body(), StandardCharsets.UTF_8)).contains("urn:pumpurs:problem:unexpected")
            .doesNotContain("planted");
    }

    private String csv(String path, Person person) throws Exception {
        HttpResponse<byte[]> file = get(path, person, "lv");
        String text = new String(file.body(), StandardCharsets.UTF_8);
        assertThat(file.statusCode()).as(text).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        return text;
    }

    private HttpResponse<byte[]> get(String path, Person person, String language) throws Exception {
        return client.send(at(path, person).header("Accept-Language", language).build(), BodyHandlers.ofByteArray());
    }

    private static HttpRequest.Builder at(String path, Person person) {
        return HttpRequest.newBuilder(URI.create(BASE + path))
            .header("Authorization", "Bearer " + ServersOfTheTests.issuer().tokenFor(person).sign());
    }

    private String sheet(byte[] book) throws Exception {
        Path file = Files.write(folder.resolve("list.xlsx"), book);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }

    private static String lastRead() throws SQLException {
        return rows("select concat_ws(' ', permission, row_count, filters::text) from t_beta.read_log order by id desc"
                + " limit 1")
            .getFirst();
    }

    private static long reads() throws SQLException {
        return Long.parseLong(rows("select count(*)::text from t_beta.read_log").getFirst());
    }

    private static List<String> rows(String query) throws SQLException {
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

    private static void sql(String script) throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }
}
