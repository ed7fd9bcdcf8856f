package lv.pumpurs.core.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Proof that a form came from one of our pages: a keyed hash of the login's id. It is worth nothing in another login,
 * needs no session on the server and is the same on every replica that holds the key.
 */
final class Csrf {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** The key must be long enough that nobody guesses it. */
    Csrf(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("pumpurs.csrf-key: at least 32 bytes are needed, got " + key.length);
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    String token(String login) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(("csrf:" + login).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    boolean accepts(@Nullable String token, String login) {
        return token != null && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8),
                token(login).getBytes(StandardCharsets.UTF_8));
    }
}
