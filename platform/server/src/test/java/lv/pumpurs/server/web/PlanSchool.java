package lv.pumpurs.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
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

/** A school whose people write plans and decide on them, over HTTP as they and their programs would. */
final class PlanSchool {

    static final String PAGE = "text/html";
    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";
    static final String BASE = "http://localhost:" + System.getProperty("it.http.port");
    static final String IDS = "01960000-0000-7000-8000-0000000000";
    static final LocalDate TODAY = BusinessTime.today(InstantSource.system());
    static final Person AUTHOR = person("autore", "Aija Autore");
    static final Person COLLEAGUE = person("kolege", "Kārina Kolēģe");
    static final Person DIRECTOR = person("direktors", "Dainis Direktors");
    static final Person MUNICIPALITY = person("pasvaldiba", "Pārsla Pašvaldība");
    static final Person COORDINATOR = person("koordinators", "Kaspars Koordinators");
    static final Person FOREIGN = person("svesa", "Sveta Svešā");
    static final Person TEACHER = person("klase", "Klāra Klase");
    private static int learners;

    /** Not HTTP/2: of many requests at once over one connection the server's writers may wait for each other for ever. */
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private PlanSchool() {}

    private static Person person(String post, String name) {
        return new Person("plans-" + post, "plans-" + post + "@alfa.lv", name, Set.of("alfa"));
    }

    static void open() throws SQLException {
        Town.publishCatalogues();
        sql("""
                insert into school values ('{id}01', null, 'Plānu skola', 'x', null), ('{id}02', null, 'Plānu kaimiņu skola', 'x', null);
                insert into school_year values ('{y}', '{a}-09-01', '{b}-08-31', 'test')
                 on conflict (code) do update set ends_on = excluded.ends_on;
                insert into staff values ('{id}11', 'plans-autore@alfa.lv', 'Aija', 'Autore'),
                 ('{id}12', 'plans-kolege@alfa.lv', 'Kārina', 'Kolēģe'),
                 ('{id}13', 'plans-direktors@alfa.lv', 'Dainis', 'Direktors'),
                 ('{id}14', 'plans-pasvaldiba@alfa.lv', 'Pārsla', 'Pašvaldība'),
                 ('{id}15', 'plans-koordinators@alfa.lv', 'Kaspars', 'Koordinators'),
                 ('{id}16', 'plans-svesa@alfa.lv', 'Sveta', 'Svešā'), ('{id}17', 'plans-klase@alfa.lv', 'Klāra', 'Klase'),
                 ('{id}18', 'plans-pedagogs@alfa.lv', 'Pēteris', 'Pedagogs');
                insert into staff_role (id, staff_id, role, school_id, class_name, provider_role, valid_from) values
                 (gen_random_uuid(), '{id}11', 'PLAN_AUTHOR', '{id}01', null, null, '2020-01-01'),
                 (gen_random_uuid(), '{id}12', 'PLAN_AUTHOR', '{id}01', null, null, '2020-01-01'),
                 (gen_random_uuid(), '{id}13', 'SCHOOL_DIRECTOR', '{id}01', null, null, '2020-01-01'),
                 (gen_random_uuid(), '{id}13', 'PLAN_AUTHOR', '{id}01', null, null, '2020-01-01'),
                 (gen_random_uuid(), '{id}14', 'TENANT_COORDINATOR', null, null, null, '2020-01-01'),
                 (gen_random_uuid(), '{id}15', 'SCHOOL_COORDINATOR', '{id}01', null, null, '2020-01-01'),
                 (gen_random_uuid(), '{id}16', 'PLAN_AUTHOR', '{id}02', null, null, '2020-01-01'),
                 (gen_random_uuid(), '{id}16', 'SCHOOL_DIRECTOR', '{id}02', null, null, '2020-01-01'),
                 (gen_random_uuid(), '{id}17', 'CLASS_TEACHER', '{id}01', '9.p', null, '2020-01-01'),
                 (gen_random_uuid(), '{id}18', 'PROVIDER', '{id}01', null, 'EDUCATOR', '2020-01-01')""");
    }

    /** Other classes of this run count the same schema. */
    static void forget() throws SQLException {
        sql("""
                set constraints all deferred;
                delete from planned_measure_risk where planned_measure_id in (select id from planned_measure
                 where plan_id in (select id from support_plan where school_id::text like '{id}%'));
                delete from planned_measure where plan_id in (select id from support_plan where school_id::text like '{id}%');
                delete from plan_risk where plan_id in (select id from support_plan where school_id::text like '{id}%');
                delete from plan_approval where plan_id in (select id from support_plan where school_id::text like '{id}%');
                delete from operator_entry where plan_id in (select id from support_plan where school_id::text like '{id}%');
                delete from plan_amendment where plan_id in (select id from support_plan where school_id::text like '{id}%');
                delete from plan_suspension where plan_id in (select id from support_plan where school_id::text like '{id}%');
                delete from support_plan where school_id::text like '{id}%';
                delete from guardianship where guardian_id::text like '{id}%';
                delete from guardian where id::text like '{id}%';
                delete from enrolment where school_id::text like '{id}%';
                delete from learner where given_name = 'Plānotais';
                delete from staff_role where staff_id::text like '{id}%';
                delete from staff where id::text like '{id}%';
                delete from school where id::text like '{id}%'""");
    }

    static String submitted() throws Exception {
        String plan = started(AUTHOR, learner());
        write(plan, AUTHOR);
        done(act(plan, "submission", AUTHOR, "{}"));
        return plan;
    }

    static String started(Person who, String learner) throws Exception {
        HttpResponse<String> made = post("/t/alfa/plans/learners/" + learner + "/new", who, JSON, "{}", JSON);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made.headers().firstValue("Location").orElseThrow().replaceFirst(".*(/t/alfa/.*)", "$1");
    }

    static void write(String plan, Person who) throws Exception {
        String choices = get(plan + "/draft", who, JSON).body();
        HttpResponse<String> written = send(to(plan + "/draft", who).header("Content-Type", JSON)
            .header("If-Match", tag(plan, who))
            .PUT(HttpRequest.BodyPublishers.ofString("""
                    {"appliedOn":"%s","appliedBy":"GUARDIAN","strengths":"Labi zīmē","voice":"Gribu saprast",
                     "risks":[{"risk":"STUDY_CONTENT_DIFFICULTY","severity":"HIGH","note":"Vidējais 3,8"}],
                     "measures":[{"kind":"CONS_SUBJECT_TEACHER","provider":"%s","subject":"Matemātika","quantity":10,
                       "startsOn":"%s","endsOn":"%s","risks":["STUDY_CONTENT_DIFFICULTY"]}]}""".formatted(TODAY,
                    IDS + "18", first("\"first\":\"([0-9-]+)\"", choices), first("\"last\":\"([0-9-]+)\"", choices)))));
        assertThat(written.statusCode()).as(written.body()).isEqualTo(204);
    }

    static HttpResponse<String> act(String plan, String act, Person who, String body) throws Exception {
        return send(to(plan + "/" + act, who).header("Content-Type", JSON)
            .header("If-Match", tag(plan, who))
            .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    static String tag(String plan, Person who) throws Exception {
        return get(plan, who, JSON).headers().firstValue("ETag").orElse("\"0\"");
    }

    static String key(String plan) throws Exception {
        return plan.substring(14) + ":" + tag(plan, DIRECTOR).replace("\"", "");
    }

    static String measures(String plan) throws Exception {
        String body = get(plan, AUTHOR, JSON).body();
        return body.substring(body.indexOf("\"measures\":"));
    }

    static int status(String method, String path, Person who, String body) throws Exception {
        return method.equals("GET")
                ? get(path, who, PAGE).statusCode()
                : post(path, who, JSON, body, JSON).statusCode();
    }

    static String first(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    /** The steps are taken for granted, also the one of the nation's reviewer. */
    static void activated(String plan) throws SQLException {
        sql("update support_plan set state = 'ACTIVE', approval_step = null, approved_on = '" + TODAY
                + "', active_from = '" + TODAY + "', active_to = '" + TODAY.plusDays(90)
                + "', version = version + 1 where id = '" + plan.substring(14) + "'");
    }

    static String learner() throws SQLException {
        String id = IDS.substring(0, 33) + (300 + learners++);
        sql("""
                insert into learner (id, given_name, family_name, search_name, latest_enrolment_id, version) values
                 ('%1$s', 'Plānotais', 'Nr%1$s', 'planotais', '%1$s', 1);
                insert into enrolment values ('%1$s', '%1$s', '{id}01', '{y}', '9.p', 9, false, null, '{a}-09-01', null)"""
            .formatted(id));
        return id;
    }

    static HttpResponse<String> get(String path, Person who, String type) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(BASE + path))
            .header("Authorization", "Bearer " + ServersOfTheTests.issuer().tokenFor(who).sign())
            .header("Accept", type)
            .build(), BodyHandlers.ofString());
    }

    static HttpResponse<String> post(String path, Person who, String sent, String body, String type)
            throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(BASE + path))
            .header("Authorization", "Bearer " + ServersOfTheTests.issuer().tokenFor(who).sign())
            .header("Accept", type)
            .header("Content-Type", sent)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(), BodyHandlers.ofString());
    }

    static HttpRequest.Builder to(String path, Person who) {
        return HttpRequest.newBuilder(URI.create(BASE + path))
            .header("Authorization", "Bearer " + ServersOfTheTests.issuer().tokenFor(who).sign())
            .header("Accept", JSON);
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static long count(String query) throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = t_alfa, pg_catalog");
            try (ResultSet row = statement.executeQuery(query)) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static void sql(String statements) throws SQLException {
        int year = TODAY.getMonthValue() >= 9 ? TODAY.getYear() : TODAY.getYear() - 1;
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local search_path = t_alfa, pg_catalog");
            statement.execute(statements.replace("{id}", IDS)
                .replace("{y}", year + "/" + (year + 1))
                .replace("{a}", Integer.toString(year))
                .replace("{b}", Integer.toString(year + 1)));
            connection.commit();
        }
    }
}
