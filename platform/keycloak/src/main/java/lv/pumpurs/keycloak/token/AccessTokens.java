package lv.pumpurs.keycloak.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.keycloak.provider.OidcSettings;
import org.jspecify.annotations.Nullable;

/**
 * Reads access tokens. One is good if our identity provider signed it with a key pair (never a shared secret, never
 * unsigned), for us, through a client that we know, and its time is not over.
 */
public final class AccessTokens {

    /** Clocks of two machines differ; more than this is a fault to be repaired, not to be forgiven. */
    private static final int SKEW_SECONDS = 30;
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    /** Keycloak says {@code JWT}, RFC 9068 says {@code at+jwt}. */
    private static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPES = new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"));

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /**
     * Tokens of one issuer for one audience.
     *
     * @param settings issuer, audience, clients
     * @param keys the issuer's public keys
     */
    public AccessTokens(OidcSettings settings, JWKSource<SecurityContext> keys) {
        processor.setJWSTypeVerifier(TYPES);
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(new Claims(settings));
    }

    /**
     * Looks at a token.
     *
     * @param token as it came
     * @return what it is
     */
    public Verdict judge(String token) {
        try {
            return new Verdict.Accepted(person(processor.process(token, null)));
        } catch (ExpiredJWTException e) {
            return new Verdict.Expired();
        } catch (RemoteKeySourceException e) {
            return new Verdict.Unknown();
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            return new Verdict.Rejected();
        }
    }

    private static Person person(JWTClaimsSet claims) throws ParseException {
        boolean verified = Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"));
        return new Person(claims.getSubject(), verified ? text(claims, "email") : "", text(claims, "name"),
                organisations(claims.getClaim("organization")));
    }

    private static String text(JWTClaimsSet claims, String name) throws ParseException {
        return Objects.requireNonNullElse(claims.getStringClaim(name), "");
    }

    /** A list of aliases, or an object with the aliases as keys if the realm adds details to them. */
    private static Set<String> organisations(@Nullable Object claim) {
        Set<String> aliases = new HashSet<>();
        if (claim instanceof List<?> list) {
            list.forEach(alias -> aliases.add(String.valueOf(alias)));
        } else if (claim instanceof Map<?, ?> map) {
            map.keySet().forEach(alias -> aliases.add(String.valueOf(alias)));
        }
        return aliases;
    }

    /** The kind and the client come first: a token that is not for us at all is refused, not renewed. */
    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final Set<String> clients;

        Claims(OidcSettings settings) {
            super(settings.audience(), new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
                    Set.of("sub", "exp", "iat", "azp"));
            setMaxClockSkew(SKEW_SECONDS);
            clients = settings.clients();
        }

        @Override
        public void verify(JWTClaimsSet claims, @Nullable SecurityContext context) throws BadJWTException {
            try {
                String kind = claims.getStringClaim("typ");
                if (kind != null && !kind.equals("Bearer")) {
                    throw new BadJWTException("not an access token");
                }
                String client = claims.getStringClaim("azp");
                if (client == null || !clients.contains(client)) {
                    throw new BadJWTException("a client that we do not know");
                }
            } catch (ParseException e) {
                throw new BadJWTException("claims of a wrong kind", e);
            }
            super.verify(claims, context);
        }
    }
}
