package lv.pumpurs.launcher;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL from the embedded binaries, as a child process of ours with passwords.
 *
 * <p>
 * zonky's own {@code EmbeddedPostgres} trusts every local connection and stops the server from a shutdown hook of its own,
 * side by side with ours: Keycloak and Liberty would lose their database while they still write. So only its binaries are
 * used here.
 */
final class PostgresProcess {

    /** Names the folder of the unpacked binaries; to be raised with the version of the binaries in the parent POM. */
    private static final String VERSION = "postgresql-18.4.0";

    private static final String SUPERUSER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Workspace workspace;
    private final Path home;
    private final int port;

    PostgresProcess(Workspace workspace, Path distributions, int port) {
        this.workspace = workspace;
        this.home = distributions.resolve(VERSION);
        this.port = port;
    }

    /** Unpacks, initialises if there is no data yet, starts, and waits until the server answers. */
    void start() throws Exception {
        start(List.of());
    }

    /** The same with settings beyond the usual ones, as {@code name=value}. */
    void start(List<String> more) throws Exception {
        unpack();
        if (Files.notExists(data().resolve("PG_VERSION"))) {
            initialise();
        }
        List<String> command = asOrdinaryUser();
        command.addAll(List.of(home.resolve("bin/postgres").toString(), "-D", data().toString(), "-p",
                Integer.toString(port)));
        // fsync off: a local stack may lose its demo data with the machine's power; production never runs like this
        for (String setting : List.of("listen_addresses=localhost", "unix_socket_directories=", "fsync=off",
                "full_page_writes=off", "synchronous_commit=off", "max_connections=100", "shared_buffers=128MB",
                "password_encryption=scram-sha-256", "log_destination=stderr", "logging_collector=off")) {
            command.addAll(List.of("-c", setting));
        }
        more.forEach(setting -> command.addAll(List.of("-c", setting)));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        Process process = workspace.processes()
            .start(Part.DATABASE, builder, workspace.log(Part.DATABASE), data().toString());
        DataSource maintenance = superuser(SUPERUSER);
        new Readiness(workspace, Part.DATABASE).await(process, PATIENCE, () -> answers(maintenance));
    }

    /** A connection of the superuser to one of the databases. */
    DataSource superuser(String database) {
        return login(database, SUPERUSER, password(SUPERUSER));
    }

    /** A connection of a login role, with the password kept for it. */
    PGSimpleDataSource login(String database, String user) {
        return login(database, user, password(user));
    }

    String password(String role) {
        return workspace.secrets().get("database-" + role);
    }

    /** Makes a database and, for a server of its own like Keycloak, the login role that owns it. */
    void ensureDatabase(String name, Optional<String> owner) throws SQLException {
        try (Connection connection = superuser(SUPERUSER).getConnection();
                Statement statement = connection.createStatement()) {
            if (owner.isPresent() && !exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", owner.get())) {
                statement.execute(
                        formatted(connection, "CREATE ROLE %I LOGIN PASSWORD %L", owner.get(), password(owner.get())));
            }
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                statement.execute(formatted(connection, "CREATE DATABASE %I OWNER %I", name, owner.orElse(SUPERUSER)));
            }
        }
    }

    /** DDL takes no parameters: PostgreSQL itself quotes the names and the password into the statement. */
    private static String formatted(Connection connection, String pattern, String first, String second)
            throws SQLException {
        try (PreparedStatement quote = connection.prepareStatement("SELECT format(?, ?, ?)")) {
            quote.setString(1, pattern);
            quote.setString(2, first);
            quote.setString(3, second);
            try (var row = quote.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private PGSimpleDataSource login(String database, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[]{"localhost"});
        source.setPortNumbers(new int[]{port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout(5);
        return source;
    }

    private void unpack() throws IOException {
        if (Files.exists(home)) {
            return;
        }
        String system = System.getProperty("os.name", "").startsWith("Mac") ? "Darwin" : "Linux";
        String machine = System.getProperty("os.arch", "").equals("amd64")
                ? "x86_64"
                : System.getProperty("os.arch", "");
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
            if (archive == null) {
                throw new LaunchFailure("There is no embedded PostgreSQL for " + system + " on " + machine + ".");
            }
            Archive.unpackXz(archive, home);
        }
    }

    private void initialise() throws Exception {
        Path half = data().resolveSibling("postgres.half");
        Workspace.delete(half);
        password(SUPERUSER);
        Path log = workspace.logs().resolve("initdb.log");
        List<String> command = asOrdinaryUser();
        command.addAll(
                List.of(home.resolve("bin/initdb").toString(), "-D", half.toString(), "-U", SUPERUSER, "-E", "UTF-8",
                        "--auth=scram-sha-256", "--pwfile=" + workspace.secrets().file("database-" + SUPERUSER),
                        "--locale=C", "--locale-provider=icu", "--icu-locale=lv-LV", "--no-sync"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().put("LC_ALL", "C");
        if (builder.start().waitFor() != 0) {
            throw new LaunchFailure("PostgreSQL's data could not be made; see " + log + ". It ends with:\n"
                    + Readiness.lastLines(log, workspace.secrets()));
        }
        Files.move(half, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * PostgreSQL refuses to start while postmaster.pid names a living process. After a crash of the machine that pid may be
     * anybody's: the file is removed then. If it is a server on our own data that was not written down, it is ended.
     */
    Optional<String> endLeftover() {
        Path file = data().resolve("postmaster.pid");
        try {
            if (Files.notExists(file)) {
                return Optional.empty();
            }
            Optional<ProcessHandle> left = Files.readAllLines(file)
                .stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("[0-9]{1,9}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                .filter(process -> OwnedProcess.commandLine(process).contains(data().toString()));
            left.ifPresent(process -> OwnedProcesses.end(Part.DATABASE, process));
            Files.deleteIfExists(file);
            return left.map(process -> "PostgreSQL (process " + process.pid() + ")");
        } catch (IOException e) {
            throw new LaunchFailure("PostgreSQL's file " + file + " cannot be read or removed.", e);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody, with root's files still its own. */
    private static List<String> asOrdinaryUser() {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        return command;
    }

    private Path data() {
        return workspace.postgresData();
    }

    private static boolean answers(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }
}
