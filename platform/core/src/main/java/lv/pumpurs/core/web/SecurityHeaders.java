package lv.pumpurs.core.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every answer forbids the browser: foreign scripts and styles, frames, guessing of types, telling our paths. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SecurityHeaders extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    @ConfigProperty(name = "pumpurs.oidc.issuer")
    transient Optional<String> issuer;

    @Inject
    @ConfigProperty(name = "pumpurs.url")
    transient Optional<String> url;

    private transient String policy = "";

    @Override
    public void init() {
        policy = policy(issuer);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (overTls(url, request.isSecure())) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        chain.doFilter(request, response);
    }

    /** What the browser sees counts: TLS may end in front of the server, which is then asked without it. */
    static boolean overTls(Optional<String> url, boolean here) {
        return here || url.filter(text -> text.startsWith("https:")).isPresent();
    }

    /** Signing out posts a form that is redirected to the identity provider: browsers count that as its target too. */
    static String policy(Optional<String> issuer) {
        String provider = issuer.map(URI::create)
            .map(uri -> " " + uri.getScheme() + "://" + uri.getAuthority())
            .orElse("");
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                + "connect-src 'self'; form-action 'self'" + provider + "; frame-ancestors 'none'; base-uri 'none'";
    }
}
