package lv.pumpurs.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.server.ServersOfTheTests;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The list of routes is the running application's own; a route without a permission is in it and lets nobody in. */
@ExtendWith(ArquillianExtension.class)
class RoutesIT {

    private static final String BASE = "http://localhost:" + System.getProperty("it.http.port");
    private static final Person OPERATOR = new Person("routes-1", "routes@operator.lv", "Oskars Operators", Set.of());
    private static final Person MEMBER = new Person("routes-3", "routes@alfa.lv", "Ilze Kalniņa", Set.of("alfa"));

    private final HttpClient client = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war()
            .addClass(PlantedRoute.class);
    }

    @BeforeAll
    static void people() throws Exception {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into nation.tenant (id, slug, schema_name, name, kind, locale, state, file_digest) values
                     (gen_random_uuid(), 'alfa', 't_alfa', 'Alfas novads', 'MUNICIPALITY', 'lv', 'ACTIVE', '-')
                     on conflict do nothing;
                    insert into nation.operator (id, email, name, role, valid_from) values
                     (gen_random_uuid(), 'routes@operator.lv', 'Oskars', 'OPERATOR_ADMIN', '2020-01-01');
                    set search_path = t_alfa, pg_catalog;
                    insert into staff values ('01900000-0000-7000-8000-000000000101', 'routes@alfa.lv', 'Ilze', 'K');
                    insert into staff_role (id, staff_id, role, valid_from) values (gen_random_uuid(),
                     '01900000-0000-7000-8000-000000000101', 'TENANT_COORDINATOR', '2020-01-01')""");
        }
    }

    @Test
    void the_list_holds_routes_of_the_core_of_the_login_of_a_plugin_and_of_whatever_else_is_deployed()
            throws Exception {
        List<JsonObject> routes = routes();
        assertThat(routes).extracting(route -> route.getString("method") + " " + route.getString("path"))
            .doesNotHaveDuplicates()
            .contains("GET /", "GET /t/{tenant}/learners/{id}", "POST /t/{tenant}/learners/search",
                    "PUT /operator/tenants/{slug}", "POST /login/refresh",
                    "POST /t/{tenant}/consultations/learners/{learner}/new", "GET /t/{tenant}/planted",
                    "GET /operator/routes");
        assertThat(routes).allMatch(route -> !route.getString("method").equals("?"));
    }

    @Test
    void a_route_tells_who_may_use_it_and_what_it_takes() throws Exception {
        assertThat(routes()).map(JsonObject::toString)
            .contains("""
                    {"consumes":["application/json","application/x-www-form-urlencoded"],"method":"POST",\
                    "path":"/t/{tenant}/learners/search","produces":["application/json","text/html"],\
                    "requires":"learner:read"}""", """
                    {"consumes":[],"method":"GET","open":{"because":"nobody is signed in before signing in",\
                    "signedIn":false},"path":"/login","produces":[]}""");
    }

    @Test
    void a_route_that_names_no_permission_serves_nobody() throws Exception {
        HttpResponse<String> refused = get("/t/alfa/planted", MEMBER);
        assertThat(get("/t/alfa", MEMBER).statusCode()).isEqualTo(200);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("not-permitted").doesNotContain("Planted");
        assertThat(get("/t/alfa/planted", OPERATOR).statusCode()).isEqualTo(403);
    }

    private List<JsonObject> routes() throws Exception {
        HttpResponse<String> answer = get("/operator/routes", OPERATOR);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject().getJsonArray("routes").getValuesAs(JsonObject.class);
        }
    }

    private HttpResponse<String> get(String path, Person person) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(BASE + path))
            .header("Authorization", "Bearer " + ServersOfTheTests.issuer().tokenFor(person).sign())
            .build(), BodyHandlers.ofString());
    }
}
