package lv.pumpurs.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import lv.pumpurs.core.fixture.NationAlone;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.server.ServersOfTheTests;
import org.jspecify.annotations.Nullable;

/** The built server in a process of its own, on a database of its own: for tests that kill it or change what it holds. */
final class OwnServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path HOME = Path.of(System.getProperty("wlp.home"));
    private static final String SERVER = "servers/pumpurs";

    private final Path folder;
    private final NationAlone nation;
    private final String database;
    private final int port;
    private @Nullable Path user;
    private @Nullable Process process;

    /**
     * One that is not started yet.
     *
     * @param folder of its files
     * @param nation its database
     * @param database the name of it
     */
    OwnServer(Path folder, NationAlone nation, String database) throws IOException {
        this.folder = folder;
        this.nation = nation;
        this.database = database;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
    }

    String url() {
        return "http://localhost:" + port;
    }

    /**
     * Lays the server out as an operator does who wants to add a jar: a copy of its configuration, with the WAR unpacked
     * into a folder of the WAR's name.
     *
     * @return the folder of the application's jars
     */
    Path expanded() throws IOException {
        Path usr = folder.resolve("usr");
        Path target = usr.resolve(SERVER);
        Path built = HOME.resolve("usr").resolve(SERVER);
        for (String part : List.of("server.xml", "pumpurs.xml", "connection-groups.xml", "jvm.options", "jdbc")) {
            copy(built.resolve(part), target.resolve(part));
        }
        Path war = Path.of(System.getProperty("war"));
        Path application = target.resolve("apps").resolve(war.getFileName());
        unpack(war, application);
        user = usr;
        return application.resolve("WEB-INF/lib");
    }

    /** Starts it and waits until the application says that it is ready. */
    void start() throws Exception {
        Path keyset = folder.resolve("keyset.json");
        PersonalCodeVault.createKeyset(keyset);
        ProcessBuilder builder = new ProcessBuilder(HOME.resolve("bin/server").toString(), "run", "pumpurs")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("server.log").toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("WLP_") || name.startsWith("JAVA_TOOL"));
        environment.putAll(Map.ofEntries(Map.entry("JAVA_HOME", System.getProperty("java.home")),
                Map.entry("WLP_OUTPUT_DIR", folder.resolve("output").toString()),
                Map.entry("JVM_ARGS", "-Xmx384m -XX:+UseSerialGC"), Map.entry("http_port", Integer.toString(port)),
                Map.entry("database_port", Integer.toString(nation.port())),
                Map.entry("database_name", database), Map.entry("database_app_password", "app"),
                Map.entry("database_provisioner_password", "provisioner"), Map.entry("PUMPURS_URL", url()),
                Map.entry("PUMPURS_OIDC_ISSUER", ServersOfTheTests.issuer().issuer()),
                Map.entry("PUMPURS_OIDC_CLIENT_SECRET", "not used: nobody signs in here"),
                Map.entry("PUMPURS_KEYCLOAK_ADMIN_URL", "http://localhost:1"),
                Map.entry("PUMPURS_KEYCLOAK_ADMIN_CLIENT_SECRET", "not used"),
                Map.entry("PUMPURS_PERSONAL_CODE_KEYSET", keyset.toString()),
                Map.entry("PUMPURS_CSRF_KEY", "of the tests, at least thirty-two bytes")));
        if (user != null) {
            environment.put("WLP_USER_DIR", user.toString());
        }
        Process started = builder.start();
        process = started;
        HttpClient client = HttpClient.newHttpClient();
        await(() -> {
            assertThat(started.isAlive()).as(this::log).isTrue();
            return answers(client, URI.create(url() + "/health/ready"));
        });
    }

    private static boolean answers(HttpClient client, URI ready) throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits for something that this server or its database will come to. */
    void await(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.call()) {
            assertThat(Instant.now()).as(this::log).isBefore(end);
            Thread.sleep(100);
        }
    }

    /** What the server wrote. */
    String log() {
        try {
            return Files.readString(folder.resolve("server.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** Ends it without asking, with everything it started. */
    void kill() {
        Process started = process;
        if (started != null) {
            // the script is the parent of the server
            List<ProcessHandle> all = Stream.concat(Stream.of(started.toHandle()), started.descendants()).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(one -> one.onExit().join());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Path target = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(one, target);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void unpack(Path war, Path into) throws IOException {
        try (InputStream file = Files.newInputStream(war); ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                assertThat(target).startsWithRaw(into);
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                }
            }
        }
    }
}
