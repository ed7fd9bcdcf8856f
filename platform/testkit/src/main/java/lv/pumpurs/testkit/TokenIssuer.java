package lv.pumpurs.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import lv.pumpurs.core.identity.Person;

/**
 * An identity provider for tests: it publishes its keys over HTTP on a free port as Keycloak does, and signs access
 * tokens for anybody. (Its keys are of elliptic curves, which are made in no time.) Nobody can sign in to it; tests of the login itself run against the real Keycloak.
 */
public final class TokenIssuer implements AutoCloseable {

    private final HttpServer server;
    private final List<ECKey> keys = new ArrayList<>();
    private final AtomicInteger keyRequests = new AtomicInteger();

    private TokenIssuer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rotate();
        serve("/.well-known/openid-configuration", this::metadata);
        serve("/certs", () -> {
            keyRequests.incrementAndGet();
            return new JWKSet(List.copyOf(keys)).toString();
        });
        server.start();
    }

    /**
     * Starts one on a free port.
     *
     * @return it, ready
     */
    public static TokenIssuer start() {
        return new TokenIssuer(0);
    }

    /**
     * Starts one where the tested server has been told to look for it.
     *
     * @param port a free port
     * @return it, ready
     */
    public static TokenIssuer start(int port) {
        return new TokenIssuer(port);
    }

    /**
     * The issuer to trust.
     *
     * @return its URL
     */
    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /**
     * How often the keys were asked for.
     *
     * @return since the start
     */
    public int keyRequests() {
        return keyRequests.get();
    }

    /** Signs with a new key from now on, as at a key rotation; the old ones stay published. */
    public void rotate() {
        try {
            keys.add(new ECKeyGenerator(Curve.P_256).keyID(UUID.randomUUID().toString())
                .algorithm(JWSAlgorithm.ES256)
                .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A good token as a browser's login gets it, for five minutes. Anything about it can be changed before it is
     * signed.
     *
     * @param person whom it proves
     * @return to be signed
     */
    public Token tokenFor(Person person) {
        Instant now = Instant.now();
        return new Token(new JWTClaimsSet.Builder().issuer(issuer())
            .subject(person.subject())
            .audience("pumpurs-api")
            .claim("azp", "pumpurs-web")
            .claim("typ", "Bearer")
            .claim("email", person.email())
            .claim("email_verified", !person.email().isEmpty())
            .claim("name", person.name())
            .claim("organization", person.organisations().stream().sorted().toList())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(Duration.ofMinutes(5)))));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(String path, Supplier<String> json) {
        server.createContext(path, exchange -> {
            byte[] body = json.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private String metadata() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/auth","token_endpoint":"%1$s/token",
                 "end_session_endpoint":"%1$s/logout","jwks_uri":"%1$s/certs","response_types_supported":["code"],
                 "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["ES256"]}
                """.formatted(issuer());
    }

    /** A token about to be signed, well or badly. */
    public final class Token {

        private final JWTClaimsSet.Builder claims;

        private Token(JWTClaimsSet.Builder claims) {
            this.claims = claims;
        }

        /**
         * Changes a claim.
         *
         * @param name its name
         * @param value its value
         * @return this
         */
        public Token with(String name, Object value) {
            claims.claim(name, value);
            return this;
        }

        /**
         * Leaves a claim out.
         *
         * @param name its name
         * @return this
         */
        public Token without(String name) {
            claims.claim(name, null);
            return this;
        }

        /**
         * Changes whom it is meant for.
         *
         * @param audience the audience
         * @return this
         */
        public Token audience(String audience) {
            claims.audience(audience);
            return this;
        }

        /**
         * Changes when it ends.
         *
         * @param expiry the instant
         * @return this
         */
        public Token expiresAt(Instant expiry) {
            claims.expirationTime(Date.from(expiry));
            return this;
        }

        /**
         * Signed with the issuer's newest key.
         *
         * @return the token as it goes over the wire
         */
        public String sign() {
            ECKey key = keys.getLast();
            return signed(key, key.getKeyID());
        }

        /**
         * Signed with a key that the issuer has never published, under the identifier of one that it has.
         *
         * @return the token as it goes over the wire
         */
        public String signWithForeignKey() {
            try {
                return signed(new ECKeyGenerator(Curve.P_256).generate(), keys.getLast().getKeyID());
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }

        /**
         * Not signed at all ({@code alg: none}).
         *
         * @return the token as it goes over the wire
         */
        public String unsigned() {
            return new PlainJWT(claims.build()).serialize();
        }

        /**
         * Signed with HS256, the published public key being the secret: the classic confusion of algorithms.
         *
         * @return the token as it goes over the wire
         */
        public String signWithPublicKeyAsSecret() {
            try {
                ECKey key = keys.getLast();
                return serialized(JWSAlgorithm.HS256, new MACSigner(key.toECPublicKey().getEncoded()), key.getKeyID());
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }

        private String signed(ECKey key, String id) {
            try {
                return serialized(JWSAlgorithm.ES256, new ECDSASigner(key), id);
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }

        private String serialized(JWSAlgorithm algorithm, JWSSigner signer, String id) throws JOSEException {
            var header = new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(id).build();
            SignedJWT jwt = new SignedJWT(header, claims.build());
            jwt.sign(signer);
            return jwt.serialize();
        }
    }
}
