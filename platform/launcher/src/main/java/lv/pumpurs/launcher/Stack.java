package lv.pumpurs.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import lv.pumpurs.core.provisioning.TenantFile;
import lv.pumpurs.launcher.demo.DemoAccount;
import lv.pumpurs.launcher.demo.DemoAccounts;

/**
 * The whole stack on this machine: PostgreSQL, Keycloak and Liberty with the application, tenants and demo data. What can
 * run side by side does; closing stops all of it in order. A JVM that ends closes it too.
 */
public final class Stack implements AutoCloseable {

    private final Workspace workspace;
    private final StackOptions options;
    private final Progress progress;
    private final PostgresProcess postgres;
    private final KeycloakProcess keycloak;
    private final LibertyProcess liberty;
    private final Installation installation;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread atExit = new Thread(this::stop, "stop the stack");
    private final CompletableFuture<Void> trouble = new CompletableFuture<>();

    private Stack(Workspace workspace, StackOptions options, Progress progress) {
        this.workspace = workspace;
        this.options = options;
        this.progress = progress;
        Ports ports = options.ports();
        this.postgres = new PostgresProcess(workspace, options.distributions(), ports.database());
        this.keycloak = new KeycloakProcess(workspace, options.distributions(), options.keycloakArchive(), ports);
        this.liberty = new LibertyProcess(workspace, options.liberty(), ports.app());
        this.installation = new Installation(workspace, options, postgres);
    }

    /**
     * Starts everything and returns when people can sign in.
     *
     * @throws LaunchFailure
     *             with a sentence for the person at the keyboard; nothing is left running then
     */
    public static Stack start(StackOptions options, Progress progress) {
        Stack stack = new Stack(Workspace.open(options.workspace()), options, progress);
        Runtime.getRuntime().addShutdownHook(stack.atExit);
        try {
            List<TenantFile> tenants = Installation.read(options.tenants());
            stack.prepare();
            stack.bringUp(tenants);
            return stack;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stack.close();
            throw new LaunchFailure("The start was interrupted.", e);
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        } catch (Exception e) {
            stack.close();
            throw new LaunchFailure("The start failed: " + e + ".", e);
        }
    }

    /** Where the stack answers. */
    public StackUrls urls() {
        return StackUrls.of(options.ports());
    }

    /** Everybody who can sign in. */
    public List<DemoAccount> users() {
        return DemoAccounts.all();
    }

    /** The password of every demo user. */
    public String password() {
        return installation.demoPassword();
    }

    /** Completes, exceptionally and with a sentence, when one of the servers ends by itself. */
    CompletableFuture<Void> brokenDown() {
        return workspace.processes().firstEnd().thenApply(part -> {
            throw new Readiness(workspace, part).failure("ended by itself");
        });
    }

    private void prepare() throws Exception {
        // what a killed run wrote does not hold any more
        Files.deleteIfExists(workspace.runFile());
        List<String> leftovers = progress.step("stopping what an earlier run left", () -> {
            List<String> ended = new ArrayList<>(workspace.processes().endLeftovers());
            postgres.endLeftover().ifPresent(ended::add);
            return ended;
        });
        if (!leftovers.isEmpty()) {
            progress.say("An earlier run was killed; stopped what it had left: " + String.join(", ", leftovers));
        }
        if (options.fresh()) {
            progress.say("Starting over: the earlier data are deleted");
            progress.step("deleting the earlier data", () -> {
                workspace.forget();
                return true;
            });
        }
        options.ports().refuseBusy(PortHolder::of);
    }

    private void bringUp(List<TenantFile> files) throws InterruptedException {
        CompletableFuture<Void> database = side("PostgreSQL", postgres::start);
        CompletableFuture<Void> unpacked = keycloak.isNew()
                ? side("Keycloak (unpacking and building, once)", keycloak::prepare)
                : CompletableFuture.completedFuture(null);
        CompletableFuture<Void> setUp = database
            .thenCompose(up -> side("database set-up", () -> installation.setUpDatabase().forEach(progress::say)));
        CompletableFuture<Void> application = setUp
            .thenCompose(ready -> side("Liberty", () -> liberty.start(installation.settings())));
        CompletableFuture<Void> realm = CompletableFuture.allOf(database, unpacked)
            .thenCompose(both -> side("Keycloak", () -> keycloak.start(postgres)))
            .thenCompose(up -> side("realm", () -> installation.setUpRealm(keycloak).forEach(progress::say)));
        CompletableFuture<Void> provisioned = CompletableFuture.allOf(setUp, realm)
            .thenCompose(both -> side("tenants", () -> installation.applyTenants(files).forEach(progress::say)));
        CompletableFuture<Void> people = provisioned
            .thenCompose(there -> side("demo sign-ins", installation::admitPeople));
        CompletableFuture<Void> data = provisioned.thenCompose(there -> side("demo data", this::loadDemo));
        await(application, people, data);
        installation.writeRunFile(users(), password());
    }

    private void loadDemo() {
        List<String> loaded = installation.loadDemo();
        if (!loaded.isEmpty()) {
            progress.say("Demo data loaded into " + String.join(", ", loaded));
        }
    }

    private CompletableFuture<Void> side(String what, Work work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofVirtual().name(what).start(() -> {
            try {
                progress.step(what, work.asCallable());
                done.complete(null);
            } catch (LaunchFailure e) {
                trouble.completeExceptionally(e);
            } catch (Exception e) {
                trouble.completeExceptionally(new LaunchFailure(what + " failed: " + e + ".", e));
            }
        });
        return done;
    }

    /** Waits for all, but no longer than until the first fails. */
    private void await(CompletableFuture<?>... all) throws InterruptedException {
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(all), trouble).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LaunchFailure failure ? failure : new LaunchFailure("The start failed.", e);
        }
    }

    private interface Work {
        void run() throws Exception;

        default Callable<Boolean> asCallable() {
            return () -> {
                run();
                return true;
            };
        }
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
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            Files.deleteIfExists(workspace.runFile());
        } catch (IOException e) {
            progress.say("The run file could not be deleted: " + workspace.runFile());
        }
        workspace.processes().stopAll();
        workspace.close();
    }
}
