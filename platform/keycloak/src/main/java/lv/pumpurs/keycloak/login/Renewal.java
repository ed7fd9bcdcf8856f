package lv.pumpurs.keycloak.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Sends a request whose cookie holds an expired token round by {@code /login/refresh}; it comes back with its method
 * and body (307), so a form that took longer than the token lives is not lost, and htmx notices nothing. Stands in front
 * of all other filters ({@code web-fragment.xml}). The authentication mechanism cannot do this itself: Open Liberty
 * answers 500 to a redirect without a session cookie from there.
 */
public final class Renewal extends HttpFilter {

    /** Here an expired token is nothing to act upon: no person is needed, or the login itself is at work. */
    private static final Set<String> NEVER = Set.of("login", "logout", "assets", "health", "metrics", "openapi");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Authentication.EXPIRED.equals(request.getAttribute(Authentication.ATTRIBUTE)) && renewable(request)) {
            response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
            response.setHeader("Location", "/login/refresh?back=" + Back.of(request).encoded());
            response.setHeader("Cache-Control", "no-store");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean renewable(HttpServletRequest request) {
        String[] parts = request.getRequestURI().split("/", 3);
        return METHODS.contains(request.getMethod()) && (parts.length < 2 || !NEVER.contains(parts[1]));
    }
}
