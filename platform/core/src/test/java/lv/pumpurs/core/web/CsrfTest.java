package lv.pumpurs.core.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsrfTest {

    private final Csrf csrf = new Csrf("a key of at least thirty-two bytes".getBytes(StandardCharsets.UTF_8));

    @Test
    void a_token_is_good_in_its_own_login_only() {
        String token = csrf.token("session-1");

        assertThat(csrf.accepts(token, "session-1")).isTrue();
        assertThat(csrf.accepts(token, "session-2")).isFalse();
        assertThat(csrf.accepts(null, "session-1")).isFalse();
        assertThat(csrf.accepts("", "session-1")).isFalse();
        assertThat(csrf.accepts(token + "x", "session-1")).isFalse();
    }

    @Test
    void no_two_forms_have_the_same_token_and_nobody_makes_one_of_two() {
        String first = csrf.token("session-1");
        String second = csrf.token("session-1");

        assertThat(first).isNotEqualTo(second);
        assertThat(csrf.accepts(second, "session-1")).isTrue();
        String mixed = first.substring(0, first.indexOf('.')) + second.substring(second.indexOf('.'));
        assertThat(csrf.accepts(mixed, "session-1")).isFalse();
        assertThat(csrf.accepts(second.substring(second.indexOf('.')), "session-1")).isFalse();
    }

    @Test
    void another_key_makes_another_token() {
        Csrf other = new Csrf("another key of at least 32 bytes ....".getBytes(StandardCharsets.UTF_8));
        assertThat(other.accepts(csrf.token("session-1"), "session-1")).isFalse();
    }

    @Test
    void a_short_key_is_refused() {
        assertThatThrownBy(() -> new Csrf(new byte[31])).hasMessageContaining("at least 32 bytes");
    }

    @Test
    void the_login_outlives_a_refreshed_token() {
        assertThat(Login.idOf(token("{\"sid\":\"s1\",\"jti\":\"a\",\"sub\":\"p\"}"))).isEqualTo("s1");
        assertThat(Login.idOf(token("{\"sid\":\"s1\",\"jti\":\"b\",\"sub\":\"p\"}"))).isEqualTo("s1");
        assertThat(Login.idOf(token("{\"sub\":\"p\"}"))).isEqualTo("p");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "a.%%%.c", "a.e30.c", "a.W10.c", "a.bm8.c", "a.eyJzaWQiOjF9.c"})
    void what_is_no_token_is_no_login(String cookie) {
        assertThat(Login.idOf(cookie)).isNull();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-,false", "https://pumpurs.lv,false", "https://PUMPURS.lv,false",
            "http://pumpurs.lv,true", "https://evil.lv,true", "https://pumpurs.lv.evil.lv,true",
            "https://pumpurs.lv:8443,true", "null,true"})
    void only_our_own_origin_is_ours(String origin, boolean foreign) {
        assertThat(CsrfFilter.isForeign(origin, "https://pumpurs.lv/")).isEqualTo(foreign);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-,false,false", "-,true,true", "http://localhost:9080,false,false",
            "https://pumpurs.lv,false,true", "https://pumpurs.lv,true,true"})
    void a_cookie_is_for_tls_only_where_browsers_come_over_tls(String url, boolean here, boolean tls) {
        assertThat(SecurityHeaders.overTls(Optional.ofNullable(url), here)).isEqualTo(tls);
    }

    private static String token(String claims) {
        return "e30." + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".x";
    }
}
