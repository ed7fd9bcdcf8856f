package lv.pumpurs.server.web;

import static lv.pumpurs.server.web.Window.JSON;
import static lv.pumpurs.server.web.Window.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.server.PluginsOn;
import lv.pumpurs.server.ServersOfTheTests;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The three switches of a plugin over HTTP, tried with the consultations: off means that they are not there. */
@ExtendWith(ArquillianExtension.class)
class SwitchesIT {

    private static final String HERE = "01900044-0000-7000-8000-000000000001";
    private static final String THERE = "01900044-0000-7000-8000-000000000002";
    private static final String PLUGIN = "/t/alfa/plugins/consultations";
    private static final String ROUTE = "/t/alfa/consultations";
    private static final String OFFERS = "/operator/plugins/consultations";
    private static final String NONE = "{\"with\":[]}";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Person OPERATOR = new Person("switches-operator", "olga@switches.lv", "Olga Operatore",
            Set.of());
    private static final Person COORDINATOR = person("koordinatore");
    private static final Person HERE_ADMIN = person("administratore");
    private static final Person HERE_DIRECTOR = person("direktore");
    private static final Person THERE_DIRECTOR = person("cita");
    private static final Person BETA = new Person("switches-beta", "beta@switches.lv", "Berta", Set.of("beta"));

    private static Person person(String who) {
        return new Person("switches-" + who, who + "@switches.lv", who, Set.of("alfa"));
    }

    @Deployment(testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war();
    }

    @BeforeAll
    static void people() throws Exception {
        Town.publishCatalogues();
        sql("""
                insert into nation.operator (id, email, name, role, valid_from)
                 values (gen_random_uuid(), 'olga@switches.lv', 'Olga', 'OPERATOR_ADMIN', '2020-01-01');
                set search_path = t_beta, pg_catalog;
                insert into staff values ('01900044-0000-7000-8000-000000000020', 'beta@switches.lv', 'Berta', 'Betas');
                insert into staff_role (id, staff_id, role, valid_from) values
                 (gen_random_uuid(), '01900044-0000-7000-8000-000000000020', 'TENANT_COORDINATOR', '2020-01-01');
                set search_path = t_alfa, pg_catalog;
                insert into school values ('%1$s', null, 'Slēdžu vidusskola', 'VIDUSSKOLA', null),
                 ('%2$s', null, 'Slēdžu pamatskola', 'PAMATSKOLA', null);
                insert into staff values
                 ('01900044-0000-7000-8000-000000000010', 'koordinatore@switches.lv', 'Kaiva', 'Koordinatore'),
                 ('01900044-0000-7000-8000-000000000011', 'administratore@switches.lv', 'Agra', 'Administratore'),
                 ('01900044-0000-7000-8000-000000000012', 'direktore@switches.lv', 'Dace', 'Direktore'),
                 ('01900044-0000-7000-8000-000000000013', 'cita@switches.lv', 'Cita', 'Direktore');
                insert into staff_role (id, staff_id, role, school_id, valid_from) values
                 (gen_random_uuid(), '01900044-0000-7000-8000-000000000010', 'TENANT_COORDINATOR', null, '2020-01-01'),
                 (gen_random_uuid(), '01900044-0000-7000-8000-000000000011', 'SCHOOL_ADMIN', '%1$s', '2020-01-01'),
                 (gen_random_uuid(), '01900044-0000-7000-8000-000000000012', 'SCHOOL_DIRECTOR', '%1$s', '2020-01-01'),
                 (gen_random_uuid(), '01900044-0000-7000-8000-000000000013', 'SCHOOL_DIRECTOR', '%2$s', '2020-01-01')"""
            .formatted(HERE, THERE));
    }

    @AfterEach
    void on_again_everywhere() throws Exception {
        PluginsOn.everywhere();
        await(() -> status(ROUTE, COORDINATOR) == 200 && status("/t/beta/consultations", BETA) == 200);
    }

    @Test
    void a_school_switches_a_plugin_off_and_for_its_people_it_is_not_there() throws Exception {
        assertThat(status(ROUTE, HERE_DIRECTOR)).isEqualTo(200);
        assertThat(Window.get("/t/alfa", HERE_DIRECTOR, PAGE).body()).contains("href=\"" + ROUTE + "\"");
        assertThat(act(PLUGIN + "/schools/" + HERE + "/disable", NONE, HERE_ADMIN)).isEqualTo(303);

        assertThat(status(ROUTE, HERE_DIRECTOR)).as("404, not 403").isEqualTo(404);
        assertThat(status(ROUTE + "/export/csv", HERE_DIRECTOR)).isEqualTo(404);
        assertThat(status(ROUTE, HERE_ADMIN)).as("to whoever may not use it anyway it is not there either")
            .isEqualTo(404);
        assertThat(Window.get("/t/alfa", HERE_DIRECTOR, PAGE).body()).doesNotContain("href=\"" + ROUTE + "\"");
        assertThat(status(ROUTE, THERE_DIRECTOR)).as("at the other school nothing has changed").isEqualTo(200);
        assertThat(status(ROUTE, COORDINATOR)).isEqualTo(200);

        assertThat(act(PLUGIN + "/schools/" + HERE + "/enable", "{}", HERE_ADMIN)).isEqualTo(303);
        assertThat(status(ROUTE, HERE_DIRECTOR)).isEqualTo(200);
        assertThat(log("plugin_school")).endsWith("INSERT false", "UPDATE true");
    }

    @Test
    void a_municipality_stops_a_plugin_and_allows_it_again_and_what_schools_had_said_holds() throws Exception {
        assertThat(act(PLUGIN + "/schools/" + HERE + "/disable", NONE, HERE_ADMIN)).isEqualTo(303);
        assertThat(act(PLUGIN + "/stop", NONE, COORDINATOR)).isEqualTo(303);
        for (Person anybody : List.of(HERE_DIRECTOR, THERE_DIRECTOR, COORDINATOR)) {
            assertThat(status(ROUTE, anybody)).isEqualTo(404);
        }
        assertThat(status("/t/beta/consultations", BETA)).as("the neighbour decides for itself").isEqualTo(200);
        assertThat(act(PLUGIN + "/schools/" + HERE + "/enable", "{}", HERE_ADMIN)).as("not allowed").isEqualTo(409);

        assertThat(act(PLUGIN + "/allow", "{\"inSchools\":\"ON\"}", COORDINATOR)).isEqualTo(303);
        assertThat(status(ROUTE, THERE_DIRECTOR)).isEqualTo(200);
        assertThat(status(ROUTE, HERE_DIRECTOR)).as("the school had switched it off").isEqualTo(404);
    }

    @Test
    void what_the_operator_withdraws_is_gone_everywhere_in_the_tenant_and_back_when_it_is_offered_again()
            throws Exception {
        assertThat(act(OFFERS + "/tenants/alfa/withdraw", NONE, OPERATOR)).isEqualTo(303);
        await(() -> status(ROUTE, COORDINATOR) == 404);
        assertThat(status(PLUGIN, COORDINATOR)).as("and cannot be allowed").isEqualTo(404);
        assertThat(act(PLUGIN + "/allow", "{\"inSchools\":\"ON\"}", COORDINATOR)).isEqualTo(404);
        assertThat(Window.get("/t/alfa/plugins", COORDINATOR, JSON).body()).isEqualTo("{\"plugins\":[]}");
        assertThat(status("/t/beta/consultations", BETA)).isEqualTo(200);

        assertThat(act(OFFERS + "/tenants/alfa/offer", "{}", OPERATOR)).isEqualTo(303);
        await(() -> status(ROUTE, COORDINATOR) == 200);
        assertThat(texts("select act || ' ' || tenant_slug || ' ' || reason from nation.operator_log"
                + " where operator_subject = 'switches-operator' order by at"))
            .containsExactly(
                    "WITHDRAW alfa consultations", "OFFER alfa consultations");
    }

    @Test
    void nobody_switches_what_is_not_theirs() throws Exception {
        assertThat(act(PLUGIN + "/stop", NONE, HERE_ADMIN)).isEqualTo(403);
        assertThat(act(PLUGIN + "/schools/" + THERE + "/disable", NONE, HERE_ADMIN)).as("another's school")
            .isEqualTo(404);
        assertThat(act(PLUGIN + "/schools/" + HERE + "/disable", NONE, HERE_DIRECTOR)).isEqualTo(403);
        assertThat(act(PLUGIN + "/schools/" + HERE + "/disable", NONE, COORDINATOR)).isEqualTo(403);
        assertThat(act("/t/beta/plugins/consultations/stop", NONE, COORDINATOR)).isEqualTo(404);
        assertThat(act(OFFERS + "/tenants/alfa/withdraw", NONE, COORDINATOR)).isEqualTo(403);
        assertThat(act("/t/alfa/plugins/no-such/allow", "{\"inSchools\":\"ON\"}", COORDINATOR)).isEqualTo(404);
        assertThat(act("/operator/plugins/no-such/tenants/alfa/offer", "{}", OPERATOR)).isEqualTo(404);
        assertThat(act(OFFERS + "/tenants/nowhere/offer", "{}", OPERATOR)).isEqualTo(404);
        assertThat(status(ROUTE, HERE_DIRECTOR)).isEqualTo(200);
    }

    @Test
    void a_plugin_is_switched_off_only_together_with_exactly_what_falls_with_it() throws Exception {
        HttpResponse<String> refused = Window.post(PLUGIN + "/stop", "{\"with\":[\"reporting\"]}", COORDINATOR);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("plugin-others-need-it");
        assertThat(act(PLUGIN + "/stop", "{}", COORDINATOR)).as("nothing named").isEqualTo(400);
        assertThat(status(ROUTE, COORDINATOR)).isEqualTo(200);
    }

    @Test
    void the_pages_show_the_state_and_the_buttons_of_the_reader() throws Exception {
        String one = Window.get(PLUGIN, COORDINATOR, PAGE).body();
        assertThat(one).contains("Slēdžu vidusskola", "Slēdžu pamatskola", PLUGIN + "/stop", "Kā noteikusi pašvaldība")
            .doesNotContain("/disable");
        String own = Window.get(PLUGIN, HERE_ADMIN, PAGE).body();
        assertThat(own).contains("/schools/" + HERE + "/disable").doesNotContain("/stop", "Slēdžu pamatskola");
        HttpResponse<String> off = Window.form(PLUGIN + "/schools/" + HERE + "/disable", "x=", HERE_ADMIN,
                Window.token(own));
        assertThat(off.statusCode()).isEqualTo(303);
        assertThat(Window.get(PLUGIN, HERE_ADMIN, PAGE).body()).contains("/schools/" + HERE + "/enable", "Izslēgts");
        assertThat(Window.get("/operator/plugins", OPERATOR, PAGE).body()).contains("Konsultācijas", "Kārtībā");
        assertThat(Window.get(OFFERS, OPERATOR, PAGE).body()).contains("Alfas novads",
                OFFERS + "/tenants/alfa/withdraw");
    }

    @Test
    void a_wrong_setting_comes_back_with_what_is_wrong_and_a_right_one_holds_within_the_bounds() throws Exception {
        String settings = PLUGIN + "/settings";
        String page = Window.get(settings, COORDINATOR, PAGE).body();
        HttpResponse<String> wrong = Window.form(settings, "version=" + version(page) + "&value.lessonMinutes=9999",
                COORDINATOR, Window.token(page));
        assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"9999\"", "Ierakstiet veselu skaitli no 20 līdz 90.");

        HttpResponse<String> right = Window.form(settings, "version=" + version(page)
                + "&value.lessonMinutes=45&least.lessonMinutes=40&most.lessonMinutes=60&fixed.holidayWarns=on",
                COORDINATOR, Window.token(wrong.body()));
        assertThat(right.statusCode()).as(right.body()).isEqualTo(303);
        HttpResponse<String> second = Window.form(settings, "version=" + version(page) + "&value.lessonMinutes=50",
                COORDINATOR, Window.token(Window.get(settings, COORDINATOR, PAGE).body()));
        assertThat(second.statusCode()).as("read before the other one changed it").isEqualTo(409);

        String ofSchool = PLUGIN + "/schools/" + HERE + "/settings";
        String school = Window.get(ofSchool, HERE_ADMIN, PAGE).body();
        assertThat(school).contains("No 40 līdz 60.", "Ja nenosaka: 45.", "Šo nosaka pašvaldība.");
        HttpResponse<String> outside = Window.form(ofSchool, "version=" + version(school) + "&value.lessonMinutes=61",
                HERE_ADMIN, Window.token(school));
        assertThat(outside.statusCode()).isEqualTo(422);
        assertThat(outside.body()).contains("Ierakstiet veselu skaitli no 40 līdz 60.");
        assertThat(Window.get(PLUGIN + "/schools/" + THERE + "/settings", HERE_ADMIN, PAGE).statusCode())
            .isEqualTo(404);
    }

    private static String version(String page) {
        Matcher version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page);
        assertThat(version.find()).as(page).isTrue();
        return version.group(1);
    }

    private static int act(String path, String json, Person who) throws Exception {
        return Window.post(path, json, who).statusCode();
    }

    private static int status(String path, Person who) throws Exception {
        return Window.get(path, who, JSON).statusCode();
    }

    private static List<String> log(String table) throws Exception {
        return texts("select act || ' ' || (after ->> 'enabled') from t_alfa.change_log where table_name = '"
                + table + "' and after ->> 'school_id' = '" + HERE + "' and actor is not null order by at, id");
    }

    private static List<String> texts(String query) throws Exception {
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

    private static void sql(String statements) throws Exception {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    /** A condition that holds after a while. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(50);
        }
    }
}
