package lv.pumpurs.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import lv.pumpurs.keycloak.provider.OidcProvider;
import lv.pumpurs.keycloak.provider.OidcSettings;
import lv.pumpurs.keycloak.token.AccessTokens;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.testkit.TokenIssuer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoginFlowTest {

    private final TokenIssuer issuer = TokenIssuer.start();
    private final OidcSettings settings = new OidcSettings(URI.create("https://pumpurs.example/"), issuer.issuer(),
            "pumpurs-web", "secret", "pumpurs-api", Set.of("pumpurs-web"));
    private final OidcProvider provider = new OidcProvider(settings.issuer());
    private final LoginFlow flow = new LoginFlow(settings, provider, new AccessTokens(settings, provider));
    private final Attempt attempt = Attempt.to(new Back("/"));

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void the_browser_is_sent_with_state_nonce_and_a_hashed_challenge() {
        assertThat(flow.authorization(attempt).toString()).startsWith(issuer.issuer() + "/auth?")
            .contains("code_challenge_method=S256", "state=" + attempt.state(), "nonce=" + attempt.nonce(),
                    "redirect_uri=https%3A%2F%2Fpumpurs.example%2Flogin%2Fcallback", "organization")
            .doesNotContain(attempt.verifier().getValue());
    }

    @Test
    void while_the_provider_is_down_nobody_is_sent_there() {
        flow.authorization(attempt);
        issuer.close();
        assertRefused(() -> flow.authorization(attempt), LoginProblem.UNREACHABLE);
        assertRefused(() -> flow.redeem("code", attempt), LoginProblem.UNREACHABLE);
        assertRefused(() -> flow.renew("refresh"), LoginProblem.UNREACHABLE);
        assertRefused(() -> flow.end(Optional.empty()), LoginProblem.HALF_OUT);
    }

    @Test
    void a_provider_that_has_never_answered_is_a_refusal_too() {
        issuer.close();
        assertRefused(() -> flow.authorization(attempt), LoginProblem.UNREACHABLE);
        assertRefused(() -> flow.authorization(attempt), LoginProblem.UNREACHABLE);
    }

    private static void assertRefused(ThrowingCallable act, LoginProblem why) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.type()).isEqualTo(why));
    }
}
