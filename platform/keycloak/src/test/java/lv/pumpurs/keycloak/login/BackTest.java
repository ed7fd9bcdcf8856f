package lv.pumpurs.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/t/lubana/learners?q=%C5%A0%C4%B7&page=2", "/loginnotes", "/t/a?x=//b", "/a|b?c=[d]"})
    void a_path_of_ours_is_returned_to(String asked) {
        assertThat(Back.of(asked).path()).isEqualTo(asked);
        assertThat(Back.of(asked).under(URI.create("https://pumpurs.example")).getHost()).isEqualTo("pumpurs.example");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "//evil.example", "/\\evil.example", "https://evil.example/", "evil.example", "/a b",
            "/a\r\nSet-Cookie: x=y", "/a\\b", "javascript:alert(1)", "/Šķēle", "/\t/evil.example", "/login?back=/",
            "/logout", "/login/refresh?back=/x"})
    void anything_else_becomes_the_start_page(String asked) {
        assertThat(Back.of(asked).path()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(ints = {999, 1_000})
    void a_path_that_is_too_long_for_a_cookie_becomes_the_start_page(int letters) {
        String asked = "/" + "a".repeat(letters);
        assertThat(Back.of(asked).path()).isEqualTo(letters == 999 ? asked : "/");
    }
}
