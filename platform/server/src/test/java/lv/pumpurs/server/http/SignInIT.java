package lv.pumpurs.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonString;
import java.util.List;
import java.util.stream.Stream;
import lv.pumpurs.launcher.demo.DemoAccount;
import lv.pumpurs.launcher.demo.DemoAccounts;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in with which token, and as whom. */
class SignInIT {

    static Stream<DemoAccount> everybody() {
        return DemoAccounts.all().stream();
    }

    /** Tests of pages go in as an operator and need not come out again. */
    @BeforeAll
    static void the_operators_are_in_no_tenant() {
        Visitor operator = Visitor.of("operators@demo.pumpurs.test");
        DemoAccounts.TENANTS
            .forEach(tenant -> operator.post("/operator/tenants/" + tenant + "/exit", Visitor.FORM, ""));
        Visitor reviewer = Visitor.of("eksperts@demo.pumpurs.test");
        DemoAccounts.TENANTS
            .forEach(tenant -> reviewer.post("/operator/tenants/" + tenant + "/exit", Visitor.FORM, ""));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void each_demo_user_gets_in_and_is_what_the_tenant_says(DemoAccount person) {
        Visitor visitor = Visitor.of(person.email());
        assertThat(visitor.get("/").texts("tenants", "slug")).containsExactlyInAnyOrderElementsOf(person.tenants());
        for (String tenant : person.tenants()) {
            Answer home = visitor.get("/t/" + tenant);
            assertThat(home.status()).as(home.body()).isEqualTo(200);
            assertThat(home.json().getString("name")).isEqualTo(person.givenName() + " " + person.familyName());
            assertThat(home.list("roles").getValuesAs(JsonString::getString))
                .containsExactlyElementsOf(person.roles().stream().map(Role::name).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void nobody_gets_into_a_tenant_of_others(DemoAccount person) {
        for (String tenant : DemoAccounts.TENANTS) {
            if (!person.tenants().contains(tenant)) {
                Answer refused = Visitor.of(person.email()).get("/t/" + tenant);
                assertThat(refused.status()).as(person.email() + " in " + tenant).isEqualTo(404);
            }
        }
    }

    @Test
    void a_tenant_of_others_looks_like_one_that_does_not_exist() {
        Visitor coordinator = Visitor.of("pasvaldiba", "lubana");
        assertThat(coordinator.get("/t/rezekne").whole())
            .isEqualTo(coordinator.get("/t/neesosa").whole().replace("neesosa", "rezekne"));
        assertThat(coordinator.get("/t/neesosa").whole()).isEqualTo(Answer.laidOut("""
                {"detail":"Tādas pašvaldības nav, vai arī jūsu konts tai nav piesaistīts. Pārbaudiet adresi vai lūdziet piekļuvi pašvaldības koordinatoram.",
                 "errors":[],"instance":"/t/neesosa","status":404,"title":"Šeit nekā nav",
                 "type":"urn:pumpurs:problem:tenant-unknown"}"""));
    }

    @Test
    void without_a_token_a_program_is_told_to_sign_in() {
        Answer refused = Visitor.nobody().get("/t/lubana/learners");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.whole()).isEqualTo(Answer.laidOut("""
                {"detail":"Pieslēgšanās nav notikusi vai ir beigusies. Pieslēdzieties un mēģiniet vēlreiz.",
                 "errors":[],"instance":"/t/lubana/learners","status":401,"title":"Nepieciešama pieslēgšanās",
                 "type":"urn:pumpurs:problem:sign-in-needed"}"""));
    }

    @Test
    void a_token_that_was_touched_is_no_token() {
        String[] parts = Visitor.of("koordinators", "lubana").token().split("\\.");
        String other = Visitor.of("koordinators", "rezekne").token().split("\\.")[1];
        String none = java.util.Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\"}".getBytes(
                    java.nio.charset.StandardCharsets.UTF_8));
        for (String token : List.of(parts[0] + "." + other + "." + parts[2], none + "." + parts[1] + ".",
                parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse(), parts[0] + "." + parts[1])) {
            Answer refused = Visitor.send(Visitor.nobody().at("/t/lubana").header("Authorization", "Bearer " + token));
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.body()).contains("sign-in-needed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer x", "Basic cHVtcHVyczpwdW1wdXJz", "Bearer a.b.c"})
    void a_wrong_authorization_is_nobody(String header) {
        Answer refused = Visitor.send(Visitor.nobody().at("/t/lubana").header("Authorization", header));
        assertThat(refused.status()).isEqualTo(401);
    }

    @Test
    void a_person_of_two_tenants_is_in_both_and_chooses() {
        Answer choice = Visitor.of("psihologs@demo.pumpurs.test").get("/");
        assertThat(choice.whole()).isEqualTo(Answer.laidOut("""
                {"name":"Šarlote Ķēniņa-Žagare","operator":false,"reviewer":false,"tenants":[
                  {"kind":"MUNICIPALITY","name":"Lubānas novads","slug":"lubana"},
                  {"kind":"MUNICIPALITY","name":"Rēzeknes valstspilsēta","slug":"rezekne"}]}"""));
    }
}
