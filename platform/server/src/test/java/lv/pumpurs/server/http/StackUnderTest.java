package lv.pumpurs.server.http;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import lv.pumpurs.launcher.Progress;
import lv.pumpurs.launcher.Stack;
import lv.pumpurs.launcher.StackOptions;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The one stack of a test run: started by the first class that asks, stopped at the end of the run.
 *
 * <p>Whoever writes tests starts a stack once with {@code mvn -Prun} and gives its run file as {@code -Dpumpurs.run}:
 * the tests then use that stack and leave it running.
 */
public final class StackUnderTest {

    private static @Nullable Stack started;
    private static @Nullable StackUnderTest running;

    private final String app;
    private final String tokenUrl;
    private final String password;
    private final Path workspace;

    private StackUnderTest(Path runFile) {
        JsonObject run = read(runFile);
        this.app = run.getJsonObject("urls").getString("app");
        this.tokenUrl = run.getJsonObject("demoClient").getString("tokenUrl");
        this.password = run.getString("password");
        this.workspace = runFile.toAbsolutePath().resolveSibling("");
    }

    /** The stack, started if it is not yet. */
    public static synchronized StackUnderTest get() {
        StackUnderTest known = running;
        if (known == null) {
            String given = System.getProperty("pumpurs.run", "");
            known = new StackUnderTest(given.isBlank() ? start() : Path.of(given));
            running = known;
        }
        return known;
    }

    private static Path start() {
        Path workspace = Path.of("target", "stack-under-test").toAbsolutePath();
        StackOptions usual = StackOptions.forTest(workspace);
        started = Stack.start(
                new StackOptions(workspace, usual.distributions(), usual.keycloakArchive(), usual.liberty(),
                        usual.tenants(), usual.ports(), true),
                new Progress(System.out));
        return workspace.resolve("run.json");
    }

    private static synchronized void stop() {
        if (started != null) {
            started.close();
        }
        started = null;
        running = null;
    }

    private static JsonObject read(Path file) {
        try (var reader = Json.createReader(Files.newBufferedReader(file))) {
            return reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Base address of the application, without a slash at the end. */
    public String app() {
        return app;
    }

    /** The password of every demo user. */
    public String password() {
        return password;
    }

    String tokenUrl() {
        return tokenUrl;
    }

    /** Where the identity provider is. */
    URI keycloak() {
        return URI.create(tokenUrl.substring(0, tokenUrl.indexOf("/realms/")));
    }

    /** A secret of this machine's stack. */
    String secret(String name) throws IOException {
        return Files.readString(workspace.resolve("secrets").resolve(name)).strip();
    }

    /** What the servers wrote about themselves. */
    Path logs() {
        return workspace.resolve("logs");
    }

    /** Stops the stack when the run's last test has ended; a JVM that dies before does it in its shutdown hook. */
    public static final class AtTheEnd implements LauncherSessionListener {

        @Override
        public void launcherSessionClosed(LauncherSession session) {
            stop();
        }
    }
}
