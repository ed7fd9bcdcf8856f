package lv.pumpurs.keycloak.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import lv.pumpurs.keycloak.provider.OidcProvider;
import lv.pumpurs.keycloak.provider.OidcSettings;
import lv.pumpurs.keycloak.provider.ProviderUnreachable;
import lv.pumpurs.keycloak.token.AccessTokens;
import lv.pumpurs.keycloak.token.Verdict;
import lv.pumpurs.spi.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The OIDC code flow with PKCE, from Pumpurs' side. Only the scopes that a token needs are asked for: it must fit into
 * a cookie. What the person or their browser can cause is a {@link Refused}; a set-up that cannot work is a fault of
 * ours.
 */
final class LoginFlow {

    private static final Scope SCOPE = new Scope("openid", "organization:*");
    private static final int TIMEOUT_MS = 5_000;

    private final OidcSettings settings;
    private final OidcProvider provider;
    private final AccessTokens accessTokens;
    private final IDTokenValidator identityTokens;

    LoginFlow(OidcSettings settings, OidcProvider provider, AccessTokens accessTokens) {
        this.settings = settings;
        this.provider = provider;
        this.accessTokens = accessTokens;
        this.identityTokens = new IDTokenValidator(new Issuer(settings.issuer()), new ClientID(settings.clientId()),
                new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256), provider), null);
    }

    /** Where the browser goes to sign in. */
    URI authorization(Attempt attempt) {
        return new AuthenticationRequest.Builder(ResponseType.CODE, SCOPE, new ClientID(settings.clientId()),
                callback())
            .endpointURI(endpointsNow(LoginProblem.UNREACHABLE).getAuthorizationEndpointURI())
            .state(attempt.state())
            .nonce(attempt.nonce())
            .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256)
            .build()
            .toURI();
    }

    /** The code for the tokens. */
    Tokens redeem(String code, Attempt attempt) {
        var grant = new AuthorizationCodeGrant(new AuthorizationCode(code), callback(), attempt.verifier());
        return tokens(grant, attempt.nonce()).orElseThrow(() -> new Refused(LoginProblem.CODE_SPENT));
    }

    /** New tokens for an old login; nothing if that has ended. */
    Optional<Tokens> renew(String refreshToken) {
        return tokens(new RefreshTokenGrant(new RefreshToken(refreshToken)), null);
    }

    /** Where the browser goes so that the login ends at the provider too. */
    URI end(Optional<String> identityToken) {
        try {
            JWT hint = identityToken.isPresent() ? JWTParser.parse(identityToken.get()) : null;
            return new LogoutRequest(endpointsNow(LoginProblem.HALF_OUT).getEndSessionEndpointURI(), hint, null,
                    new ClientID(settings.clientId()), URI.create(settings.url() + "/"), null, null)
                .toURI();
        } catch (java.text.ParseException e) {
            return end(Optional.empty());
        }
    }

    private Optional<Tokens> tokens(AuthorizationGrant grant, @Nullable Nonce nonce) {
        var client = new ClientSecretBasic(new ClientID(settings.clientId()), new Secret(settings.clientSecret()));
        TokenResponse response = send(
                new TokenRequest.Builder(endpoints().getTokenEndpointURI(), client, grant).build().toHTTPRequest());
        if (response.indicatesSuccess()) {
            return Optional.of(checked((OIDCTokenResponse) response.toSuccessResponse(), nonce));
        }
        ErrorObject error = response.toErrorResponse().getErrorObject();
        if (OAuth2Error.INVALID_GRANT.equals(error)) {
            return Optional.empty();
        }
        throw new IllegalStateException("the identity provider refuses this client: " + error.getCode());
    }

    private static TokenResponse send(HTTPRequest request) {
        request.setConnectTimeout(TIMEOUT_MS);
        request.setReadTimeout(TIMEOUT_MS);
        try {
            HTTPResponse response = request.send();
            if (response.getStatusCode() >= 500) {
                throw new Refused(LoginProblem.UNREACHABLE);
            }
            return OIDCTokenResponseParser.parse(response);
        } catch (IOException | ParseException e) {
            throw new Refused(LoginProblem.UNREACHABLE);
        }
    }

    /** What we are about to put into cookies must be what we take back from them, else the browser goes in circles. */
    private Tokens checked(OIDCTokenResponse response, @Nullable Nonce nonce) {
        var oidc = response.getOIDCTokens();
        JWT identity = oidc.getIDToken();
        RefreshToken refresh = oidc.getRefreshToken();
        if (identity == null || refresh == null) {
            throw new IllegalStateException("the identity provider gave no identity or no refresh token");
        }
        try {
            identityTokens.validate(identity, nonce);
        } catch (RemoteKeySourceException e) {
            throw new Refused(LoginProblem.UNREACHABLE);
        } catch (BadJOSEException e) {
            throw new Refused(LoginProblem.REFUSED);
        } catch (JOSEException e) {
            throw new IllegalStateException("identity token", e);
        }
        String access = oidc.getAccessToken().getValue();
        if (!(accessTokens.judge(access) instanceof Verdict.Accepted)) {
            throw new IllegalStateException("an access token made for us is not accepted: audience, client or clock");
        }
        Object seconds = response.getCustomParameters().get("refresh_expires_in");
        var tokens = new Tokens(access, refresh.getValue(), identity.serialize(),
                seconds instanceof Number number ? number.intValue() : -1);
        if (tokens.longest() > LoginCookies.MAX_VALUE) {
            throw new Refused(LoginProblem.TOO_LARGE);
        }
        return tokens;
    }

    private OIDCProviderMetadata endpoints() {
        try {
            return provider.metadata();
        } catch (ProviderUnreachable e) {
            throw new Refused(LoginProblem.UNREACHABLE);
        }
    }

    private OIDCProviderMetadata endpointsNow(LoginProblem otherwise) {
        try {
            return provider.metadataNow();
        } catch (ProviderUnreachable e) {
            throw new Refused(otherwise);
        }
    }

    private URI callback() {
        return URI.create(settings.url() + "/login/callback");
    }
}
