package lv.pumpurs.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

class LoginCookiesTest {

    private static final Tokens TOKENS = new Tokens("access", "refresh", "identity", 3_600);

    @Test
    void over_tls_each_cookie_carries_the_prefix_that_browsers_enforce() {
        Exchange exchange = new Exchange("GET", "/login/callback", null);
        new LoginCookies(true).signIn(exchange.response(), TOKENS);
        assertThat(exchange.set).extracting(Cookie::getName)
            .containsExactly("__Host-pumpurs-at",
                    "__Secure-pumpurs-rt", "__Secure-pumpurs-it");
        assertThat(exchange.set).extracting(Cookie::getPath).containsExactly("/", "/login", "/logout");
        assertThat(exchange.set).allMatch(Cookie::getSecure);
    }

    @Test
    void no_script_and_no_other_site_gets_a_cookie() {
        Exchange exchange = new Exchange("GET", "/login", null);
        LoginCookies cookies = new LoginCookies(false);
        cookies.signIn(exchange.response(), TOKENS);
        cookies.startLogin(exchange.response(), "state-of-the-login", "sealed");
        assertThat(exchange.set).extracting(Cookie::getName)
            .containsExactly("pumpurs-at", "pumpurs-rt", "pumpurs-it",
                    "pumpurs-login-state-of");
        assertThat(exchange.set).allMatch(Cookie::isHttpOnly)
            .allMatch(cookie -> "Lax".equals(cookie.getAttribute("SameSite")))
            .allMatch(it -> it.getDomain() == null);
    }

    @Test
    void cookies_live_as_long_as_the_login_can_be_renewed_and_sign_out_ends_them() {
        Exchange in = new Exchange("GET", "/login/callback", null);
        new LoginCookies(false).signIn(in.response(), TOKENS);
        assertThat(in.set).extracting(Cookie::getMaxAge).containsOnly(3_600);
        Exchange out = new Exchange("POST", "/logout", null);
        new LoginCookies(false).signOut(out.response());
        assertThat(out.set).hasSize(3).allMatch(cookie -> cookie.getMaxAge() == 0 && cookie.getValue().isEmpty());
    }

    @Test
    void two_logins_under_way_do_not_disturb_each_other() {
        LoginCookies cookies = new LoginCookies(false);
        Exchange exchange = new Exchange("GET", "/login/callback", null, new Cookie("pumpurs-login-aaaaaaaa", "first"),
                new Cookie("pumpurs-login-bbbbbbbb", "second"));
        assertThat(cookies.login(exchange.request(), "aaaaaaaa-1")).contains("first");
        assertThat(cookies.login(exchange.request(), "bbbbbbbb-2")).contains("second");
        assertThat(cookies.login(exchange.request(), "c")).isEmpty();
    }

    @Test
    void an_emptied_cookie_is_no_cookie() {
        Exchange exchange = new Exchange("GET", "/", null, new Cookie("pumpurs-at", ""));
        assertThat(new LoginCookies(false).accessToken(exchange.request())).isEmpty();
    }
}
