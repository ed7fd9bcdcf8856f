package lv.pumpurs.launcher;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Open Liberty with the application: the server that the build of platform/server made, with its output in the workspace. */
final class LibertyProcess {

    private static final String SERVER = "pumpurs";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Workspace workspace;
    private final Path home;
    private final int port;

    LibertyProcess(Workspace workspace, Path home, int port) {
        this.workspace = workspace;
        this.home = home;
        this.port = port;
    }

    /**
     * Starts and waits until the application says it is ready.
     *
     * @param settings
     *            environment of the server: its variables and the application's settings
     */
    void start(Map<String, String> settings) throws InterruptedException {
        Path script = home.resolve("bin/server");
        if (!Files.isRegularFile(script)) {
            throw new LaunchFailure(
                    "There is no Liberty in " + home + ": build platform/server first (mvn -Prun does).");
        }
        ProcessBuilder builder = new ProcessBuilder(List.of(script.toString(), "run", SERVER));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("WLP_") || name.startsWith("JAVA_TOOL"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("WLP_OUTPUT_DIR", workspace.liberty().toString());
        environment.put("LOG_DIR", workspace.logs().resolve("liberty").toString());
        environment.put("JVM_ARGS", jvmOptions());
        // the C library would keep freed memory in an arena for each of many threads
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("http_port", Integer.toString(port));
        environment.putAll(settings);
        Process process = workspace.processes()
            .start(Part.APPLICATION, builder, workspace.log(Part.APPLICATION), mark());
        URI ready = URI.create(url() + "/health/ready");
        new Readiness(workspace, Part.APPLICATION).await(process, PATIENCE, () -> Readiness.answers(ready));
    }

    String url() {
        return "http://localhost:" + port;
    }

    private String jvmOptions() {
        // compact object headers are a product option from JDK 25 on: a sixth less memory for nothing
        String compact = Runtime.version().feature() >= 25 ? " -XX:+UseCompactObjectHeaders" : "";
        // Liberty's script evaluates this text once more: a folder's name may hold spaces
        return "'" + mark().replace("'", "'\\''") + "'" + compact;
    }

    private String mark() {
        return "-Dpumpurs.workspace=" + workspace.root();
    }
}
