package lv.pumpurs.core.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The server's key for {@link Csrf}, from {@code pumpurs.csrf-key}: the same on every replica. */
@ApplicationScoped
public class CsrfKey {

    private static final System.Logger LOG = System.getLogger(CsrfKey.class.getName());

    private final Csrf csrf;

    /** For the container's proxy. */
    protected CsrfKey() {
        this(Optional.of("proxy only, never used: the container calls the other one"));
    }

    /**
     * With the configured key; without one, a key that lives as long as this process.
     *
     * @param key at least 32 characters
     */
    @Inject
    public CsrfKey(@ConfigProperty(name = "pumpurs.csrf-key") Optional<String> key) {
        csrf = new Csrf(key.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElseGet(CsrfKey::random));
    }

    private static byte[] random() {
        LOG.log(System.Logger.Level.WARNING,
                "pumpurs.csrf-key is not set: forms opened before a restart, or from another replica, will be refused");
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }

    Csrf get() {
        return csrf;
    }
}
