package lv.pumpurs.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttemptSealTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final AttemptSeal seal = new AttemptSeal("secret", InstantSource.fixed(NOW));
    private final Attempt attempt = Attempt.to(new Back("/t/lubana?q=1"));
    private final String state = attempt.state().getValue();

    @Test
    void a_sealed_login_opens_with_its_state() {
        assertThat(seal.open(seal.seal(attempt), state)).map(Attempt::back).contains(new Back("/t/lubana?q=1"));
        assertThat(seal.open(seal.seal(attempt), state)).map(Attempt::verifier).contains(attempt.verifier());
    }

    @Test
    void the_state_of_another_login_does_not_open_it() {
        assertThat(seal.open(seal.seal(attempt), "another")).isEmpty();
    }

    @Test
    void another_key_does_not_open_it() {
        assertThat(new AttemptSeal("other", InstantSource.fixed(NOW)).open(seal.seal(attempt), state)).isEmpty();
    }

    @Test
    void a_login_that_took_over_ten_minutes_is_lost() {
        assertThat(opened(NOW.plusSeconds(599))).isPresent();
        assertThat(opened(NOW.plusSeconds(600))).isEmpty();
    }

    @Test
    void what_is_no_seal_opens_to_nothing() {
        assertThat(seal.open("", state)).isEmpty();
        assertThat(seal.open("a.b.c.d.e", state)).isEmpty();
        assertThat(seal.open(seal.seal(attempt) + "x", state)).isEmpty();
    }

    @Test
    void the_longest_path_to_return_to_fits_into_a_cookie() {
        Attempt longest = Attempt.to(Back.of("/" + "a".repeat(999)));
        assertThat(seal.seal(longest)).hasSizeLessThan(LoginCookies.MAX_VALUE);
    }

    private Optional<Attempt> opened(Instant at) {
        return new AttemptSeal("secret", InstantSource.fixed(at)).open(seal.seal(attempt), state);
    }
}
