package lv.pumpurs.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import lv.pumpurs.core.fixture.StatementCount;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.server.ServersOfTheTests;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Starting the application costs the database the same, however many tenants there are. */
@ExtendWith(ArquillianExtension.class)
class StartIT {

    private static final String READY = "http://localhost:" + System.getProperty("it.http.port") + "/health/ready";

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "started-by-hand", managed = false, testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war();
    }

    @AfterAll
    static void as_it_was() throws SQLException {
        sql("delete from nation.tenant where slug like 'viens-no-%'");
    }

    @Test
    void the_start_asks_the_database_as_much_with_five_hundred_tenants_as_with_two() throws Exception {
        long withTwo = StatementCount.of(this::startAndStop);
        sql("""
                insert into nation.tenant (id, slug, schema_name, name, kind, locale, state, file_digest)
                 select uuidv7(), 'viens-no-' || n, 't_viens_no_' || n, 'Viens no ' || n, 'MUNICIPALITY', 'lv', 'ACTIVE', '-'
                 from generate_series(1, 500) n""");
        long withManyMore = StatementCount.of(this::startAndStop);

        assertThat(withTwo).isPositive();
        assertThat(withManyMore).isEqualTo(withTwo);
    }

    private int startAndStop() throws Exception {
        deployer.deploy("started-by-hand");
        try {
            var ready = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(READY)).build(), BodyHandlers.ofString());
            assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
            return ready.statusCode();
        } finally {
            deployer.undeploy("started-by-hand");
        }
    }

    private static void sql(String text) throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
