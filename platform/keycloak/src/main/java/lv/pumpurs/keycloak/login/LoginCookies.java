package lv.pumpurs.keycloak.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/**
 * The cookies of a login: their names, flags and limits. Each goes only where it is needed: the access token
 * everywhere, the refresh token and the state of a login under way to {@code /login}, the identity token to
 * {@code /logout}. Scripts see none of them. Over TLS the names carry the prefixes that browsers enforce.
 */
final class LoginCookies {

    /** Browsers drop a cookie of more than 4096 bytes, name and attributes included, without a word. */
    static final int MAX_VALUE = 3_900;
    private static final int LOGIN_SECONDS = 600;

    private final boolean secure;

    LoginCookies(boolean secure) {
        this.secure = secure;
    }

    Optional<String> accessToken(HttpServletRequest request) {
        return value(request, accessName());
    }

    Optional<String> refreshToken(HttpServletRequest request) {
        return value(request, refreshName());
    }

    Optional<String> idToken(HttpServletRequest request) {
        return value(request, idName());
    }

    Optional<String> login(HttpServletRequest request, String state) {
        return value(request, loginName(state));
    }

    /**
     * All cookies live as long as the login can be renewed; the access token's longer than the token itself, so that
     * its expiry is seen and answered by a silent renewal.
     */
    void signIn(HttpServletResponse response, Tokens tokens) {
        int seconds = tokens.renewableSeconds();
        set(response, accessName(), tokens.access(), "/", seconds);
        set(response, refreshName(), tokens.refresh(), "/login", seconds);
        set(response, idName(), tokens.identity(), "/logout", seconds);
    }

    void signOut(HttpServletResponse response) {
        set(response, accessName(), "", "/", 0);
        set(response, refreshName(), "", "/login", 0);
        set(response, idName(), "", "/logout", 0);
    }

    /** One cookie for each login under way: two tabs that sign in at the same time do not disturb each other. */
    void startLogin(HttpServletResponse response, String state, String sealed) {
        set(response, loginName(state), sealed, "/login", LOGIN_SECONDS);
    }

    void endLogin(HttpServletResponse response, String state) {
        set(response, loginName(state), "", "/login", 0);
    }

    private String accessName() {
        return secure ? "__Host-pumpurs-at" : "pumpurs-at";
    }

    /** Not {@code __Host-}, which would force the path to be the root. */
    private String refreshName() {
        return secure ? "__Secure-pumpurs-rt" : "pumpurs-rt";
    }

    private String idName() {
        return secure ? "__Secure-pumpurs-it" : "pumpurs-it";
    }

    private String loginName(String state) {
        return (secure ? "__Secure-" : "") + "pumpurs-login-" + state.substring(0, Math.min(8, state.length()));
    }

    private void set(HttpServletResponse response, String name, String value, String path, int seconds) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath(path);
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    private static Optional<String> value(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                    .filter(cookie -> cookie.getName().equals(name))
                    .map(Cookie::getValue)
                    .filter(value -> !value.isEmpty())
                    .findFirst();
    }
}
