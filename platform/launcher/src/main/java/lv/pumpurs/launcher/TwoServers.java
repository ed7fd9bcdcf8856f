package lv.pumpurs.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL and Liberty as the {@link Stack} runs them, without Keycloak, tenants and demo data: for measurements, which
 * bring an issuer of tokens and data of their own and start Liberty several times. Closing stops both; so does the end
 * of the JVM.
 */
public final class TwoServers implements AutoCloseable {

    private final Workspace workspace;
    private final Ports ports = Ports.free();
    private final PostgresProcess postgres;
    private final LibertyProcess liberty;
    private final Installation installation;
    private final Thread atExit = new Thread(this::stop, "stop the servers");
    private boolean closed;

    private TwoServers(Workspace workspace, Path distributions, Path liberty) {
        this.workspace = workspace;
        this.postgres = new PostgresProcess(workspace, distributions, ports.database());
        this.liberty = new LibertyProcess(workspace, liberty, ports.app());
        Path none = workspace.root().resolve("none");
        this.installation = new Installation(workspace,
                new StackOptions(workspace.root(), distributions, none, liberty, none, ports, true), postgres);
    }

    /**
     * Takes a folder, stops what an earlier run left in it and forgets its data. Nothing runs yet.
     *
     * @param workspace
     *            folder of data, logs and secrets
     * @param distributions
     *            folder of the unpacked PostgreSQL
     * @param liberty
     *            a Liberty with the server {@code pumpurs} in it
     * @return to be closed
     */
    public static TwoServers open(Path workspace, Path distributions, Path liberty) {
        TwoServers servers = new TwoServers(Workspace.open(workspace), distributions, liberty);
        Runtime.getRuntime().addShutdownHook(servers.atExit);
        servers.workspace.processes().endLeftovers();
        servers.postgres.endLeftover();
        servers.workspace.forget();
        return servers;
    }

    /**
     * Starts PostgreSQL and makes the logins, the revokes and the nation's schema.
     *
     * @param settings
     *            of PostgreSQL beyond the local stack's, as {@code name=value}
     * @throws Exception
     *             when it does not start
     */
    public void startDatabase(List<String> settings) throws Exception {
        postgres.start(settings);
        installation.setUpDatabase();
    }

    /**
     * Starts Liberty and returns when the application says that it is ready.
     *
     * @param settings
     *            environment beyond the local stack's
     * @throws InterruptedException
     *             when interrupted
     */
    public void startApplication(Map<String, String> settings) throws InterruptedException {
        Map<String, String> all = new TreeMap<>(installation.settings());
        all.putAll(settings);
        liberty.start(all);
    }

    /** Stops Liberty; it can be started again. */
    public void stopApplication() {
        workspace.processes().stop(Part.APPLICATION);
    }

    /**
     * Where the application answers.
     *
     * @return its port on this machine
     */
    public int port() {
        return ports.app();
    }

    /**
     * PostgreSQL's first process.
     *
     * @return its pid
     */
    public long databasePid() {
        return pid(Part.DATABASE);
    }

    /**
     * Liberty's first process: the script, or the JVM that took its place.
     *
     * @return its pid
     */
    public long applicationPid() {
        return pid(Part.APPLICATION);
    }

    private long pid(Part part) {
        return Optional.ofNullable(workspace.processes().pids().get(part))
            .orElseThrow(() -> new LaunchFailure(part.title() + " does not run."));
    }

    /**
     * Connections of one of the logins.
     *
     * @param user
     *            {@code postgres}, {@code pumpurs_app} or {@code pumpurs_provisioner}
     * @return a new connection each time, no pool
     */
    public DataSource login(String user) {
        return postgres.login(Installation.DATABASE, user);
    }

    /**
     * Connections that let the server keep plans, or not.
     *
     * @param user
     *            as above
     * @param threshold
     *            from which execution on a statement is prepared by name; 0 for never
     * @return a new connection each time, no pool
     */
    public DataSource login(String user, int threshold) {
        PGSimpleDataSource source = postgres.login(Installation.DATABASE, user);
        source.setPrepareThreshold(threshold);
        return source;
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // the JVM is ending and runs the hook, which finds the work done
            return;
        }
    }

    private synchronized void stop() {
        if (!closed) {
            closed = true;
            workspace.processes().stopAll();
            workspace.close();
        }
    }
}
