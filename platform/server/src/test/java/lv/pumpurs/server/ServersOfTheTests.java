package lv.pumpurs.server;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.testkit.TokenIssuer;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * One PostgreSQL with two tenants and one issuer of tokens for all in-container tests of a run, made known to the
 * managed server before Arquillian starts it.
 */
public class ServersOfTheTests implements LauncherSessionListener {

    private static @Nullable TokenIssuer issuer;
    private static @Nullable GreenMail mail;

    /**
     * Whose tokens the managed server believes.
     *
     * @return running while the tests run
     */
    public static TokenIssuer issuer() {
        return java.util.Objects.requireNonNull(issuer, "only inside the in-container tests");
    }

    /**
     * Where the managed server's mail arrives.
     *
     * @return running while the tests run
     */
    public static GreenMail mail() {
        return java.util.Objects.requireNonNull(mail, "only inside the in-container tests");
    }

    /**
     * The application as it is delivered, at the root of the managed server.
     *
     * @return to be deployed by a test
     */
    public static WebArchive war() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("war")))
            .addAsWebInfResource(new StringAsset("""
                    <?xml version="1.0" encoding="UTF-8"?>
                    <web-ext xmlns="http://websphere.ibm.com/xml/ns/javaee" version="1.1">
                      <context-root uri="/"/>
                    </web-ext>"""), "ibm-web-ext.xml");
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String liberty = System.getProperty("wlp.home");
        if (liberty == null || System.getProperty("it.http.port") == null) {
            return;
        }
        issuer = TokenIssuer.start();
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        Path server = Path.of(liberty, "usr/servers/it");
        Path keyset = server.resolve("resources/personal-code.keyset");
        Map<String, String> variables = Map.ofEntries(
                Map.entry("http.port", System.getProperty("it.http.port")),
                Map.entry("database.port", Integer.toString(TwoTenants.database().port())),
                Map.entry("database.app.password", "app"),
                Map.entry("database.provisioner.password", "provisioner"),
                Map.entry("database.pool", "2"),
                Map.entry("pumpurs.personal-code.keyset", keyset.toString()),
                Map.entry("pumpurs.url", "http://localhost:" + System.getProperty("it.http.port")),
                Map.entry("pumpurs.oidc.issuer", issuer.issuer()),
                Map.entry("pumpurs.oidc.client-secret", "not used: nobody signs in here"),
                Map.entry("pumpurs.mail.host", "127.0.0.1"),
                Map.entry("pumpurs.mail.port", Integer.toString(mail().getSmtp().getPort())),
                Map.entry("pumpurs.mail.from", "pumpurs@valsts.test"),
                // a round goes when a test says so: each statement of a page is counted
                Map.entry("pumpurs.mail.round-seconds", "86400"),
                Map.entry("pumpurs.csrf-key", "of the tests, at least thirty-two bytes"),
                // nobody listens there: making an organisation fails
                Map.entry("pumpurs.keycloak.admin-url", "http://localhost:1"),
                Map.entry("pumpurs.keycloak.admin-client-secret", "not used"));
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
        if (mail != null) {
            mail.stop();
        }
    }
}
