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
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Set;
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

/** Staff through the pages: who sees whom, who grants and ends what, and how somebody new comes in. */
@ExtendWith(ArquillianExtension.class)
class StaffIT {

    private static final String IDS = "01950000-0000-7000-8000-0000000000";
    private static final LocalDate TODAY = BusinessTime.today(InstantSource.system());
    private static final Person ADMIN = new Person("staff-1", "st.admin@alfa.lv", "Agnese Admine", Set.of("alfa"));
    private static final Person REGISTRAR = new Person("staff-2", "st.reg@alfa.lv", "Rita Reģe", Set.of("alfa"));
    private static final Person AUTHOR = new Person("staff-3", "st.autors@alfa.lv", "Aija Autore", Set.of("alfa"));

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
                insert into school values ('{id}01', null, 'Personāla skola', 'x', null),
                 ('{id}02', null, 'Kaimiņu skola', 'x', null);
                insert into staff values ('{id}11', 'st.admin@alfa.lv', 'Agnese', 'Admine'),
                 ('{id}12', 'st.reg@alfa.lv', 'Rita', 'Reģe'), ('{id}13', 'st.autors@alfa.lv', 'Aija', 'Autore'),
                 ('{id}14', 'st.kaimins@alfa.lv', 'Kārlis', 'Kaimiņš'), ('{id}15', 'st.dir@alfa.lv', 'Dace', 'Direktore');
                insert into staff_role (id, staff_id, role, school_id, valid_from) values
                 ('{id}21', '{id}11', 'TENANT_ADMIN', null, '2020-01-01'),
                 ('{id}22', '{id}12', 'SCHOOL_ADMIN', '{id}01', '2020-01-01'),
                 ('{id}23', '{id}13', 'PLAN_AUTHOR', '{id}01', '2020-01-01'),
                 ('{id}24', '{id}14', 'PLAN_AUTHOR', '{id}02', '2020-01-01'),
                 ('{id}25', '{id}15', 'SCHOOL_DIRECTOR', '{id}01', '2020-01-01')""");
    }

    @AfterAll
    static void forget() throws SQLException {
        run("""
                begin;
                set local search_path = t_alfa, pg_catalog;
                set constraints all deferred;
                delete from invitation where id in (select id from staff where email like 'st.%');
                delete from staff_role where staff_id in (select id from staff where email like 'st.%');
                delete from staff where email like 'st.%';
                delete from school where id::text like '{id}%';
                commit""");
    }

    @Test
    void a_municipality_sees_all_staff_a_school_its_own_and_others_none() throws Exception {
        String all = get("/t/alfa/staff?size=100", ADMIN, PAGE).body();
        assertThat(all).contains("Aija Autore", "Kārlis Kaimiņš", "Dace Direktore", "Personāla skola");
        String own = get("/t/alfa/staff", REGISTRAR, JSON).body();
        assertThat(own).contains("st.autors@alfa.lv", "st.dir@alfa.lv", "\"total\":3").doesNotContain("Kaimiņš");
        assertThat(get("/t/alfa/staff?role=SCHOOL_DIRECTOR&state=NOW&sort=-email", REGISTRAR, PAGE).body())
            .contains("Dace Direktore")
            .doesNotContain("Aija Autore");
        assertThat(get("/t/alfa/staff", AUTHOR, PAGE).statusCode()).isEqualTo(403);
        assertThat(get("/t/alfa/staff/export/csv", REGISTRAR, PAGE).body())
            .contains("Dace;Direktore;st.dir@alfa.lv;Izglītības iestādes direktors;Personāla skola;")
            .doesNotContain("Kaimiņš");
        assertThat(get("/t/alfa/staff/export/csv", AUTHOR, PAGE).statusCode()).isEqualTo(403);
        assertThat(get("/t/alfa/staff/" + IDS + "14", REGISTRAR, JSON).statusCode()).isEqualTo(404);
        assertThat(get("/t/alfa/staff/" + IDS + "14/roles/new", REGISTRAR, PAGE).statusCode()).isEqualTo(404);
        assertThat(get("/t/alfa/staff/" + IDS + "13/roles/" + IDS + "24/end", REGISTRAR, PAGE).statusCode())
            .isEqualTo(404);
        assertThat(get("/t/alfa/staff/x", ADMIN, JSON).statusCode()).isEqualTo(404);
    }

    @Test
    void a_role_ended_on_the_page_closes_with_the_next_request() throws Exception {
        String role = value("insert into t_alfa.staff_role (id, staff_id, role, valid_from) values"
                + " (gen_random_uuid(), '{id}13', 'TENANT_COORDINATOR', '2020-01-01') returning id");
        assertThat(get("/t/alfa/overview", AUTHOR, PAGE).statusCode()).isEqualTo(200);
        String at = "/t/alfa/staff/" + IDS + "13/roles/" + role + "/end";
        String token = token(get(at, ADMIN, PAGE).body());

        assertThat(form(at, "now=true", ADMIN, "x").statusCode()).isEqualTo(403);
        assertThat(get("/t/alfa/overview", AUTHOR, PAGE).statusCode()).isEqualTo(200);
        assertThat(form(at, "lastDay=" + TODAY.minusDays(1), ADMIN, token).statusCode()).isEqualTo(422);
        HttpResponse<String> ended = form(at, "now=true", ADMIN, token(get(at, ADMIN, PAGE).body()));
        assertThat(ended.statusCode()).as(ended.body()).isEqualTo(303);
        assertThat(get("/t/alfa/overview", AUTHOR, PAGE).statusCode()).isEqualTo(403);
        assertThat(get("/t/alfa/staff/" + IDS + "13", ADMIN, PAGE).body()).contains("beigusies");
        assertThat(post(at, "{\"now\":true}", ADMIN).statusCode()).isEqualTo(409);
    }

    @Test
    void a_role_granted_on_the_page_opens_with_the_next_request() throws Exception {
        assertThat(get("/t/alfa/permissions", AUTHOR, PAGE).statusCode()).isEqualTo(403);
        String at = "/t/alfa/staff/" + IDS + "13/roles";
        String token = token(get(at + "/new", REGISTRAR, PAGE).body());
        String typed = "role=SCHOOL_COORDINATOR&school=" + IDS + "01&from=" + TODAY + "&to=" + TODAY.plusDays(3);
        HttpResponse<String> granted = form(at, typed, REGISTRAR, token);
        assertThat(granted.statusCode()).as(granted.body()).isEqualTo(303);
        assertThat(get("/t/alfa/permissions", AUTHOR, PAGE).statusCode()).isEqualTo(200);
        assertThat(get("/t/alfa/staff/" + IDS + "13", REGISTRAR, JSON).body()).contains("SCHOOL_COORDINATOR",
                TODAY.plusDays(3).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12 | "role":"PLAN_AUTHOR","school":"01","from":"2026-01-01"     | 403 | staff-own-role
            13 | "role":"SCHOOL_DIRECTOR","school":"01","from":"2026-01-01" | 403 | staff-not-grantable
            13 | "role":"TENANT_ADMIN","from":"2026-01-01"                  | 403 | staff-not-grantable
            13 | "role":"PLAN_AUTHOR","school":"02","from":"2026-01-01"     | 422 | staff-no-school
            13 | "role":"PROVIDER","school":"01","from":"2026-01-01"        | 422 | staff-no-profession
            13 | "role":"PLAN_AUTHOR","school":"01"                         | 422 | staff-no-first-day
            13 | "from":"2026-01-01"                                        | 422 | staff-no-role
            13 | "role":"PLAN_AUTHOR","school":"01","from":"2026-01-01"     | 409 | staff-role-held
            14 | "role":"PLAN_AUTHOR","school":"01","from":"2026-01-01"     | 404 | not-found
            13 | "role":"GARDENER"                                          | 400 | broken-json
            """)
    void a_school_grants_no_more_than_it_may(String person, String fields, int status, String problem)
            throws Exception {
        String body = "{" + fields.replaceAll("\"school\":\"(..)\"", "\"school\":\"" + IDS + "$1\"") + "}";
        HttpResponse<String> refused = post("/t/alfa/staff/" + IDS + person + "/roles", body, REGISTRAR);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(refused.body()).contains("urn:pumpurs:problem:" + problem);
    }

    @Test
    void a_form_that_is_wrong_comes_back_with_what_was_typed_and_what_to_do() throws Exception {
        String token = token(get("/t/alfa/staff/new", ADMIN, PAGE).body());
        HttpResponse<String> again = form("/t/alfa/staff",
                "givenName=" + encoded("Šķēle <b>") + "&email=x&role=PLAN_AUTHOR&from=", ADMIN, token);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("Šķēle &lt;b", "Ierakstiet vārdu un uzvārdu.", "href=\"#givenName\"");
        HttpResponse<String> odd = form("/t/alfa/staff", "from=rīt", ADMIN, token(again.body()));
        assertThat(odd.statusCode()).isEqualTo(400);
        assertThat(odd.body()).contains("Ierakstiet datumu");
    }

    @Test
    void an_invitation_that_the_identity_provider_does_not_take_can_be_sent_again_and_is_never_half_made()
            throws Exception {
        String body = """
                {"givenName":"Jana","familyName":"Jaunā","email":"st.Jana@alfa.lv","role":"PLAN_AUTHOR",
                 "school":"%s01","from":"%s"}""".formatted(IDS, TODAY);
        HttpResponse<String> invited = post("/t/alfa/staff", body, REGISTRAR);
        assertThat(invited.statusCode()).as(invited.body()).isEqualTo(201);
        String person = invited.headers().firstValue("Location").orElseThrow().replaceAll(".*/t/", "/t/");
        assertThat(get(person, REGISTRAR, JSON).body()).contains("\"invitation\":\"FAILED\"", "PLAN_AUTHOR");
        assertThat(get(person, REGISTRAR, PAGE).body()).contains("Uzaicinājums nav nosūtīts",
                "Mēģiniet nosūtīt vēlreiz");

        assertThat(post("/t/alfa/staff", body, REGISTRAR).headers().firstValue("Location").orElseThrow())
            .endsWith(person);
        assertThat(post(person + "/invitation", "", REGISTRAR).statusCode()).isEqualTo(303);
        assertThat(get(person, REGISTRAR, JSON).body()).contains("\"invitation\":\"FAILED\"");
        assertThat(value("select count(*) from t_alfa.staff_role where staff_id = (select id from t_alfa.staff"
                + " where email = 'st.jana@alfa.lv')"))
            .isEqualTo("1");

        assertThat(post("/t/alfa/staff", body.replace("st.Jana", "st.nav").replace("PLAN_AUTHOR", "SCHOOL_ADMIN"),
                REGISTRAR)
            .statusCode()).isEqualTo(403);
        assertThat(value("select count(*) from t_alfa.staff where email = 'st.nav@alfa.lv'")).isEqualTo("0");
    }

    @Test
    void a_deputy_is_named_for_a_period_and_shown_as_one() throws Exception {
        String at = "/t/alfa/staff/" + IDS + "14/roles";
        String fields = "\"role\":\"SCHOOL_DIRECTOR\",\"school\":\"" + IDS + "01\",\"from\":\"" + TODAY + "\"";
        String deputy = ",\"deputyFor\":\"" + IDS + "15\"";
        assertThat(post(at, "{" + fields + deputy + "}", ADMIN).body()).contains("staff-needs-last-day");
        String until = ",\"to\":\"" + TODAY.plusDays(7) + "\"";
        assertThat(post(at, "{" + fields + until + deputy.replace("15", "12") + "}", ADMIN).body())
            .contains("staff-deputy-of-nobody");
        assertThat(post(at, "{" + fields + until + deputy + "}", ADMIN).statusCode()).isEqualTo(201);
        assertThat(get("/t/alfa/staff/" + IDS + "14", ADMIN, PAGE).body()).contains("aizvieto: Dace Direktore");
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql.replace("{id}", IDS));
        }
    }

    private static String value(String sql) throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql.replace("{id}", IDS))) {
            rows.next();
            return rows.getString(1);
        }
    }
}
