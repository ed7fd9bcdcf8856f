package lv.pumpurs.keycloak.login;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a login under way into a cookie and back. The key comes from the client's secret, which every replica has
 * and nobody else: no key to hand out, and a new secret ends the logins under way.
 */
final class AttemptSeal {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final SecretKeySpec key;
    private final InstantSource clock;

    AttemptSeal(String clientSecret, InstantSource clock) {
        this.key = key(clientSecret);
        this.clock = clock;
    }

    String seal(Attempt attempt) {
        try {
            var claims = new JWTClaimsSet.Builder().claim("state", attempt.state().getValue())
                .claim("nonce", attempt.nonce().getValue())
                .claim("verifier", attempt.verifier().getValue())
                .claim("back", attempt.back().path())
                .expirationTime(Date.from(clock.instant().plus(LIFE)))
                .build();
            var sealed = new EncryptedJWT(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), claims);
            sealed.encrypt(new DirectEncrypter(key));
            return sealed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing if it is not of our making, too old, or of another login than the state says. */
    Optional<Attempt> open(String sealed, String state) {
        try {
            EncryptedJWT jwt = EncryptedJWT.parse(sealed);
            jwt.decrypt(new DirectDecrypter(key));
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            Attempt attempt = new Attempt(new State(claims.getStringClaim("state")),
                    new Nonce(claims.getStringClaim("nonce")), new CodeVerifier(claims.getStringClaim("verifier")),
                    Back.of(claims.getStringClaim("back")));
            boolean ours = attempt.state().equals(new State(state));
            boolean young = claims.getExpirationTime().toInstant().isAfter(clock.instant());
            return ours && young ? Optional.of(attempt) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static SecretKeySpec key(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal("pumpurs login cookie".getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
