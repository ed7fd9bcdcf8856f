package lv.pumpurs.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The real Keycloak with its own database. Unpacking and Keycloak's build step are done once for a version and its build
 * options and kept; every later start is the optimised one.
 */
final class KeycloakProcess {

    static final String DATABASE = "keycloak";
    static final String ADMIN_CLIENT = "pumpurs-launcher";

    private static final List<String> BUILD_OPTIONS = List.of("--db=postgres", "--health-enabled=true",
            "--cache=local");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Workspace workspace;
    private final Path archive;
    private final Path home;
    private final Ports ports;

    KeycloakProcess(Workspace workspace, Path distributions, Path archive, Ports ports) {
        this.workspace = workspace;
        this.archive = archive;
        this.ports = ports;
        // the folder's name carries version and options: another version or option is another folder
        this.home = distributions.resolve(
                archive.getFileName().toString().replace(".tar.gz", "") + "-"
                        + Integer.toHexString(BUILD_OPTIONS.hashCode()));
    }

    /** Whether nothing is kept from an earlier start. */
    boolean isNew() {
        return Files.notExists(built());
    }

    /** Unpacks and builds, unless an earlier start did. */
    void prepare() throws Exception {
        if (!isNew()) {
            return;
        }
        if (Files.notExists(archive)) {
            throw new LaunchFailure(
                    "Keycloak's archive is missing: " + archive + ". Run mvn once with access to the network.");
        }
        Workspace.delete(home);
        Archive.unpackGz(archive, home);
        List<String> command = java();
        command.add("build");
        command.addAll(BUILD_OPTIONS);
        Process build = workspace.processes()
            .start(Part.KEYCLOAK_BUILD, builder(command), workspace.log(Part.KEYCLOAK_BUILD), mark());
        int code = build.waitFor();
        if (code != 0) {
            throw new Readiness(workspace, Part.KEYCLOAK_BUILD).failure("failed (exit code " + code + ")");
        }
        Files.createFile(built());
    }

    void start(PostgresProcess postgres) throws Exception {
        postgres.ensureDatabase(DATABASE, java.util.Optional.of(DATABASE));
        List<String> command = java();
        command.addAll(List.of("start", "--optimized",
                "--db-url=jdbc:postgresql://localhost:" + ports.database() + "/" + DATABASE,
                "--db-username=" + DATABASE, "--http-enabled=true", "--http-host=localhost",
                "--http-port=" + ports.keycloak(),
                "--hostname=" + url(), "--http-management-port=" + ports.keycloakManagement(),
                "--http-management-host=localhost", "--log-level=info,io.smallrye.health:off"));
        ProcessBuilder builder = builder(command);
        builder.environment().put("KC_DB_PASSWORD", postgres.password(DATABASE));
        builder.environment().put("KC_BOOTSTRAP_ADMIN_CLIENT_ID", ADMIN_CLIENT);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", adminSecret());
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", workspace.secrets().get("keycloak-admin"));
        Process process = workspace.processes().start(Part.KEYCLOAK, builder, workspace.log(Part.KEYCLOAK), mark());
        URI health = URI.create("http://localhost:" + ports.keycloakManagement() + "/health/ready");
        new Readiness(workspace, Part.KEYCLOAK).await(process, PATIENCE, () -> Readiness.answers(health));
    }

    String url() {
        return "http://localhost:" + ports.keycloak();
    }

    String adminSecret() {
        return workspace.secrets().get("keycloak-admin-client");
    }

    /** Keycloak's own script, without the shell that would stand between us and the server when signals are sent. */
    private List<String> java() {
        Path inside = root();
        return new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), mark(),
                "-Xms64m",
                "-Xmx512m", "-XX:MaxMetaspaceSize=320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8", "-Duser.language=en", "-Duser.country=US",
                "-Djava.security.egd=file:/dev/urandom",
                "--add-opens=java.base/java.util=ALL-UNNAMED", "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED", "-Dkc.home.dir=" + inside,
                "-Djboss.server.config.dir=" + inside.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-Dpicocli.disable.closures=true",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dquarkus-log-max-startup-records=10000", "-cp", inside.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
    }

    private static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.equals("JAVA_TOOL_OPTIONS"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private Path root() {
        try (var entries = Files.list(home)) {
            return entries.filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new LaunchFailure("Keycloak's archive holds no folder: " + archive + "."));
        } catch (IOException e) {
            throw new LaunchFailure("Keycloak's folder cannot be read: " + home + ".", e);
        }
    }

    private Path built() {
        return home.resolve("built");
    }

    private String mark() {
        return "-Dpumpurs.workspace=" + workspace.root();
    }
}
