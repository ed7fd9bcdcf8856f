package lv.pumpurs.keycloak.login;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import lv.pumpurs.keycloak.provider.OidcProvider;
import lv.pumpurs.keycloak.provider.OidcSettings;
import lv.pumpurs.keycloak.token.AccessTokens;
import lv.pumpurs.spi.Open;
import lv.pumpurs.spi.Refused;
import org.jspecify.annotations.Nullable;

/** A browser's way in: to the identity provider, back from it, and round by it when the access token has expired. */
@Path("/login")
@Dependent
public class LoginResource {

    private static final String WHY = "nobody is signed in before signing in";

    private final OidcSettings settings;
    private final LoginFlow flow;
    private final LoginCookies cookies;
    private final AttemptSeal seal;

    /**
     * The way in.
     *
     * @param settings where we are
     * @param provider where to sign in
     * @param tokens judge of what it hands out
     */
    @Inject
    public LoginResource(OidcSettings settings, OidcProvider provider, AccessTokens tokens) {
        this.settings = settings;
        this.flow = new LoginFlow(settings, provider, tokens);
        this.cookies = new LoginCookies(settings.secure());
        this.seal = new AttemptSeal(settings.clientSecret(), InstantSource.system());
    }

    /**
     * Sends the browser to the identity provider.
     *
     * @param back path to return to
     * @param response takes the cookie of this login
     * @return a redirect
     */
    @GET
    @Open(because = WHY)
    public Response start(@QueryParam("back") @Nullable String back, @Context HttpServletResponse response) {
        Attempt attempt = Attempt.to(Back.of(back));
        URI authorization = flow.authorization(attempt);
        cookies.startLogin(response, attempt.state().getValue(), seal.seal(attempt));
        return redirect(Response.Status.SEE_OTHER, authorization);
    }

    /**
     * The browser comes back from the identity provider.
     *
     * @param state names the login
     * @param code to be exchanged for the tokens
     * @param error why there is no code
     * @param description more about it
     * @param request holds the cookie of this login
     * @param response takes the tokens
     * @return a redirect to where the person wanted to go
     */
    @GET
    @Path("/callback")
    @Open(because = WHY)
    public Response callback(@QueryParam("state") @Nullable String state, @QueryParam("code") @Nullable String code,
            @QueryParam("error") @Nullable String error, @QueryParam("error_description") @Nullable String description,
            @Context HttpServletRequest request, @Context HttpServletResponse response) {
        Optional<Attempt> known = attempt(state, request);
        if (known.isEmpty() && request.getUserPrincipal() != null) {
            // the browser's "back" button leads here after a login that went well
            return redirect(Response.Status.SEE_OTHER, Back.of("/").under(settings.url()));
        }
        Attempt attempt = known.orElseThrow(() -> new Refused(LoginProblem.LOST));
        cookies.endLogin(response, attempt.state().getValue());
        if ("authentication_expired".equals(description)) {
            return start(attempt.back().path(), response);
        }
        if (code == null || code.isBlank()) {
            throw new Refused("access_denied".equals(error) ? LoginProblem.CANCELLED : LoginProblem.REFUSED);
        }
        cookies.signIn(response, flow.redeem(code, attempt));
        return redirect(Response.Status.SEE_OTHER, attempt.back().under(settings.url()));
    }

    /**
     * Renews the tokens and sends the browser back to the page it was on its way to.
     *
     * @param back that page
     * @param request holds the refresh token
     * @param response takes the new tokens
     * @return a redirect; if the login has ended, to the same page as nobody
     */
    @GET
    @Path("/refresh")
    @Open(because = "the access token of who asks has just expired")
    public Response refresh(@QueryParam("back") @Nullable String back, @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        renew(request, response);
        return redirect(Response.Status.SEE_OTHER, Back.of(back).under(settings.url()));
    }

    /**
     * The same for a form on its way: the browser sends it again, to the page it was meant for.
     *
     * @param back that page
     * @param request holds the refresh token
     * @param response takes the new tokens
     * @return a redirect that keeps method and body
     */
    @POST
    @Path("/refresh")
    @Open(because = "the access token of who asks has just expired")
    public Response refreshAndRepeat(@QueryParam("back") @Nullable String back, @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        if (!renew(request, response)) {
            throw new Refused(LoginProblem.OVER);
        }
        return redirect(Response.Status.TEMPORARY_REDIRECT, Back.of(back).under(settings.url()));
    }

    private boolean renew(HttpServletRequest request, HttpServletResponse response) {
        Optional<Tokens> renewed = cookies.refreshToken(request).flatMap(flow::renew);
        renewed.ifPresentOrElse(tokens -> cookies.signIn(response, tokens), () -> cookies.signOut(response));
        return renewed.isPresent();
    }

    private Optional<Attempt> attempt(@Nullable String state, HttpServletRequest request) {
        return state == null || state.isBlank()
                ? Optional.empty()
                : cookies.login(request, state).flatMap(sealed -> seal.open(sealed, state));
    }

    private static Response redirect(Response.Status status, URI to) {
        return Response.status(status).location(to).header("Cache-Control", "no-store").build();
    }
}
