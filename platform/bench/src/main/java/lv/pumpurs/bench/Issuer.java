package lv.pumpurs.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * Signs access tokens as our realm does: RS256, RSA of 2048 bits, with the claims that Keycloak puts in. The application
 * checks them as it checks Keycloak's, by keys that it fetches from here. Not Keycloak itself: that would share the two
 * cores for nothing, since nobody signs in during the run and its tokens end after five minutes. Not the testkit's
 * issuer: its elliptic curves cost the application several times as much to check as the realm's keys do.
 */
final class Issuer implements AutoCloseable {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final Duration LONGER_THAN_ANY_RUN = Duration.ofHours(24);

    private final HttpServer server;
    private final KeyPair keys;

    Issuer() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        serve("/certs", """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"bench","n":"%s","e":"%s"}]}"""
            .formatted(unsigned(key.getModulus()), unsigned(key.getPublicExponent())));
        serve("/.well-known/openid-configuration", """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/auth","token_endpoint":"%1$s/token",
                 "end_session_endpoint":"%1$s/logout","jwks_uri":"%1$s/certs","response_types_supported":["code"],
                 "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}"""
            .formatted(url()));
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    String token(String email, String tenant) {
        long now = Instant.now().getEpochSecond();
        String claims = """
                {"exp":%d,"iat":%d,"auth_time":%d,"jti":"onrtac:0a5a6bfc-5f0e-4d4e-9d0b-3f1a3a7a6f11","iss":"%s",
                "aud":"pumpurs-api","sub":"%s","typ":"Bearer","azp":"pumpurs-web",
                "sid":"2b9e6a4c-70a1-4d8c-a8a0-5f4b9f2d1c33","acr":"1","allowed-origins":["http://localhost"],
                "scope":"openid email profile organization","email_verified":true,"organization":["%s"],
                "name":"Persona Mērītā","preferred_username":"%s","given_name":"Persona","family_name":"Mērītā",
                "email":"%s"}""".formatted(now + LONGER_THAN_ANY_RUN.toSeconds(), now, now, url(), email, tenant, email,
                email);
        String signed = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"bench\"}") + "." + encoded(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static String encoded(String text) {
        return URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return URL.encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
