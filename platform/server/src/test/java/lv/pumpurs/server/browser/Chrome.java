package lv.pumpurs.server.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.jspecify.annotations.Nullable;

/** The Chromium of this machine: one for all browser tests of a run. */
final class Chrome implements ExecutionCondition {

    private static final Path EXECUTABLE = Path.of(System.getProperty("pumpurs.browser.path", "/usr/bin/chromium"));
    /** Root in a container has no sandbox, and nothing here may call home. */
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run");
    private static final AtomicBoolean SAID = new AtomicBoolean();
    private static @Nullable Browser browser;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Files.isExecutable(EXECUTABLE)) {
            return ConditionEvaluationResult.enabled("Chromium is there");
        }
        String missing = "There is no Chromium at " + EXECUTABLE
                + " (say where with -Dpumpurs.browser.path, or install the package chromium)";
        if ("required".equals(System.getProperty("pumpurs.browser"))) {
            throw new IllegalStateException(missing + ", and -Dpumpurs.browser=required.");
        }
        if (!SAID.getAndSet(true)) {
            System.out.println("!!! THE BROWSER TESTS ARE SKIPPED: " + missing + " !!!");
        }
        return ConditionEvaluationResult.disabled(missing);
    }

    /** The browser, started when first asked for; it ends with the JVM. */
    static synchronized Browser browser() {
        Browser known = browser;
        if (known == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            known = playwright.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(EXECUTABLE).setArgs(ARGUMENTS));
            browser = known;
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close the browser"));
        }
        return known;
    }
}
