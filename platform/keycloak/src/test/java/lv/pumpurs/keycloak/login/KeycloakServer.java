package lv.pumpurs.keycloak.login;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lv.pumpurs.keycloak.realm.AdminAccess;

/** The real Keycloak on free ports, with a database in its own memory; its build step is done once for its folder. */
final class KeycloakServer {

    private static final String SECRET = "set-up-secret";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path home;
    private final int port = freePort();
    private final Process process;

    KeycloakServer(Path home) throws IOException, InterruptedException {
        this.home = home;
        Path built = home.resolve("built-for-tests");
        if (!Files.exists(built)) {
            Process build = run("build", "--db=dev-mem", "--cache=local");
            if (build.waitFor() != 0) {
                throw new IllegalStateException("kc.sh build failed, see " + home.resolve("test.log"));
            }
            Files.createFile(built);
        }
        process = run("start", "--optimized", "--http-enabled=true", "--http-host=localhost", "--http-port=" + port,
                "--http-management-port=" + freePort(), "--hostname=" + url());
        await();
    }

    URI url() {
        return URI.create("http://localhost:" + port);
    }

    AdminAccess master() {
        return new AdminAccess(url(), "master", "set-up", SECRET);
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private Process run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/kc.sh").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("test.log").toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx512m");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_CLIENT_ID", "set-up");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", SECRET);
        return builder.start();
    }

    private void await() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        HttpClient http = HttpClient.newHttpClient();
        while (Instant.now().isBefore(end) && process.isAlive()) {
            try {
                var request = HttpRequest.newBuilder(URI.create(url() + "/realms/master")).build();
                if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not up yet
            }
            Thread.sleep(200);
        }
        process.destroyForcibly();
        throw new IllegalStateException("Keycloak did not come up, see " + home.resolve("test.log"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
