package lv.pumpurs.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Waits for a server to come up; when it does not, says so with the path and the last telling lines of its log. */
final class Readiness {

    private static final int LINES = 12;
    private static final int WIDTH = 400;
    private static final HttpClient HTTP = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(2))
        .build();

    private final Workspace workspace;
    private final Part part;

    Readiness(Workspace workspace, Part part) {
        this.workspace = workspace;
        this.part = part;
    }

    void await(Process process, Duration patience, BooleanSupplier ready) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw failure("ended before it was ready (exit code " + process.exitValue() + ")");
            }
            if (System.nanoTime() - end > 0) {
                throw failure("did not become ready within " + patience.toSeconds() + " s");
            }
            Thread.sleep(200);
        }
    }

    LaunchFailure failure(String what) {
        Path log = workspace.log(part);
        return new LaunchFailure(part.title() + " " + what + ". Its log is " + log + " and ends with:\n"
                + lastLines(log, workspace.secrets()));
    }

    /** Whether the address answers 200. */
    static boolean answers(URI address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The lines that tell what went wrong; stack frames are left to the log itself. */
    static String lastLines(Path log, Secrets secrets) {
        try {
            List<String> telling = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines()
                .filter(line -> !line.isBlank() && !line.stripLeading().startsWith("at "))
                .toList();
            return telling.subList(Math.max(0, telling.size() - LINES), telling.size())
                .stream()
                .map(secrets::mask)
                .map(line -> "    " + line.substring(0, Math.min(WIDTH, line.length())))
                .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "    (no log was written)";
        }
    }
}
