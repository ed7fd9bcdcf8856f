package lv.pumpurs.server.web;

import static lv.pumpurs.server.web.Window.JSON;
import static lv.pumpurs.server.web.Window.PAGE;
import static lv.pumpurs.server.web.Window.encoded;
import static lv.pumpurs.server.web.Window.form;
import static lv.pumpurs.server.web.Window.get;
import static lv.pumpurs.server.web.Window.post;
import static lv.pumpurs.server.web.Window.token;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
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

/** Learners move on: promoted, to another school, out of a record entered twice; and their personal codes. */
@ExtendWith(ArquillianExtension.class)
class LearnerActsIT {

    private static final String IDS = "01970000-0000-7000-8000-0000000000";
    private static final String LEARNERS = "/t/alfa/learners/";
    private static final Person HERE = new Person("la-1", "la.reg@alfa.lv", "Rita Reģe", Set.of("alfa"));
    private static final Person THERE = new Person("la-2", "la.cits@alfa.lv", "Cita Reģe", Set.of("alfa"));
    private static final Person DIRECTOR = new Person("la-3", "la.dir@alfa.lv", "Dace Direktore", Set.of("alfa"));
    /** A token of a form belongs to its login, so everybody signs in once. */

    @Deployment(testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war();
    }

    @BeforeAll
    static void people() throws SQLException {
        Town.publishCatalogues();
        run("""
                insert into nation.tenant (id, slug, schema_name, name, kind, locale, state, file_digest) values
                 (gen_random_uuid(), 'alfa', 't_alfa', 'Alfas novads', 'MUNICIPALITY', 'lv', 'ACTIVE', '-')
                 on conflict do nothing;
                set search_path = t_alfa, pg_catalog;
                insert into school values ('{id}01', null, 'Virzības skola', 'VIDUSSKOLA', null),
                 ('{id}02', null, 'Virzības otrā', 'VIDUSSKOLA', null);
                insert into staff values ('{id}12', 'la.reg@alfa.lv', 'Rita', 'Reģe'),
                 ('{id}13', 'la.cits@alfa.lv', 'Cita', 'Reģe'), ('{id}14', 'la.dir@alfa.lv', 'Dace', 'Direktore');
                insert into staff_role (id, staff_id, role, school_id, valid_from) values
                 ('{id}22', '{id}12', 'SCHOOL_ADMIN', '{id}01', '2020-01-01'),
                 ('{id}23', '{id}13', 'SCHOOL_ADMIN', '{id}02', '2020-01-01'),
                 ('{id}24', '{id}14', 'SCHOOL_DIRECTOR', '{id}01', '2020-01-01');
                begin;
                insert into learner (id, given_name, family_name, search_name, latest_enrolment_id, version) values
                 ('{id}31', 'Liene', 'Augstāka', 'liene augstaka', '{id}41', 1),
                 ('{id}32', 'Pēteris', 'Pārejošs', 'peteris parejoss', '{id}42', 1),
                 ('{id}33', 'Divi', 'Ieraksti', 'divi ieraksti', '{id}43', 1),
                 ('{id}34', 'Divi', 'Ieraksti', 'divi ieraksti', '{id}44', 1),
                 ('{id}35', 'Koda', 'Meitene', 'koda meitene', '{id}45', 1);
                insert into enrolment values
                 ('{id}41', '{id}31', '{id}01', '2025/2026', '5.a', 5, false, null, '2025-09-01', null),
                 ('{id}42', '{id}32', '{id}01', '2026/2027', '5.b', 5, false, null, '2026-09-01', null),
                 ('{id}43', '{id}33', '{id}01', '2026/2027', '6.a', 6, false, null, '2026-09-01', null),
                 ('{id}44', '{id}34', '{id}01', '2026/2027', '6.b', 6, false, null, '2026-09-02', null),
                 ('{id}45', '{id}35', '{id}01', '2026/2027', '7.a', 7, false, null, '2026-09-01', null);
                commit""");
    }

    @AfterAll
    static void forget() throws SQLException {
        run("""
                begin;
                set local search_path = t_alfa, pg_catalog;
                set constraints all deferred;
                delete from former_personal_code where learner_id::text like '{id}%';
                update learner set merged_into = null where id::text like '{id}%';
                delete from enrolment where learner_id::text like '{id}%';
                delete from learner where id::text like '{id}%';
                delete from staff_role where staff_id::text like '{id}%';
                delete from staff where id::text like '{id}%';
                delete from school where id::text like '{id}%';
                commit""");
    }

    @Test
    void a_school_is_promoted_by_its_own_people_and_a_second_time_changes_nothing() throws Exception {
        String at = "/t/alfa/promotion?year=2025/2026";
        assertThat(get(at, HERE, PAGE).body()).contains("Liene Augstāka", "value=\"6.a\"", "2026./2027.");
        assertThat(get(at, THERE, JSON).body()).doesNotContain("Augstāka");
        assertThat(get(at, DIRECTOR, PAGE).statusCode()).isEqualTo(403);
        String act = """
                {"school":"%s01","year":"2025/2026","learners":[{"enrolment":"%s41","move":"UP","className":"6.c"}]}"""
            .formatted(IDS, IDS);
        assertThat(post("/t/alfa/promotion", act, THERE).statusCode()).isEqualTo(422);
        assertThat(post("/t/alfa/promotion", act.replace("\"UP\"", "\"DOWN\""), HERE).statusCode()).isEqualTo(400);
        assertThat(post("/t/alfa/promotion", act, HERE).statusCode()).isEqualTo(303);
        String place = "select string_agg(class_name, ' ' order by valid_from) from t_alfa.enrolment where learner_id = '"
                + IDS + "31'";
        assertThat(one(place)).isEqualTo("5.a 6.c");
        assertThat(post("/t/alfa/promotion", act, HERE).statusCode()).isEqualTo(303);
        assertThat(one(place)).isEqualTo("5.a 6.c");
        assertThat(get(at, HERE, JSON).body()).contains("\"placed\":[{\"className\":\"6.c\"");
    }

    @Test
    void a_learner_who_goes_to_another_school_is_found_there_and_not_here() throws Exception {
        String learner = LEARNERS + IDS + "32";
        assertThat(get(learner, THERE, PAGE).statusCode()).isEqualTo(404);
        String token = token(get(learner + "/transfer", HERE, PAGE).body());
        String typed = "school=" + IDS + "02&className=5.z&grade=5&day=";
        HttpResponse<String> wrong = form(learner + "/transfer", typed + "2199-01-01&name=" + encoded("Pēteris"), HERE,
                token);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("nevar būt nākotnē", "value=\"5.z\"");
        assertThat(form(learner + "/transfer", typed + "2026-10-05", HERE, token).statusCode()).isEqualTo(303);
        assertThat(get(learner, HERE, PAGE).statusCode()).isEqualTo(404);
        assertThat(get(learner + "/timeline", HERE, PAGE).statusCode()).isEqualTo(404);
        assertThat(get(learner + "/timeline", THERE, PAGE).body()).contains("Pārgāja uz citu iestādi: Virzības otrā");
    }

    @Test
    void two_records_of_a_child_become_one_and_the_other_address_leads_to_it() throws Exception {
        String stays = LEARNERS + IDS + "33";
        String goes = LEARNERS + IDS + "34";
        assertThat(get(stays, HERE, PAGE).body()).contains("izskatās pēc šī paša bērna");
        assertThat(get(stays + "/merge?with=" + IDS + "34", HERE, PAGE).body()).contains("Mācības klasē", "6.b");
        assertThat(post(stays + "/merge", "{\"other\":\"" + IDS + "99\"}", HERE).statusCode()).isEqualTo(422);
        assertThat(post(stays + "/merge", "{\"other\":\"" + IDS + "34\"}", THERE).statusCode()).isEqualTo(404);
        assertThat(post(stays + "/merge", "{\"other\":\"" + IDS + "34\"}", HERE).statusCode()).isEqualTo(303);
        HttpResponse<String> old = get(goes, HERE, PAGE);
        assertThat(old.statusCode()).isEqualTo(301);
        assertThat(old.headers().firstValue("Location").orElse("")).endsWith(stays);
        assertThat(get(goes, THERE, PAGE).statusCode()).isEqualTo(404);
        assertThat(get(stays, HERE, JSON).body()).contains("6.a", "6.b");
    }

    @Test
    void a_whole_code_is_shown_once_with_a_reason_that_the_log_keeps() throws Exception {
        String code = LEARNERS + IDS + "35/code";
        assertThat(post(code + "/replacement", "{\"code\":\"12\"}", HERE).body()).contains("\"field\":\"code\"");
        assertThat(post(code + "/replacement", "{\"code\":\"320102-54321\"}", HERE).statusCode()).isEqualTo(303);
        assertThat(get(code, HERE, PAGE).body()).contains("******-*4321").doesNotContain("320102");
        String token = token(get(code + "/reveal", HERE, PAGE).body());
        assertThat(form(code + "/reveal", "reason=vajag", HERE, token).statusCode()).isEqualTo(400);
        assertThat(form(code + "/reveal", "reason=vajadziiigs", HERE, token).body())
            .contains("dažos vārdos", "vajadziiigs")
            .doesNotContain("320102");
        HttpResponse<String> shown = form(code + "/reveal", "reason=" + encoded("Salīdzinu ar iesniegumu"), HERE,
                token);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("320102-54321");
        assertThat(shown.headers().allValues("Cache-Control")).contains("no-store");
        assertThat(one(
                "select reason || ' ' || permission from t_alfa.read_log where reason is not null and learner_id = '"
                        + IDS + "35'"))
            .isEqualTo("Salīdzinu ar iesniegumu code:reveal");
        assertThat(get(LEARNERS + IDS + "35", HERE, PAGE).body()).doesNotContain("320102");
        assertThat(post(code + "/reveal", "{\"reason\":\"Salīdzinu ar iesniegumu\"}", DIRECTOR).statusCode())
            .isEqualTo(403);
        assertThat(post(code + "/reveal", "{\"reason\":\"Salīdzinu ar iesniegumu\"}", THERE).statusCode())
            .isEqualTo(404);
    }

    private static String one(String query) throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql.replace("{id}", IDS));
        }
    }
}
