package lv.pumpurs.server.web;

import static lv.pumpurs.server.web.Window.JSON;
import static lv.pumpurs.server.web.Window.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import lv.pumpurs.core.catalogue.CataloguesAndSchools;
import lv.pumpurs.core.fixture.NationAlone;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.core.provisioning.TenantFile;
import lv.pumpurs.core.provisioning.TenantProvisioning;
import lv.pumpurs.server.ServersOfTheTests;
import lv.pumpurs.spi.BusinessTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plugin that the build of the server never heard of: the template's jar, copied into the unpacked application of a
 * server that holds a tenant already.
 */
class DropInIT {

    private static final String DATABASE = "drop_in";
    private static final String HOME = "/t/ielikums";
    private static final String SCHOOL = "01900045-0000-7000-8000-000000000001";
    private static final String LEARNER = "01900045-0000-7000-8000-000000000002";
    private static final String ROUTE = HOME + "/praise";
    private static final String FORM = ROUTE + "/learners/" + LEARNER + "/new";
    private static final String SWITCH = HOME + "/plugins/praise";
    private static final String OFFER = "/operator/plugins/praise/tenants/ielikums/";
    private static final String NONE = "{\"with\":[]}";
    private static final String WORDS = "Palīdzēja Šķēlei ar mājasdarbu";

    private static final Person OPERATOR = new Person("drop-operator", "olga@drop.lv", "Olga Operatore", Set.of());
    private static final Person COORDINATOR = person("kaiva");
    private static final Person ADMIN = person("agra");
    private static final Person TEACHER = person("aija");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path folder = Path.of("set by the test engine");

    private static Person person(String who) {
        return new Person("drop-" + who, who + "@drop.lv", who, Set.of("ielikums"));
    }

    @Test
    void a_jar_copied_into_the_unpacked_application_works_after_a_restart() throws Exception {
        NationAlone nation = NationAlone.create(DATABASE);
        makeTenant(nation);
        try (OwnServer server = new OwnServer(folder, nation, DATABASE)) {
            Path jar = Path.of(System.getProperty("plugin.to.drop.in"));
            Path libraries = server.expanded();
            try (Stream<Path> delivered = Files.list(libraries)) {
                assertThat(delivered.map(one -> one.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("pumpurs-consultations"))
                    .noneMatch(name -> name.startsWith("pumpurs-praise"));
            }
            Files.copy(jar, libraries.resolve(jar.getFileName()));
            server.start();

            isListedWithItsVersion(server, jar);
            isSwitchedOnStepByStep(server, nation);
            isUsedAsPageAndAsJson(server);
            isGoneWhenItIsOffAndBackWithItsDataWhenItIsOnAgain(server, nation);
        }
    }

    private static void isListedWithItsVersion(OwnServer server, Path jar) throws Exception {
        String version;
        try (JarFile file = new JarFile(jar.toFile())) {
            version = file.getManifest().getMainAttributes().getValue("Implementation-Version");
        }
        assertThat(version).isNotBlank();
        assertThat(get(server, "/operator/plugins", OPERATOR, JSON, "lv").body())
            .contains("{\"faults\":[],\"id\":\"praise\",\"requires\":[],\"tenants\":0,\"version\":\"" + version
                    + "\"}");
        assertThat(get(server, "/operator/plugins", OPERATOR, PAGE, "lv").body()).contains("Uzslavas", version);
    }

    private static void isSwitchedOnStepByStep(OwnServer server, NationAlone nation) throws Exception {
        assertThat(status(server, ROUTE, TEACHER)).as("not offered").isEqualTo(404);
        assertThat(status(server, SWITCH, COORDINATOR)).isEqualTo(404);
        assertThat(post(server, OFFER + "offer", "{}", OPERATOR)).isEqualTo(303);
        server.await(() -> status(server, SWITCH, COORDINATOR) == 200);
        assertThat(status(server, ROUTE, TEACHER)).as("offered, not allowed").isEqualTo(404);
        assertThat(hasTable(nation)).isFalse();

        assertThat(post(server, SWITCH + "/allow", "{\"inSchools\":\"OFF\"}", COORDINATOR)).isEqualTo(303);
        server.await(() -> get(server, SWITCH, COORDINATOR, JSON, "lv").body().contains("\"allowed\":true"));
        assertThat(hasTable(nation)).as("made by the running server").isTrue();
        assertThat(status(server, ROUTE, TEACHER)).as("allowed, not on").isEqualTo(404);
        assertThat(get(server, HOME, TEACHER, PAGE, "lv").body()).doesNotContain("href=\"" + ROUTE + "\"");

        assertThat(post(server, SWITCH + "/schools/" + SCHOOL + "/enable", "{}", ADMIN)).isEqualTo(303);
        assertThat(get(server, ROUTE, TEACHER, JSON, "lv").body()).isEqualTo(
                "{\"learners\":[{\"className\":\"5.a\",\"id\":\"" + LEARNER
                        + "\",\"name\":\"Anna Ozola\"}],\"praises\":[]}");
        assertThat(get(server, HOME, TEACHER, PAGE, "lv").body()).contains("href=\"" + ROUTE + "\"");
    }

    private static void isUsedAsPageAndAsJson(OwnServer server) throws Exception {
        assertThat(get(server, FORM, TEACHER, PAGE, "lv").body()).contains("Anna Ozola", "name=\"words\"");
        assertThat(post(server, FORM, "{\"words\":\"" + WORDS + "\"}", TEACHER)).isEqualTo(201);
        assertThat(post(server, FORM, "{\"words\":\"" + "a".repeat(301) + "\"}", TEACHER))
            .as("longer than the setting's default")
            .isEqualTo(400);

        assertThat(get(server, ROUTE, TEACHER, JSON, "lv").body()).contains("\"words\":\"" + WORDS + "\"");
        assertThat(get(server, ROUTE, TEACHER, PAGE, "lv").body()).contains("<h1 class=\"page-title\">Uzslavas</h1>",
                WORDS);
        assertThat(get(server, ROUTE, TEACHER, PAGE, "en").body()).contains("<h1 class=\"page-title\">Praise</h1>",
                WORDS);
        assertThat(get(server, ROUTE + "/export/csv", TEACHER, "*/*", "lv").body()).contains(WORDS);
    }

    private static void isGoneWhenItIsOffAndBackWithItsDataWhenItIsOnAgain(OwnServer server, NationAlone nation)
            throws Exception {
        assertThat(post(server, SWITCH + "/schools/" + SCHOOL + "/disable", NONE, ADMIN)).isEqualTo(303);
        for (String path : List.of(ROUTE, ROUTE + "/export/csv", FORM)) {
            assertThat(get(server, path, TEACHER, PAGE, "lv").statusCode()).as(path).isEqualTo(404);
        }
        assertThat(post(server, FORM, "{\"words\":\"x\"}", TEACHER)).isEqualTo(404);
        assertThat(nation.look("SELECT words FROM t_ielikums.praise")).containsExactly(WORDS);

        assertThat(post(server, SWITCH + "/schools/" + SCHOOL + "/enable", "{}", ADMIN)).isEqualTo(303);
        assertThat(get(server, ROUTE, TEACHER, JSON, "lv").body()).contains(WORDS);
        assertThat(post(server, OFFER + "withdraw", NONE, OPERATOR)).isEqualTo(303);
        server.await(() -> status(server, ROUTE, TEACHER) == 404);
        assertThat(nation.look("SELECT words FROM t_ielikums.praise")).containsExactly(WORDS);
        assertThat(timeline(server)).doesNotContain(WORDS);

        assertThat(post(server, OFFER + "offer", "{}", OPERATOR)).isEqualTo(303);
        server.await(() -> status(server, ROUTE, TEACHER) == 200);
        assertThat(timeline(server)).contains("Uzslava: " + WORDS);
    }

    private static String timeline(OwnServer server) throws Exception {
        HttpResponse<String> page = get(server, HOME + "/learners/" + LEARNER + "/timeline", TEACHER, PAGE, "lv");
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    private static boolean hasTable(NationAlone nation) throws Exception {
        return !nation.look("SELECT tablename FROM pg_tables WHERE schemaname = 't_ielikums' AND tablename = 'praise'")
            .isEmpty();
    }

    private static int status(OwnServer server, String path, Person who) throws Exception {
        return get(server, path, who, JSON, "lv").statusCode();
    }

    private static HttpResponse<String> get(OwnServer server, String path, Person who, String type, String language)
            throws Exception {
        return CLIENT.send(request(server, path, who).header("Accept", type)
            .header("Accept-Language", language)
            .build(), BodyHandlers.ofString());
    }

    private static int post(OwnServer server, String path, String json, Person who) throws Exception {
        return CLIENT.send(request(server, path, who).header("Accept", JSON)
            .header("Content-Type", JSON)
            .POST(BodyPublishers.ofString(json))
            .build(), BodyHandlers.discarding()).statusCode();
    }

    private static HttpRequest.Builder request(OwnServer server, String path, Person who) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Authorization", "Bearer " + ServersOfTheTests.issuer().tokenFor(who).sign());
    }

    /** By the plugins of the build, without the one that is dropped in: the tenant is older than it. */
    private static void makeTenant(NationAlone nation) throws Exception {
        new TenantProvisioning(nation.provisioner(), new AgreeableOrganisations(), new CataloguesAndSchools(),
                TwoTenants.plugins(), InstantSource.system())
            .apply(
                    new TenantFile("ielikums", "Ielikuma novads", "MUNICIPALITY", null, null, null, "lv",
                            List.of("PUMPURS"), List.of(), List.of(), List.of(), new TreeMap<>()));
        LocalDate today = BusinessTime.today(InstantSource.system());
        int begun = today.getMonthValue() < 9 ? today.getYear() - 1 : today.getYear();
        nation.execute(
                """
                INSERT INTO nation.operator (id, email, name, role, valid_from) VALUES
                 (gen_random_uuid(), 'olga@drop.lv', 'Olga Operatore', 'OPERATOR_ADMIN', '2020-01-01');
                SET search_path = t_ielikums, pg_catalog;
                INSERT INTO school_year VALUES ('%3$s', '%4$s-09-01', '%5$s-08-31', 'the test') ON CONFLICT (code)
                 DO UPDATE SET starts_on = least(school_year.starts_on, excluded.starts_on),
                     ends_on = greatest(school_year.ends_on, excluded.ends_on);
                INSERT INTO school VALUES ('%1$s', null, 'Ielikuma vidusskola', 'VIDUSSKOLA', null);
                INSERT INTO staff VALUES
                 ('01900045-0000-7000-8000-000000000011', 'kaiva@drop.lv', 'Kaiva', 'Koordinatore'),
                 ('01900045-0000-7000-8000-000000000012', 'agra@drop.lv', 'Agra', 'Administratore'),
                 ('01900045-0000-7000-8000-000000000013', 'aija@drop.lv', 'Aija', 'Audzinātāja');
                INSERT INTO staff_role (id, staff_id, role, school_id, class_name, valid_from) VALUES
                 (gen_random_uuid(), '01900045-0000-7000-8000-000000000011', 'TENANT_COORDINATOR', null, null, '2020-01-01'),
                 (gen_random_uuid(), '01900045-0000-7000-8000-000000000012', 'SCHOOL_ADMIN', '%1$s', null, '2020-01-01'),
                 (gen_random_uuid(), '01900045-0000-7000-8000-000000000013', 'CLASS_TEACHER', '%1$s', '5.a', '2020-01-01');
                INSERT INTO learner (id, given_name, family_name, search_name, latest_enrolment_id, version) VALUES
                 ('%2$s', 'Anna', 'Ozola', 'anna ozola', '01900045-0000-7000-8000-000000000003', 1);
                INSERT INTO enrolment VALUES ('01900045-0000-7000-8000-000000000003', '%2$s', '%1$s', '%3$s', '5.a', 5,
                 false, null, '%4$s-09-01', null)"""
                    .formatted(SCHOOL, LEARNER, begun + "/" + (begun + 1), begun, begun + 1));
    }
}
