package lv.pumpurs.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.LocalDate;
import lv.pumpurs.keycloak.realm.AdminAccess;
import lv.pumpurs.keycloak.realm.KeycloakOrganisations;
import lv.pumpurs.spi.BusinessTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody is invited through the real identity provider, comes in with the next sign-in, and is out with the role. */
class InvitationIT {

    private static final LocalDate TODAY = BusinessTime.today(InstantSource.system());
    /** Has an account, works nowhere, and is in no other test. */
    private static final String NEWCOMER = "ielugtais@demo.pumpurs.test";

    @BeforeAll
    static void somebody_has_an_account() throws Exception {
        StackUnderTest stack = StackUnderTest.get();
        new KeycloakOrganisations(new AdminAccess(stack.keycloak(), "master", "pumpurs-launcher",
                stack.secret("keycloak-admin-client")))
            .ensureUser(NEWCOMER, "Ieva", "Ielūgtā", stack.password());
    }

    @Test
    void who_is_invited_comes_in_and_whose_role_ended_is_out() {
        Visitor admin = Visitor.of("admin", "livani");
        Answer made = admin.post("/t/livani/staff", Visitor.JSON, """
                {"givenName":"Ieva","familyName":"Ielūgtā","email":"%s","role":"TENANT_COORDINATOR","from":"%s"}"""
            .formatted(NEWCOMER, TODAY));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String person = made.header("Location").replaceFirst("^.*(?=/t/)", "");
        // an account is there already: nobody needs a mail to set a password
        assertThat(admin.get(person).json().getString("invitation")).isEqualTo("MEMBER");

        Visitor newcomer = Visitor.of(NEWCOMER);
        assertThat(newcomer.get("/").texts("tenants", "slug")).containsExactly("livani");
        assertThat(newcomer.get("/t/livani/plans").status()).isEqualTo(200);
        assertThat(newcomer.get("/t/livani/staff").status()).isEqualTo(403);

        Answer again = admin.post("/t/livani/staff", Visitor.JSON, """
                {"givenName":"Ieva","familyName":"Ielūgtā","email":"%s","role":"TENANT_COORDINATOR","from":"%s"}"""
            .formatted(NEWCOMER, TODAY));
        assertThat(again.header("Location")).endsWith(person);

        String role = admin.get(person)
            .json()
            .getJsonObject("person")
            .getJsonArray("roles")
            .getJsonObject(0)
            .getString("id");
        Answer ended = admin.post(person + "/roles/" + role + "/end", Visitor.JSON, "{\"now\":true}");
        assertThat(ended.status()).as(ended.body()).isEqualTo(303);
        assertThat(newcomer.get("/t/livani/plans").status()).isEqualTo(403);
    }
}
