package lv.pumpurs.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.testkit.TokenIssuer;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * One PostgreSQL with two tenants and one issuer of tokens for all in-container tests of a run, made known to the
 * managed server before Arquillian starts it.
 */
public class ServersOfTheTests implements LauncherSessionListener {

    private static @Nullable TokenIssuer issuer;

    /**
     * Whose tokens the managed server believes.
     *
     * @return running while the tests run
     */
    public static TokenIssuer issuer() {
        return java.util.Objects.requireNonNull(issuer, "only inside the in-container tests");
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String liberty = System.getProperty("wlp.home");
        if (liberty == null || System.getProperty("it.http.port") == null) {
            return;
        }
        issuer = TokenIssuer.start();
        Path server = Path.of(liberty, "usr/servers/it");
        Path keyset = server.resolve("resources/personal-code.keyset");
        Map<String, String> variables = Map.of(
                "http.port", System.getProperty("it.http.port"),
                "database.port", Integer.toString(TwoTenants.database().port()),
                "database.app.password", "app",
                "database.provisioner.password", "provisioner",
                "database.pool", "2",
                "pumpurs.personal-code.keyset", keyset.toString(),
                "pumpurs.url", "http://localhost:" + System.getProperty("it.http.port"),
                "pumpurs.oidc.issuer", issuer.issuer(),
                "pumpurs.oidc.client-secret", "not used: nobody signs in here",
                "pumpurs.csrf-key", "of the tests, at least thirty-two bytes");
        try {
            Files.createDirectories(keyset.getParent());
            PersonalCodeVault.createKeyset(keyset);
            Path folder = Files.createDirectories(server.resolve("variables"));
            for (var variable : variables.entrySet()) {
                Files.writeString(folder.resolve(variable.getKey()), variable.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (issuer != null) {
            issuer.close();
        }
    }
}
