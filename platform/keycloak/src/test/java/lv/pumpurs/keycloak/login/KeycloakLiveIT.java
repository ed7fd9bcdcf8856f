package lv.pumpurs.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.keycloak.provider.OidcProvider;
import lv.pumpurs.keycloak.provider.OidcSettings;
import lv.pumpurs.keycloak.realm.AdminAccess;
import lv.pumpurs.keycloak.realm.KeycloakFailure;
import lv.pumpurs.keycloak.realm.KeycloakOrganisations;
import lv.pumpurs.keycloak.realm.RealmPlan;
import lv.pumpurs.keycloak.realm.RealmSetUp;
import lv.pumpurs.keycloak.token.AccessTokens;
import lv.pumpurs.keycloak.token.Verdict;
import lv.pumpurs.spi.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everything that this module asks of Keycloak, asked of the real one. */
class KeycloakLiveIT {

    private static final URI PUMPURS = URI.create("http://localhost:9080");
    private static final String PASSWORD = "zaļš pumpurs 2026";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static KeycloakServer keycloak;
    private static KeycloakOrganisations organisations;
    private static AccessTokens tokens;
    private static LoginFlow flow;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        keycloak = new KeycloakServer(Path.of(System.getProperty("keycloak.home")));
        assertThat(new RealmSetUp(keycloak.master(), plan(true)).run()).contains("realm created");
        organisations = new KeycloakOrganisations(provisioner());
        organisations.ensure("lubana", "Lubānas novads");
        organisations.ensure("rezekne", "Rēzeknes pilsēta");
        organisations.ensureMember("lubana", "anna@example.lv", "Anna", "Šķēle", PASSWORD);
        organisations.ensureMember("lubana", "inga@example.lv", "Inga", "Ņikitina", PASSWORD);
        organisations.ensureMember("rezekne", "inga@example.lv", "Inga", "Ņikitina", PASSWORD);
        organisations.ensureUser("operators@example.lv", "Oto", "Operators", PASSWORD);
        var settings = new OidcSettings(PUMPURS, keycloak.url() + "/realms/pumpurs", "pumpurs-web", "web-secret",
                "pumpurs-api", Set.of("pumpurs-web", "pumpurs-demo"));
        OidcProvider provider = new OidcProvider(settings.issuer());
        tokens = new AccessTokens(settings, provider);
        flow = new LoginFlow(settings, provider, tokens);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        keycloak.stop();
    }

    @Test
    void setting_up_and_provisioning_a_second_time_changes_nothing() {
        assertThat(new RealmSetUp(keycloak.master(), plan(true)).run()).isEmpty();
        assertThat(organisations.ensure("lubana", "Lubānas novads")).isFalse();
        assertThat(organisations.ensureUser("Operators@example.lv", "Oto", "Operators", PASSWORD)).isFalse();
        organisations.ensureMember("lubana", "anna@example.lv", "Anna", "Šķēle", "another password");
    }

    @Test
    void what_somebody_changed_by_hand_is_put_right() {
        var other = new RealmPlan(URI.create("http://localhost:9999"), "web-secret", "provisioner-secret", true);
        assertThat(new RealmSetUp(keycloak.master(), other).run()).containsExactly("client changed: pumpurs-web");
        assertThat(new RealmSetUp(keycloak.master(), plan(true)).run())
            .containsExactly("client changed: pumpurs-web");
        assertThat(new RealmSetUp(keycloak.master(), plan(true)).run()).isEmpty();
    }

    @Test
    void an_organisation_follows_its_tenants_name() {
        assertThat(organisations.ensure("livani", "Līvāni")).isTrue();
        assertThat(organisations.ensure("livani", "Līvānu novads")).isTrue();
        assertThat(organisations.ensure("livani", "Līvānu novads")).isFalse();
    }

    @Test
    void a_tenant_with_twenty_people_takes_seconds_and_not_minutes() {
        long start = System.nanoTime();
        organisations.ensure("twenty", "Divdesmit");
        IntStream.range(0, 20)
            .forEach(
                    i -> organisations.ensureMember("twenty", "person" + i + "@example.lv", "Given", "Family",
                            PASSWORD));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void a_person_of_all_the_countrys_municipalities_still_fits_into_a_cookie() throws Exception {
        IntStream.range(0, 43).forEach(i -> {
            organisations.ensure("municipality-" + i, "Municipality " + i);
            organisations.ensureMember("municipality-" + i, "everywhere@example.lv", "Given", "Family", PASSWORD);
        });
        Tokens signedIn = signIn(new Browser(), "everywhere@example.lv");
        assertThat(person(signedIn.access()).organisations()).hasSize(43);
        assertThat(signedIn.longest()).isLessThan(LoginCookies.MAX_VALUE);
    }

    @Test
    void somebody_without_a_password_must_choose_one_and_without_a_mail_server_no_mail_is_claimed() throws Exception {
        organisations.ensureMember("lubana", "nova@example.lv", "Nora", "Nova", null);
        assertThat(organisations.invite("nova@example.lv")).isFalse();
        assertThatThrownBy(() -> signIn(new Browser(), "nova@example.lv")).isNotNull();
        // somebody who has a password is asked for nothing
        assertThat(organisations.invite("anna@example.lv")).isFalse();
        assertThat(person(signIn(new Browser(), "anna@example.lv").access()).email()).isEqualTo("anna@example.lv");
    }

    @Test
    void the_provisioner_may_not_touch_the_realm() {
        assertThatThrownBy(() -> new RealmSetUp(provisioner(), plan(false)).run()).isInstanceOf(KeycloakFailure.class)
            .hasMessageContaining("403");
    }

    @Test
    void a_person_signs_in_and_is_known_with_their_organisation() throws Exception {
        Tokens signedIn = signIn(new Browser(), "anna@example.lv");
        assertThat(person(signedIn.access())).satisfies(person -> {
            assertThat(person.email()).isEqualTo("anna@example.lv");
            assertThat(person.name()).isEqualTo("Anna Šķēle");
            assertThat(person.organisations()).containsExactly("lubana");
            assertThat(person.toString()).doesNotContain("anna", "Anna");
        });
        assertThat(signedIn.renewableSeconds()).isBetween(3_000, 3_600);
        assertThat(signedIn.longest()).isLessThan(1_600);
    }

    @Test
    void a_person_of_two_organisations_and_an_operator_of_none_are_known_as_such() throws Exception {
        assertThat(person(signIn(new Browser(), "inga@example.lv").access()).organisations())
            .containsExactlyInAnyOrder("lubana", "rezekne");
        assertThat(person(signIn(new Browser(), "operators@example.lv").access()).organisations()).isEmpty();
    }

    @Test
    void identity_token_and_sign_out_address_hold_no_name_and_no_address() throws Exception {
        Tokens signedIn = signIn(new Browser(), "anna@example.lv");
        assertThat(claims(signedIn.identity())).doesNotContainKeys("email", "name", "given_name",
                "preferred_username");
    }

    @Test
    void a_code_is_good_once() throws Exception {
        Attempt attempt = Attempt.to(new Back("/"));
        String code = code(new Browser(), attempt, "anna@example.lv");
        flow.redeem(code, attempt);
        assertRefused(() -> flow.redeem(code, attempt), LoginProblem.CODE_SPENT);
    }

    @Test
    void a_code_of_another_login_is_refused() throws Exception {
        String code = code(new Browser(), Attempt.to(new Back("/")), "anna@example.lv");
        assertRefused(() -> flow.redeem(code, Attempt.to(new Back("/"))), LoginProblem.CODE_SPENT);
    }

    @Test
    void an_identity_token_of_another_login_is_refused() throws Exception {
        Attempt attempt = Attempt.to(new Back("/"));
        String code = code(new Browser(), attempt, "anna@example.lv");
        Attempt replayed = new Attempt(attempt.state(), Attempt.to(attempt.back()).nonce(), attempt.verifier(),
                attempt.back());
        assertRefused(() -> flow.redeem(code, replayed), LoginProblem.REFUSED);
    }

    @Test
    void who_is_signed_in_already_is_not_asked_again() throws Exception {
        Browser browser = new Browser();
        signIn(browser, "anna@example.lv");
        Attempt second = Attempt.to(new Back("/"));
        assertThat(Browser.answer(browser.open(flow.authorization(second)))).containsKey("code");
    }

    @Test
    void a_login_is_renewed_until_the_person_signs_out() throws Exception {
        Browser browser = new Browser();
        Tokens signedIn = signIn(browser, "anna@example.lv");
        Tokens renewed = flow.renew(signedIn.refresh()).orElseThrow();
        assertThat(person(renewed.access()).organisations()).containsExactly("lubana");
        HttpResponse<String> out = browser.open(flow.end(Optional.of(renewed.identity())));
        assertThat(out.statusCode()).isEqualTo(302);
        assertThat(out.headers().firstValue("Location")).contains(PUMPURS + "/");
        assertThat(flow.renew(renewed.refresh())).isEmpty();
        assertThat(flow.renew(signedIn.refresh())).isEmpty();
        assertThat(flow.renew("no refresh token at all")).isEmpty();
    }

    @Test
    void the_login_page_speaks_latvian() throws Exception {
        assertThat(new Browser().open(flow.authorization(Attempt.to(new Back("/")))).body())
            .contains("lang=\"lv\"");
    }

    @Test
    void scripts_get_a_token_by_password_in_the_demo_only() throws Exception {
        HttpResponse<String> answer = byPassword();
        assertThat(answer.statusCode()).isEqualTo(200);
        String access = String.valueOf(JSONObjectUtils.parse(answer.body()).get("access_token"));
        assertThat(person(access).organisations()).containsExactlyInAnyOrder("lubana", "rezekne");
        assertThat(new RealmSetUp(keycloak.master(), plan(false)).run())
            .containsExactly("realm changed", "client deleted: pumpurs-demo");
        assertThat(byPassword().statusCode()).isEqualTo(401);
        assertThat(new RealmSetUp(keycloak.master(), plan(true)).run())
            .containsExactly("realm changed", "client created: pumpurs-demo");
    }

    private static HttpResponse<String> byPassword() throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=pumpurs-demo&username=inga@example.lv&scope=organization:*"
                + "&password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
        return HTTP.send(HttpRequest
            .newBuilder(URI.create(keycloak.url() + "/realms/pumpurs/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(), BodyHandlers.ofString());
    }

    private static Tokens signIn(Browser browser, String email) throws IOException, InterruptedException {
        Attempt attempt = Attempt.to(new Back("/"));
        return flow.redeem(code(browser, attempt, email), attempt);
    }

    private static String code(Browser browser, Attempt attempt, String email)
            throws IOException, InterruptedException {
        Map<String, String> answer = browser.signIn(flow.authorization(attempt), email, PASSWORD);
        assertThat(answer).containsEntry("state", attempt.state().getValue());
        return answer.getOrDefault("code", "");
    }

    private static Person person(String accessToken) {
        assertThat(tokens.judge(accessToken)).isInstanceOf(Verdict.Accepted.class);
        return ((Verdict.Accepted) tokens.judge(accessToken)).person();
    }

    private static Map<String, Object> claims(String token) throws ParseException {
        return JWTParser.parse(token).getJWTClaimsSet().getClaims();
    }

    private static void assertRefused(ThrowingCallable act, LoginProblem why) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.type()).isEqualTo(why));
    }

    private static RealmPlan plan(boolean demo) {
        return new RealmPlan(PUMPURS, "web-secret", "provisioner-secret", demo);
    }

    private static AdminAccess provisioner() {
        return new AdminAccess(keycloak.url(), RealmSetUp.REALM, "pumpurs-provisioner", "provisioner-secret");
    }
}
