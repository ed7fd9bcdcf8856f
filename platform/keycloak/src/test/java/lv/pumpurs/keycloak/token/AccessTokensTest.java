package lv.pumpurs.keycloak.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.keycloak.provider.OidcProvider;
import lv.pumpurs.keycloak.provider.OidcSettings;
import lv.pumpurs.testkit.TokenIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AccessTokensTest {

    private static final TokenIssuer ISSUER = TokenIssuer.start();
    private static final Person ANNA = new Person("subject-1", "anna@example.lv", "Anna Šķēle", Set.of("lubana"));

    private final AccessTokens tokens = tokens(ISSUER.issuer(), new OidcProvider(ISSUER.issuer()));

    @AfterAll
    static void stop() {
        ISSUER.close();
    }

    @Test
    void a_good_token_proves_its_person() {
        assertThat(tokens.judge(ISSUER.tokenFor(ANNA).sign())).isEqualTo(new Verdict.Accepted(ANNA));
    }

    @Test
    void organisations_with_details_are_read_by_their_aliases() {
        String token = ISSUER.tokenFor(ANNA).with("organization", Map.of("lubana", Map.of("id", "1"))).sign();
        assertThat(tokens.judge(token)).isEqualTo(new Verdict.Accepted(ANNA));
    }

    @Test
    void an_address_that_is_not_verified_does_not_count() {
        String token = ISSUER.tokenFor(ANNA).with("email_verified", false).sign();
        assertThat(tokens.judge(token))
            .isEqualTo(new Verdict.Accepted(new Person("subject-1", "", "Anna Šķēle", Set.of("lubana"))));
    }

    @Test
    void a_token_without_organisation_and_name_proves_a_person_all_the_same() {
        String token = ISSUER.tokenFor(ANNA).without("organization").without("name").without("email").sign();
        assertThat(tokens.judge(token)).isEqualTo(new Verdict.Accepted(new Person("subject-1", "", "", Set.of())));
    }

    @Test
    void a_token_expires_after_a_small_difference_of_clocks() {
        Instant now = Instant.now();
        assertThat(tokens.judge(ISSUER.tokenFor(ANNA).expiresAt(now.minusSeconds(15)).sign()))
            .isInstanceOf(Verdict.Accepted.class);
        assertThat(tokens.judge(ISSUER.tokenFor(ANNA).expiresAt(now.minusSeconds(45)).sign()))
            .isEqualTo(new Verdict.Expired());
    }

    @Test
    void an_expired_token_that_was_never_meant_for_us_is_rejected_and_not_renewed() {
        Instant past = Instant.now().minusSeconds(600);
        assertRejected(ISSUER.tokenFor(ANNA).expiresAt(past).audience("other-api").sign());
        assertRejected(ISSUER.tokenFor(ANNA).expiresAt(past).signWithForeignKey());
    }

    @Test
    void a_token_that_is_not_ours_is_rejected() {
        assertRejected(ISSUER.tokenFor(ANNA).signWithForeignKey());
        assertRejected(ISSUER.tokenFor(ANNA).with("iss", "https://elsewhere.example").sign());
        assertRejected(ISSUER.tokenFor(ANNA).audience("other-api").sign());
        assertRejected(ISSUER.tokenFor(ANNA).with("azp", "other-client").sign());
        assertRejected(ISSUER.tokenFor(ANNA).without("azp").sign());
        assertRejected(ISSUER.tokenFor(ANNA).with("typ", "ID").sign());
        assertRejected(ISSUER.tokenFor(ANNA).with("typ", List.of("Bearer")).sign());
        assertRejected(ISSUER.tokenFor(ANNA).without("exp").sign());
        assertRejected(ISSUER.tokenFor(ANNA).without("sub").sign());
    }

    @Test
    void a_token_without_a_signature_by_a_key_pair_is_rejected() {
        assertRejected(ISSUER.tokenFor(ANNA).unsigned());
        assertRejected(ISSUER.tokenFor(ANNA).signWithPublicKeyAsSecret());
    }

    @Test
    void what_is_no_token_is_rejected() {
        String good = ISSUER.tokenFor(ANNA).sign();
        assertRejected("");
        assertRejected("Šķēle");
        assertRejected("a.b.c");
        assertRejected(good + "x");
        assertRejected(good.substring(0, good.lastIndexOf('.') + 1));
    }

    @Test
    void a_claim_of_the_wrong_kind_is_rejected_and_not_a_fault() {
        assertRejected(ISSUER.tokenFor(ANNA).with("email_verified", "yes").sign());
        assertRejected(ISSUER.tokenFor(ANNA).with("name", List.of("Anna")).sign());
    }

    @Test
    void keys_are_fetched_once_and_again_for_an_unknown_one() {
        try (TokenIssuer issuer = TokenIssuer.start()) {
            AccessTokens judge = tokens(issuer.issuer(), new OidcProvider(issuer.issuer()));
            String before = issuer.tokenFor(ANNA).sign();
            assertThat(judge.judge(before)).isInstanceOf(Verdict.Accepted.class);
            assertThat(judge.judge(before)).isInstanceOf(Verdict.Accepted.class);
            assertThat(issuer.keyRequests()).isEqualTo(1);
            issuer.rotate();
            assertThat(judge.judge(issuer.tokenFor(ANNA).sign())).isInstanceOf(Verdict.Accepted.class);
            assertThat(judge.judge(before)).isInstanceOf(Verdict.Accepted.class);
            assertThat(issuer.keyRequests()).isEqualTo(2);
        }
    }

    @Test
    void forged_key_names_do_not_make_us_hammer_the_issuer() {
        try (TokenIssuer issuer = TokenIssuer.start(); TokenIssuer forger = TokenIssuer.start()) {
            AccessTokens judge = tokens(issuer.issuer(), new OidcProvider(issuer.issuer()));
            for (int i = 0; i < 20; i++) {
                assertThat(judge.judge(forger.tokenFor(ANNA).with("iss", issuer.issuer()).sign()))
                    .isEqualTo(new Verdict.Rejected());
            }
            assertThat(issuer.keyRequests()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void known_keys_outlive_an_outage_of_the_issuer() {
        TokenIssuer issuer = TokenIssuer.start();
        AccessTokens judge = tokens(issuer.issuer(), new OidcProvider(issuer.issuer()));
        String token = issuer.tokenFor(ANNA).sign();
        assertThat(judge.judge(token)).isInstanceOf(Verdict.Accepted.class);
        issuer.close();
        assertThat(judge.judge(token)).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void nobody_can_tell_while_the_issuer_has_never_answered() {
        TokenIssuer issuer = TokenIssuer.start();
        String token = issuer.tokenFor(ANNA).sign();
        AccessTokens judge = tokens(issuer.issuer(), new OidcProvider(issuer.issuer()));
        issuer.close();
        assertThat(judge.judge(token)).isEqualTo(new Verdict.Unknown());
    }

    private void assertRejected(String token) {
        assertThat(tokens.judge(token)).isEqualTo(new Verdict.Rejected());
    }

    private static AccessTokens tokens(String issuer, JWKSource<SecurityContext> keys) {
        return new AccessTokens(new OidcSettings(URI.create("http://localhost:9080"), issuer, "pumpurs-web", "secret",
                "pumpurs-api", Set.of("pumpurs-web")), keys);
    }
}
