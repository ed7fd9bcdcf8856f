package lv.pumpurs.core.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Proof that a form came from one of our pages: a random number and a keyed hash of it and of the login's id. It is
 * worth nothing in another login, needs no session on the server and is accepted by every replica that holds the key.
 * No two forms have the same one, so it also tells whether a form is sent for the second time.
 */
final class Csrf {

    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    /** The key must be long enough that nobody guesses it. */
    Csrf(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("pumpurs.csrf-key: at least 32 bytes are needed, got " + key.length);
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Another one each time. */
    String token(String login) {
        byte[] once = new byte[16];
        RANDOM.nextBytes(once);
        return token(Base64.getUrlEncoder().withoutPadding().encodeToString(once), login);
    }

    private String token(String once, String login) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(("csrf:" + once + ":" + login).getBytes(StandardCharsets.UTF_8));
            return once + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    boolean accepts(@Nullable String token, String login) {
        int end = token == null ? -1 : token.indexOf('.');
        return token != null && end > 0 && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8),
                token(token.substring(0, end), login).getBytes(StandardCharsets.UTF_8));
    }
}
