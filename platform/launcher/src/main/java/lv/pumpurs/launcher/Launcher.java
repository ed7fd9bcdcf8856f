package lv.pumpurs.launcher;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The command line: starts the stack, says where everything is, and keeps it until somebody stops it. */
public final class Launcher {

    private static final int STOPPED_BY_SIGNAL = 143;

    private Launcher() {}

    /** Takes its options from system properties, as the build gives them. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int code = run(out);
        // the shutdown hook of the stack stops what still runs
        System.exit(code);
    }

    private static int run(PrintStream out) {
        stopWithParent();
        // Flyway and EclipseLink tell every step; a person wants to hear of trouble only
        Logger.getLogger("").setLevel(Level.WARNING);
        try (Progress progress = new Progress(out)) {
            Stack stack = Stack.start(StackOptions.from(System.getProperties()), progress);
            out.println();
            out.println(new Welcome(stack.urls(), stack.users(), stack.password()).text());
            out.println(progress.summary());
            out.flush();
            keep(stack.brokenDown());
            return 0;
        } catch (LaunchFailure failure) {
            out.println();
            out.println("Pumpurs does not run: " + failure.getMessage());
            out.flush();
            return 1;
        }
    }

    private static void keep(CompletableFuture<Void> brokenDown) {
        try {
            brokenDown.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LaunchFailure failure ? failure : new LaunchFailure("A server ended.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Maven that is killed takes nobody with it: without a parent there is nobody left who could stop us. */
    private static void stopWithParent() {
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        Thread.ofPlatform().daemon().name("watch the parent").start(() -> parent.ifPresent(maven -> {
            maven.onExit().join();
            System.exit(STOPPED_BY_SIGNAL);
        }));
    }
}
