package lv.pumpurs.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenewalTest {

    private boolean wentOn;

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST"})
    void an_expired_login_is_renewed_and_the_request_comes_back(String method) throws Exception {
        Exchange exchange = new Exchange(method, "/t/lubana/learners", "q=%C5%A0&page=2");
        pass(exchange, "expired");
        assertThat(wentOn).isFalse();
        assertThat(exchange.status).isEqualTo(307);
        assertThat(exchange.responseHeaders).containsEntry("Cache-Control", "no-store")
            .containsEntry("Location",
                    "/login/refresh?back=%2Ft%2Flubana%2Flearners%3Fq%3D%25C5%25A0%26page%3D2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/login/refresh", "/login/callback", "/logout", "/assets/1/a.css",
            "/health/ready",
            "/metrics", "/openapi"})
    void where_nobody_is_needed_an_expired_login_is_left_alone(String path) throws Exception {
        pass(new Exchange("GET", path, null), "expired");
        assertThat(wentOn).isTrue();
    }

    @ParameterizedTest
    @CsvSource(value = {"null", "cookie", "bearer", "refused", "unverifiable"}, nullValues = "null")
    void every_other_request_goes_on(@Nullable String authentication) throws Exception {
        pass(new Exchange("GET", "/t/lubana", null), authentication);
        assertThat(wentOn).isTrue();
    }

    @Test
    void a_method_that_browsers_do_not_repeat_is_left_to_the_authorisation() throws Exception {
        pass(new Exchange("DELETE", "/t/lubana", null), "expired");
        assertThat(wentOn).isTrue();
    }

    private void pass(Exchange exchange, @Nullable String authentication) throws IOException, ServletException {
        if (authentication != null) {
            exchange.attributes.put(Authentication.ATTRIBUTE, authentication);
        }
        new Renewal().doFilter(exchange.request(), exchange.response(), (request, response) -> wentOn = true);
    }
}
