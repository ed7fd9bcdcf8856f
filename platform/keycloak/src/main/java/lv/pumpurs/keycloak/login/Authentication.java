package lv.pumpurs.keycloak.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.keycloak.provider.OidcSettings;
import lv.pumpurs.keycloak.token.AccessTokens;
import lv.pumpurs.keycloak.token.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, for every request: the {@link Person} of the bearer token or, without one, of the access-token cookie
 * becomes the request's user principal. It decides nothing about what they may do. No token: nobody, and the request
 * goes on. A token that is no good: nobody too, and the attribute {@value #ATTRIBUTE} tells so.
 */
@ApplicationScoped
public class Authentication implements HttpAuthenticationMechanism {

    /** Request attribute: {@code bearer}, {@code cookie}, {@code refused}, {@code expired} or {@code unverifiable}; absent if no token. */
    public static final String ATTRIBUTE = "lv.pumpurs.authentication";

    static final String EXPIRED = "expired";
    private static final String BEARER = "Bearer ";

    private final @Nullable AccessTokens tokens;
    private final LoginCookies cookies;

    /** For the container's proxy. */
    protected Authentication() {
        tokens = null;
        cookies = new LoginCookies(true);
    }

    /**
     * The mechanism.
     *
     * @param settings where we are
     * @param tokens judge of tokens
     */
    @Inject
    public Authentication(OidcSettings settings, AccessTokens tokens) {
        this.tokens = tokens;
        this.cookies = new LoginCookies(settings.secure());
    }

    @Override
    public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response,
            HttpMessageContext context) {
        String header = request.getHeader("Authorization");
        Optional<String> cookie = header == null ? cookies.accessToken(request) : Optional.empty();
        if (header == null && cookie.isEmpty()) {
            return context.doNothing();
        }
        Verdict verdict = cookie.map(this::judge).orElseGet(() -> judgeHeader(header));
        return switch (verdict) {
            case Verdict.Accepted(Person person) -> {
                request.setAttribute(ATTRIBUTE, cookie.isPresent() ? "cookie" : "bearer");
                yield context.notifyContainerAboutLogin(person, Set.of());
            }
            case Verdict.Unknown() -> nobody(request, context, "unverifiable");
            case Verdict.Expired() -> nobody(request, context, cookie.isPresent() ? EXPIRED : "refused");
            case Verdict.Rejected() -> nobody(request, context, "refused");
        };
    }

    private static AuthenticationStatus nobody(HttpServletRequest request, HttpMessageContext context, String why) {
        request.setAttribute(ATTRIBUTE, why);
        return context.doNothing();
    }

    private Verdict judgeHeader(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? judge(header.substring(BEARER.length()).strip())
                : new Verdict.Rejected();
    }

    private Verdict judge(String token) {
        return tokens == null ? new Verdict.Unknown() : tokens.judge(token);
    }
}
