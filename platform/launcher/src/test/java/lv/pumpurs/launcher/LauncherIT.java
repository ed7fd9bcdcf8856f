package lv.pumpurs.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a launcher that was killed leaves behind, and how the next one gets on. */
class LauncherIT {

    private static final Path DISTRIBUTIONS = Path.of("target", "distributions").toAbsolutePath();

    @TempDir
    Path folder = Path.of("set by the test engine");

    private final Ports ports = Ports.free();

    @Test
    void after_a_launcher_was_killed_the_next_start_ends_its_leftovers_and_keeps_the_data() throws Exception {
        killedLauncher();

        try (Workspace workspace = Workspace.open(folder)) {
            PostgresProcess postgres = new PostgresProcess(workspace, DISTRIBUTIONS, ports.database());
            assertThat(Ports.isBusy(ports.database())).isTrue();

            List<String> ended = workspace.processes().endLeftovers();
            assertThat(ended).singleElement().asString().startsWith("PostgreSQL (process ");
            assertThat(Ports.isBusy(ports.database())).isFalse();

            try {
                postgres.start();
                assertThat(rows(postgres)).isEqualTo(1);
            } finally {
                workspace.processes().stopAll();
            }
            assertThat(workspace.postgresData().resolve("postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void a_postgres_that_was_not_written_down_is_found_by_its_own_file() throws Exception {
        killedLauncher();

        try (Workspace workspace = Workspace.open(folder)) {
            Files.delete(folder.resolve("processes"));
            assertThat(workspace.processes().endLeftovers()).isEmpty();

            PostgresProcess postgres = new PostgresProcess(workspace, DISTRIBUTIONS, ports.database());

            assertThat(postgres.endLeftover()).isPresent();
            assertThat(Ports.isBusy(ports.database())).isFalse();
        }
    }

    @Test
    void a_file_of_postgres_that_names_somebody_elses_process_ends_nobody() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try (Workspace workspace = Workspace.open(folder)) {
            Path file = workspace.postgresData().resolve("postmaster.pid");
            Files.createDirectories(workspace.postgresData());
            Files.writeString(file, stranger.pid() + "\n/elsewhere\n");

            assertThat(new PostgresProcess(workspace, DISTRIBUTIONS, ports.database()).endLeftover()).isEmpty();

            assertThat(stranger.isAlive()).isTrue();
            assertThat(file).doesNotExist();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void a_busy_port_is_a_sentence_with_the_process_that_holds_it() throws Exception {
        try (ServerSocket held = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports busy = new Ports(ports.app(), ports.keycloak(), ports.keycloakManagement(), held.getLocalPort());
            StackOptions options = new StackOptions(folder, DISTRIBUTIONS, folder, folder, folder, busy, false);

            try (Progress progress = new Progress(new PrintStream(PrintStream.nullOutputStream()))) {
                assertThatThrownBy(() -> Stack.start(options, progress)).isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining("Port " + held.getLocalPort() + " is busy, held by ")
                    .hasMessageEndingWith("or choose another port with -Dport.postgres=<port>.");
            }
        }
    }

    /** A launcher of the database in a JVM of its own, killed as soon as it stands. */
    private void killedLauncher() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process owner = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"),
                DatabaseOwner.class.getName(),
                folder.toString(), DISTRIBUTIONS.toString(), Integer.toString(ports.database()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
        try (BufferedReader out = owner.inputReader()) {
            assertThat(out.readLine()).isEqualTo("up");
        } finally {
            owner.destroyForcibly().waitFor();
        }
    }

    private static int rows(PostgresProcess postgres) throws Exception {
        DataSource source = postgres.superuser("postgres");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM kept")) {
            row.next();
            return row.getInt(1);
        }
    }
}
