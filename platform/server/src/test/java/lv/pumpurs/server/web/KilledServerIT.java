package lv.pumpurs.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import lv.pumpurs.core.catalogue.CataloguesAndSchools;
import lv.pumpurs.core.fixture.NationAlone;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.core.provisioning.TenantProvisioning;
import lv.pumpurs.server.ServersOfTheTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own, because it is killed. */
class KilledServerIT {

    private static final Person OPERATOR = new Person("killed-1", "killed@operator.lv", "Olga Operatore", Set.of());
    private static final String FILE = """
            slug: nogalinats
            name: Nogalinātais novads
            kind: MUNICIPALITY
            locale: lv
            programmes: [PUMPURS]
            schools: []
            """;

    @TempDir
    Path folder = Path.of("set by the test engine");

    @Test
    void a_tenant_that_a_server_was_making_when_it_was_killed_is_completed_by_the_next_process() throws Exception {
        NationAlone nation = NationAlone.create("killed_server");
        nation.execute("INSERT INTO nation.operator (id, email, name, role, valid_from) VALUES (gen_random_uuid(),"
                + " 'killed@operator.lv', 'Olga Operatore', 'OPERATOR_ADMIN', '2020-01-01')");
        HttpClient client = HttpClient.newHttpClient();
        CompletableFuture<HttpResponse<String>> answer;
        try (OwnServer server = new OwnServer(folder, nation, "killed_server");
                Connection inTheWay = nation.superuser().getConnection();
                Statement lock = inTheWay.createStatement()) {
            server.start();
            inTheWay.setAutoCommit(false);
            lock.execute("LOCK TABLE nation.risk IN ACCESS EXCLUSIVE MODE");
            answer = client.sendAsync(HttpRequest.newBuilder(URI.create(server.url() + "/operator/tenants/nogalinats"))
                .header("Authorization", "Bearer " + ServersOfTheTests.issuer().tokenFor(OPERATOR).sign())
                .header("Content-Type", "application/yaml")
                .PUT(BodyPublishers.ofString(FILE))
                .build(), BodyHandlers.ofString());
            server.await(() -> !nation.look("SELECT 1 FROM pg_stat_activity WHERE usename = 'pumpurs_provisioner'"
                    + " AND datname = 'killed_server' AND wait_event_type = 'Lock'")
                .isEmpty());
            // killed while it waits, before the table is free again
            server.kill();
        }
        assertThatThrownBy(answer::join).hasCauseInstanceOf(IOException.class);
        assertThat(nation.look("SELECT state FROM nation.tenant")).containsExactly("PROVISIONING");
        assertThat(nation.look("SELECT step || ' ' || state FROM nation.provisioning_step ORDER BY at DESC LIMIT 1"))
            .containsExactly("CATALOGUES STARTED");

        assertThat(
                new TenantProvisioning(nation.provisioner(), new AgreeableOrganisations(), new CataloguesAndSchools(),
                        TwoTenants.plugins(), InstantSource.system())
                    .resume("nogalinats"))
            .isPresent();
        assertThat(nation.look("SELECT state FROM nation.tenant")).containsExactly("ACTIVE");
        assertThat(nation.look("SELECT DISTINCT state FROM nation.provisioning_step")).containsExactly("DONE");
    }
}
