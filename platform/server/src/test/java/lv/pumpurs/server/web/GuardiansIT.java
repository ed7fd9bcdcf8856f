package lv.pumpurs.server.web;

import static lv.pumpurs.server.web.Window.PAGE;
import static lv.pumpurs.server.web.Window.encoded;
import static lv.pumpurs.server.web.Window.form;
import static lv.pumpurs.server.web.Window.get;
import static lv.pumpurs.server.web.Window.post;
import static lv.pumpurs.server.web.Window.token;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.pumpurs.core.fixture.Town;
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

/** Guardians through the learner's page: who adds and ends them, and what that opens and closes. */
@ExtendWith(ArquillianExtension.class)
class GuardiansIT {

    private static final String IDS = "01960000-0000-7000-8000-0000000000";
    private static final String CHILD = "/t/alfa/learners/" + IDS + "31";
    private static final String OTHER = "/t/alfa/learners/" + IDS + "32";
    private static final LocalDate TODAY = BusinessTime.today(InstantSource.system());
    private static final Person REGISTRAR = new Person("gu-1", "gu.reg@alfa.lv", "Rita Reģe", Set.of("alfa"));
    private static final Person DIRECTOR = new Person("gu-2", "gu.dir@alfa.lv", "Dace Direktore", Set.of("alfa"));
    private static final Person MOTHER = new Person("gu-3", "gu.mamma@alfa.lv", "Vita Vecāka", Set.of("alfa"));
    private static final Person ADULT = new Person("gu-4", "gu.juris@alfa.lv", "Juris Lielais", Set.of("alfa"));
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
                insert into school values ('{id}01', null, 'Vecāku skola', 'x', null), ('{id}02', null, 'Cita', 'x', null);
                insert into staff values ('{id}12', 'gu.reg@alfa.lv', 'Rita', 'Reģe'),
                 ('{id}13', 'gu.dir@alfa.lv', 'Dace', 'Direktore');
                insert into staff_role (id, staff_id, role, school_id, valid_from) values
                 ('{id}22', '{id}12', 'SCHOOL_ADMIN', '{id}01', '2020-01-01'),
                 ('{id}23', '{id}13', 'SCHOOL_DIRECTOR', '{id}01', '2020-01-01');
                begin;
                insert into learner (id, given_name, family_name, search_name, latest_enrolment_id, version) values
                 ('{id}31', 'Bērns', 'Savējais', 'berns savejais', '{id}41', 1),
                 ('{id}32', 'Bērns', 'Svešais', 'berns svesais', '{id}42', 1),
                 ('{id}33', 'Juris', 'Lielais', 'juris lielais', '{id}43', 1);
                insert into enrolment values
                 ('{id}41', '{id}31', '{id}01', '2026/2027', '9.a', 9, false, null, '2026-09-01', null),
                 ('{id}42', '{id}32', '{id}02', '2026/2027', '9.a', 9, false, null, '2026-09-01', null),
                 ('{id}43', '{id}33', '{id}01', '2026/2027', '12.a', 12, false, null, '2026-09-01', null);
                commit""");
    }

    @AfterAll
    static void forget() throws SQLException {
        run("""
                begin;
                set local search_path = t_alfa, pg_catalog;
                set constraints all deferred;
                delete from invitation where id in (select id from guardian where email like 'gu.%'
                 union all select id from learner where email like 'gu.%');
                delete from guardianship where learner_id::text like '{id}%';
                delete from guardian where email like 'gu.%';
                delete from enrolment where id::text like '{id}%';
                delete from learner where id::text like '{id}%';
                delete from staff_role where staff_id::text like '{id}%';
                delete from staff where id::text like '{id}%';
                delete from school where id::text like '{id}%';
                commit""");
    }

    @Test
    void a_guardian_added_on_the_page_sees_the_child_and_no_longer_when_it_ends() throws Exception {
        assertThat(get(CHILD, MOTHER, PAGE).statusCode()).isEqualTo(404);
        String token = token(get(CHILD + "/guardians/new", REGISTRAR, PAGE).body());
        String typed = "givenName=Vita&familyName=" + encoded("Vecāka") + "&email=gu.mamma%40alfa.lv&relation=PARENT"
                + "&from=" + TODAY.minusDays(2);
        assertThat(form(CHILD + "/guardians", typed, REGISTRAR, "x").statusCode()).isEqualTo(403);
        HttpResponse<String> added = form(CHILD + "/guardians", typed, REGISTRAR, token);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
        String page = get(CHILD, REGISTRAR, PAGE).body();
        assertThat(page).contains("Vita Vecāka", "gu.mamma@alfa.lv", "Uzaicinājums nav nosūtīts",
                "Izbeigt pārstāvību");
        assertThat(get(CHILD, DIRECTOR, PAGE).body()).contains("Vita Vecāka").doesNotContain("Izbeigt pārstāvību");
        assertThat(get(CHILD, MOTHER, PAGE).statusCode()).isEqualTo(200);
        assertThat(get(CHILD, MOTHER, PAGE).body()).doesNotContain("gu.mamma@alfa.lv");
        assertThat(get(OTHER, MOTHER, PAGE).statusCode()).isEqualTo(404);

        Matcher end = Pattern.compile("action=\"([^\"]+/guardians/[^\"]+/end)\"").matcher(page);
        assertThat(end.find()).isTrue();
        assertThat(post(end.group(1), "{}", REGISTRAR).statusCode()).isEqualTo(422);
        assertThat(post(end.group(1), "{\"now\":true}", DIRECTOR).statusCode()).isEqualTo(403);
        HttpResponse<String> ended = form(end.group(1), "now=true", REGISTRAR, token(page));
        assertThat(ended.statusCode()).as(ended.body()).isEqualTo(303);
        assertThat(get(CHILD, MOTHER, PAGE).statusCode()).isNotEqualTo(200);
        assertThat(get(CHILD, REGISTRAR, PAGE).body()).contains("vairs nepārstāv");
        assertThat(post(end.group(1), "{\"now\":true}", REGISTRAR).statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            31 | "givenName":"","familyName":"V","email":"gu.x@alfa.lv","relation":"PARENT","from":"2026-01-01"  | 400
            31 | "givenName":"V","familyName":"V","email":"nav","relation":"PARENT","from":"2026-01-01"          | 400
            31 | "givenName":"V","familyName":"V","email":"gu.x@alfa.lv","relation":"AUNT","from":"2026-01-01"   | 400
            31 | "givenName":"V","familyName":"V","email":"gu.x@alfa.lv","relation":"PARENT"                     | 400
            32 | "givenName":"V","familyName":"V","email":"gu.x@alfa.lv","relation":"PARENT","from":"2026-01-01" | 404
            """)
    void a_guardian_who_is_not_told_whole_or_of_a_learner_out_of_reach_is_not_added(String learner, String fields,
            int status) throws Exception {
        HttpResponse<String> refused = post("/t/alfa/learners/" + IDS + learner + "/guardians", "{" + fields + "}",
                REGISTRAR);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(get("/t/alfa/learners/" + IDS + learner + "/guardians/new", DIRECTOR, PAGE).statusCode())
            .isEqualTo(403);
    }

    @Test
    void a_form_that_is_wrong_comes_back_with_what_was_typed() throws Exception {
        String token = token(get(CHILD + "/guardians/new", REGISTRAR, PAGE).body());
        HttpResponse<String> again = form(CHILD + "/guardians", "givenName=" + encoded("Šķēle <b>") + "&email=nav",
                REGISTRAR, token);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("Šķēle &lt;b", "Ierakstiet e-pasta adresi");
    }

    @Test
    void an_adult_takes_over_with_a_login_of_the_own() throws Exception {
        String learner = "/t/alfa/learners/" + IDS + "33";
        assertThat(get(learner, ADULT, PAGE).statusCode()).isEqualTo(404);
        HttpResponse<String> young = post(learner + "/guardians/adult", "{\"bornOn\":\""
                + TODAY.minusYears(18).plusDays(1) + "\",\"email\":\"gu.juris@alfa.lv\"}", REGISTRAR);
        assertThat(young.statusCode()).isEqualTo(422);
        assertThat(young.body()).contains("learner-not-of-age");
        String token = token(get(learner + "/guardians/adult", REGISTRAR, PAGE).body());
        HttpResponse<String> over = form(learner + "/guardians/adult",
                "bornOn=" + TODAY.minusYears(18).minusDays(2) + "&email=gu.juris%40alfa.lv", REGISTRAR, token);
        assertThat(over.statusCode()).as(over.body()).isEqualTo(303);
        assertThat(get(learner, ADULT, PAGE).statusCode()).isEqualTo(200);
        assertThat(get(CHILD, ADULT, PAGE).statusCode()).isEqualTo(404);
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql.replace("{id}", IDS));
        }
    }
}
