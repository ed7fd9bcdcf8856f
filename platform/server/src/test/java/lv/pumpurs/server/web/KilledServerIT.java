package lv.pumpurs.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import lv.pumpurs.core.catalogue.CataloguesAndSchools;
import lv.pumpurs.core.fixture.NationAlone;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.core.provisioning.Organisations;
import lv.pumpurs.core.provisioning.TenantProvisioning;
import lv.pumpurs.server.ServersOfTheTests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own, because it is killed. */
class KilledServerIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
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

    private @Nullable Process server;

    @AfterEach
    void kill() throws InterruptedException {
        Process started = server;
        if (started != null) {
            // the script is the parent of the server
            List<ProcessHandle> all = started.descendants().toList();
            started.destroyForcibly().waitFor();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(one -> one.onExit().join());
        }
    }

    @Test
    void a_tenant_that_a_server_was_making_when_it_was_killed_is_completed_by_the_next_process() throws Exception {
        NationAlone nation = NationAlone.create("killed_server");
        nation.execute("INSERT INTO nation.operator (id, email, name, role, valid_from) VALUES (gen_random_uuid(),"
                + " 'killed@operator.lv', 'Olga Operatore', 'OPERATOR_ADMIN', '2020-01-01')");
        String base = start(nation);
        HttpClient client = HttpClient.newHttpClient();
        CompletableFuture<HttpResponse<String>> answer;
        try (Connection inTheWay = nation.superuser().getConnection(); Statement lock = inTheWay.createStatement()) {
            inTheWay.setAutoCommit(false);
            lock.execute("LOCK TABLE nation.risk IN ACCESS EXCLUSIVE MODE");
            answer = client.sendAsync(HttpRequest.newBuilder(URI.create(base + "/operator/tenants/nogalinats"))
                .header("Authorization", "Bearer " + ServersOfTheTests.issuer().tokenFor(OPERATOR).sign())
                .header("Content-Type", "application/yaml")
                .PUT(BodyPublishers.ofString(FILE))
                .build(), BodyHandlers.ofString());
            await(() -> !nation.look("SELECT 1 FROM pg_stat_activity WHERE usename = 'pumpurs_provisioner'"
                    + " AND datname = 'killed_server' AND wait_event_type = 'Lock'")
                .isEmpty());
            kill();
        }
        assertThatThrownBy(answer::join).hasCauseInstanceOf(IOException.class);
        assertThat(nation.look("SELECT state FROM nation.tenant")).containsExactly("PROVISIONING");
        assertThat(nation.look("SELECT step || ' ' || state FROM nation.provisioning_step ORDER BY at DESC LIMIT 1"))
            .containsExactly("CATALOGUES STARTED");

        assertThat(new TenantProvisioning(nation.provisioner(), new Agreeable(), new CataloguesAndSchools(),
                TwoTenants.plugins(), InstantSource.system())
            .resume("nogalinats")).isPresent();
        assertThat(nation.look("SELECT state FROM nation.tenant")).containsExactly("ACTIVE");
        assertThat(nation.look("SELECT DISTINCT state FROM nation.provisioning_step")).containsExactly("DONE");
    }

    private String start(NationAlone nation) throws Exception {
        Path keyset = folder.resolve("keyset.json");
        PersonalCodeVault.createKeyset(keyset);
        int port = freePort();
        String base = "http://localhost:" + port;
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("wlp.home"), "bin", "server").toString(), "run", "pumpurs")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("server.log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("WLP_") || name.startsWith("JAVA_TOOL"));
        builder.environment()
            .putAll(Map.ofEntries(Map.entry("JAVA_HOME", System.getProperty("java.home")),
                    Map.entry("WLP_OUTPUT_DIR", folder.resolve("output").toString()),
                    Map.entry("JVM_ARGS", "-Xmx384m -XX:+UseSerialGC"), Map.entry("http_port", Integer.toString(port)),
                    Map.entry("database_port", Integer.toString(nation.port())),
                    Map.entry("database_name", "killed_server"), Map.entry("database_app_password", "app"),
                    Map.entry("database_provisioner_password", "provisioner"), Map.entry("PUMPURS_URL", base),
                    Map.entry("PUMPURS_OIDC_ISSUER", ServersOfTheTests.issuer().issuer()),
                    Map.entry("PUMPURS_OIDC_CLIENT_SECRET", "not used: nobody signs in here"),
                    Map.entry("PUMPURS_KEYCLOAK_ADMIN_URL", "http://localhost:1"),
                    Map.entry("PUMPURS_KEYCLOAK_ADMIN_CLIENT_SECRET", "not used"),
                    Map.entry("PUMPURS_PERSONAL_CODE_KEYSET", keyset.toString()),
                    Map.entry("PUMPURS_CSRF_KEY", "of the tests, at least thirty-two bytes")));
        Process started = builder.start();
        server = started;
        HttpClient client = HttpClient.newHttpClient();
        await(() -> {
            assertThat(started.isAlive()).as(this::log).isTrue();
            return answers(client, URI.create(base + "/health/ready"));
        });
        return base;
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("server.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static boolean answers(HttpClient client, URI ready) throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void await(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.call()) {
            assertThat(Instant.now()).as(this::log).isBefore(end);
            Thread.sleep(100);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static final class Agreeable implements Organisations {

        @Override
        public boolean ensure(String alias, String name) {
            return true;
        }

        @Override
        public void ensureMember(String alias, String email, String given, String family, @Nullable String password) {
            throw new AssertionError("the file names nobody");
        }
    }
}
