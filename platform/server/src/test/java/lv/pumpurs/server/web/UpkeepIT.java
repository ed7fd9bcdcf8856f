package lv.pumpurs.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Predicate;
import lv.pumpurs.core.catalogue.CataloguesAndSchools;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.core.provisioning.Organisations;
import lv.pumpurs.core.provisioning.TenantProvisioning;
import lv.pumpurs.server.ServersOfTheTests;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tenants that are not ready for people, as these meet them, and how the operator brings them on. */
@ExtendWith(ArquillianExtension.class)
class UpkeepIT {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String BASE = "http://localhost:" + System.getProperty("it.http.port");
    private static final Person OPERATOR = new Person("upkeep-1", "upkeep@operator.lv", "Olga Operatore", Set.of());
    private static final Person MEMBER = new Person("upkeep-2", "upkeep@beta.lv", "Berta Betas",
            Set.of("beta", "nijs"));
    private static final Person STRANGER = new Person("upkeep-3", "upkeep@else.lv", "Sveša Persona", Set.of("alfa"));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String FILE = """
            slug: nijs
            name: Nijas novads
            kind: MUNICIPALITY
            locale: lv
            programmes: [PUMPURS]
            schools: []
            administrators:
              - {given_name: Nora, family_name: Nija, email: nora@nijs.lv}
            """;

    @Deployment(testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war();
    }

    @BeforeAll
    static void people() throws Exception {
        database("INSERT INTO nation.operator (id, email, name, role, valid_from) VALUES (gen_random_uuid(),"
                + " 'upkeep@operator.lv', 'Olga Operatore', 'OPERATOR_ADMIN', '2020-01-01') ON CONFLICT DO NOTHING;"
                + " INSERT INTO t_beta.staff VALUES (gen_random_uuid(), 'upkeep@beta.lv', 'Berta', 'Betas')"
                + " ON CONFLICT DO NOTHING;"
                + " INSERT INTO t_beta.staff_role (id, staff_id, role, valid_from) SELECT gen_random_uuid(), id,"
                + " 'TENANT_ADMIN', '2020-01-01' FROM t_beta.staff WHERE email = 'upkeep@beta.lv'");
    }

    @AfterEach
    void beta_is_open_again() throws Exception {
        database("UPDATE nation.tenant SET migration_failed = false, schema_version = (SELECT schema_version"
                + " FROM nation.tenant WHERE slug = 'alfa') WHERE slug = 'beta'");
    }

    @Test
    void a_tenant_whose_making_broke_is_closed_says_where_and_why_and_can_be_gone_on_with() throws Exception {
        HttpResponse<String> broken = send(at("/operator/tenants/nijs", OPERATOR)
            .header("Content-Type", "application/yaml")
            .PUT(BodyPublishers.ofString(FILE)));
        assertThat(broken.statusCode()).as(broken.body()).isEqualTo(503);
        assertThat(broken.body()).contains("tenant-step-failed", "„organizācija pieslēgšanās serverī” neizdevās",
                "Pieslēgšanās serveris neatbild vai atteica (")
            .doesNotContain("nora@nijs.lv");

        JsonObject line = tenant("nijs");
        assertThat(line.getString("state")).isEqualTo("PROVISIONING");
        assertThat(line.getJsonObject("setup").getString("step")).isEqualTo("ORGANISATION");
        assertThat(line.getJsonObject("setup").getInt("done")).isEqualTo(6);
        assertThat(line.getJsonObject("setup").getJsonObject("reason").getString("code")).isEqualTo(
                "IDENTITY_PROVIDER");
        String page = send(at("/operator/tenants", OPERATOR).header("Accept", BROWSER)).body();
        assertThat(page).contains("/operator/tenants/nijs/resume", "neizdevās: organizācija pieslēgšanās serverī",
                "Pieslēgšanās serveris neatbild")
            .doesNotContain("nora@nijs.lv", "Nija\"");

        nobodyWorksInIt();
        anotherProcessGoesOn();
    }

    private static void nobodyWorksInIt() throws Exception {
        assertThat(refused("/t/nijs", MEMBER)).isEqualTo("403 tenant-not-open");
        assertThat(refused("/t/nijs/learners", OPERATOR)).isEqualTo("403 tenant-not-open");
        assertThat(refused("/t/nijs", STRANGER)).isEqualTo("404 tenant-unknown");
        assertThat(send(post("/operator/tenants/nijs/entries", OPERATOR)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"reason\":\"Skatos, kas noticis\"}"))).statusCode()).isEqualTo(403);
        assertThat(send(post("/operator/tenants/nijs/resume", OPERATOR)).statusCode()).isEqualTo(503);
        assertThat(send(post("/operator/tenants/nijs/resume", MEMBER)).statusCode()).isEqualTo(403);
    }

    private static void anotherProcessGoesOn() throws Exception {
        // the identity provider of the tests is never there: another process, which has one, goes on
        assertThat(new TenantProvisioning(TwoTenants.database().provisioner(), new Agreeable(),
                new CataloguesAndSchools(), TwoTenants.plugins(), InstantSource.system())
            .resume("nijs")).isPresent();
        assertThat(tenant("nijs").getString("state")).isEqualTo("ACTIVE");
        assertThat(tenant("nijs").getInt("unmailed")).isEqualTo(1);
        assertThat(refused("/operator/tenants/nijs/resume", OPERATOR, "POST")).isEqualTo(
                "409 tenant-nothing-to-resume");
        assertThat(refused("/operator/tenants/nowhere/resume", OPERATOR, "POST")).isEqualTo(
                "409 tenant-nothing-to-resume");
    }

    @Test
    void a_tenant_that_is_older_than_the_server_is_refused_until_a_run_from_the_console_has_opened_it()
            throws Exception {
        database("UPDATE nation.tenant SET schema_version = 'platform=202601010000' WHERE slug = 'beta'");
        awaitRefusal("/t/beta", "503 tenant-being-upgraded");
        assertThat(send(at("/t/beta", MEMBER).header("Accept", BROWSER)).body()).contains(
                "Pašvaldības dati tiek atjaunināti");
        assertThat(refused("/t/beta", STRANGER)).isEqualTo("404 tenant-unknown");
        assertThat(tenant("beta").getString("state")).isEqualTo("BEING_UPGRADED");
        assertThat(migrations().getInt("behind")).isEqualTo(1);
        assertThat(send(at("/operator/migrations", OPERATOR).header("Accept", BROWSER)).body())
            .contains("Sākt atjaunināšanu", "Atjaunināma 1 pašvaldība");

        HttpResponse<String> started = send(post("/operator/migrations", OPERATOR));
        assertThat(started.statusCode()).as(started.body()).isEqualTo(201);
        assertThat(started.headers().firstValue("Location").orElseThrow()).endsWith("/operator/migrations");
        JsonObject ended = await(UpkeepIT::migrations, now -> !now.getJsonObject("run")
            .getString("state")
            .equals("RUNNING"));
        assertThat(ended.getJsonObject("run").getString("state")).isEqualTo("DONE");
        assertThat(ended.getInt("behind")).isZero();
        assertThat(ended.getJsonArray("tenants")).singleElement()
            .satisfies(line -> assertThat(line.asJsonObject().getInt("percent")).isEqualTo(100));
        await(() -> send(at("/t/beta", MEMBER)).statusCode(), status -> status == 200);

        assertThat(send(post("/operator/migrations", OPERATOR)).statusCode()).isEqualTo(303);
        assertThat(refused("/operator/migrations", MEMBER)).isEqualTo("403 not-permitted");
        assertThat(refused("/operator/migrations", MEMBER, "POST")).isEqualTo("403 not-permitted");
    }

    @Test
    void a_tenant_whose_migration_failed_is_closed_the_operator_sees_why_and_others_work_on() throws Exception {
        database("UPDATE nation.tenant SET schema_version = 'platform=202601010000' WHERE slug = 'beta';"
                + " UPDATE t_beta.history_platform SET checksum = checksum + 1 WHERE version = '202611230102'");
        try {
            assertThat(send(post("/operator/migrations", OPERATOR)).statusCode()).isEqualTo(201);
            JsonObject ended = await(UpkeepIT::migrations, now -> !now.getJsonObject("run")
                .getString("state")
                .equals("RUNNING"));
            assertThat(ended.getInt("failed")).isEqualTo(1);
            assertThat(ended.getJsonArray("tenants").getJsonObject(0).getString("module")).isEqualTo("platform");
            assertThat(send(at("/operator/migrations", OPERATOR).header("Accept", BROWSER)).body())
                .contains("Migrācija neder šai shēmai", "Modulis: platform.");
            awaitRefusal("/t/beta", "503 tenant-upgrade-failed");
            assertThat(send(at("/operator/tenants", OPERATOR).header("Accept", BROWSER)).body())
                .contains("Atjaunināšana neizdevās");
            assertThat(send(at("/t/alfa", STRANGER)).statusCode()).isNotEqualTo(503);
        } finally {
            database("UPDATE t_beta.history_platform SET checksum = checksum - 1 WHERE version = '202611230102'");
        }
    }

    private static final class Agreeable implements Organisations {

        @Override
        public boolean ensure(String alias, String name) {
            return true;
        }

        @Override
        public void ensureMember(String alias, String email, String given, String family, @Nullable String password) {
            assertThat(email).isEqualTo("nora@nijs.lv");
        }
    }

    private interface Look<T> {
        T now() throws Exception;
    }

    private static <T> T await(Look<T> look, Predicate<T> wanted) throws Exception {
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        T seen = look.now();
        while (!wanted.test(seen) && Instant.now().isBefore(end)) {
            Thread.sleep(50);
            seen = look.now();
        }
        assertThat(wanted.test(seen)).as(String.valueOf(seen)).isTrue();
        return seen;
    }

    /** The registry may be two seconds old. */
    private static void awaitRefusal(String path, String wanted) throws Exception {
        await(() -> refused(path, MEMBER), wanted::equals);
    }

    private static String refused(String path, Person who) throws Exception {
        return refused(path, who, "GET");
    }

    private static String refused(String path, Person who, String method) throws Exception {
        HttpResponse<String> answer = send(at(path, who).method(method, BodyPublishers.noBody()));
        String type = answer.statusCode() < 400 ? "" : json(answer).getString("type");
        return answer.statusCode() + " " + type.substring(type.lastIndexOf(':') + 1);
    }

    private static JsonObject tenant(String slug) throws Exception {
        return json(send(at("/operator/tenants", OPERATOR))).getJsonArray("tenants")
            .getValuesAs(JsonObject.class)
            .stream()
            .filter(line -> line.getString("slug").equals(slug))
            .findFirst()
            .orElseThrow();
    }

    private static JsonObject migrations() throws Exception {
        return json(send(at("/operator/migrations", OPERATOR)));
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    private static HttpRequest.Builder post(String path, Person who) {
        return at(path, who).POST(BodyPublishers.noBody());
    }

    private static HttpRequest.Builder at(String path, Person who) {
        return HttpRequest.newBuilder(URI.create(BASE + path))
            .header("Authorization", "Bearer " + ServersOfTheTests.issuer().tokenFor(who).sign());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static void database(String sql) throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
