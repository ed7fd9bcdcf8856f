package lv.pumpurs.keycloak.login;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import lv.pumpurs.keycloak.provider.OidcProvider;
import lv.pumpurs.keycloak.provider.OidcSettings;
import lv.pumpurs.keycloak.token.AccessTokens;
import lv.pumpurs.spi.Open;
import lv.pumpurs.spi.Refused;
import org.jspecify.annotations.Nullable;

/** A browser's way out. */
@Path("/logout")
@Dependent
public class LogoutResource {

    private final OidcSettings settings;
    private final LoginFlow flow;
    private final LoginCookies cookies;

    /**
     * The way out.
     *
     * @param settings where we are
     * @param provider where the login ends
     * @param tokens judge of tokens
     */
    @Inject
    public LogoutResource(OidcSettings settings, OidcProvider provider, AccessTokens tokens) {
        this.settings = settings;
        this.flow = new LoginFlow(settings, provider, tokens);
        this.cookies = new LoginCookies(settings.secure());
    }

    /**
     * Forgets the tokens, here first, so that the person is signed out of Pumpurs even if the identity provider does
     * not answer; then ends the login there, which makes the refresh token worthless.
     *
     * @param site what the browser says about where the form stands
     * @param origin the same, of older browsers
     * @param request holds the identity token
     * @param response loses the tokens
     * @return a redirect to the identity provider, which sends the browser back to the start page
     */
    @POST
    @Open(because = "who cannot be recognised any more may leave too; forms of other sites are refused")
    public Response logout(@HeaderParam("Sec-Fetch-Site") @Nullable String site,
            @HeaderParam("Origin") @Nullable String origin, @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        if (!ours(site, origin)) {
            throw new Refused(LoginProblem.FOREIGN_FORM);
        }
        Optional<String> identityToken = cookies.idToken(request);
        cookies.signOut(response);
        return Response.seeOther(flow.end(identityToken)).header("Cache-Control", "no-store").build();
    }

    private boolean ours(@Nullable String site, @Nullable String origin) {
        return site != null ? site.equals("same-origin") : settings.url().toString().equals(origin);
    }
}
