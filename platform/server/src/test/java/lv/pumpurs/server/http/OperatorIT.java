package lv.pumpurs.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The national operator: in no tenant, in one only with a reason, and out again. */
class OperatorIT {

    private static final String REASON = "Pārbaudu rādītājus pēc pašvaldības lūguma";
    private final Visitor operator = Visitor.operator();

    @AfterEach
    void out() {
        operator.post("/operator/tenants/livani/exit", Visitor.FORM, "");
    }

    @Test
    void an_operator_is_in_no_tenant() {
        for (String path : new String[]{"", "/learners", "/figures", "/overview"}) {
            assertThat(operator.get("/t/livani" + path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void whoever_entered_twice_is_out_after_one_exit() {
        for (int i = 0; i < 2; i++) {
            operator.post("/operator/tenants/livani/entries", Visitor.JSON, "{\"reason\":\"" + REASON + i + "\"}");
        }
        assertThat(operator.get("/t/livani").status()).isEqualTo(200);

        operator.post("/operator/tenants/livani/exit", Visitor.FORM, "");

        assertThat(operator.get("/t/livani").status()).isEqualTo(404);
    }

    @Test
    void with_a_reason_an_operator_is_in_that_tenant_only_until_the_exit() {
        Answer entered = operator.post("/operator/tenants/livani/entries", Visitor.JSON,
                "{\"reason\":\"" + REASON + "\"}");
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        assertThat(entered.header("Location")).endsWith("/t/livani");

        assertThat(operator.get("/t/livani").json().getString("name")).isEqualTo("Olga Operatore");
        assertThat(operator.page("/t/livani").body()).contains("class=\"banner\"", REASON, "Līvānu novads", "Iziet");
        assertThat(operator.get("/t/lubana").status()).isEqualTo(404);

        Answer left = operator.post("/operator/tenants/livani/exit", Visitor.FORM, "");
        assertThat(left.status()).as(left.body()).isEqualTo(303);
        assertThat(operator.get("/t/livani").status()).isEqualTo(404);
    }

    @Test
    void even_inside_an_operator_reads_no_plan() {
        String learner = Visitor.of("pasvaldiba", "livani")
            .learners("livani")
            .stream()
            .filter(one -> one.getInt("plans") > 0)
            .findFirst()
            .orElseThrow()
            .getString("id");
        operator.post("/operator/tenants/livani/entries", Visitor.JSON, "{\"reason\":\"" + REASON + "\"}");
        Answer file = operator.get("/t/livani/learners/" + learner);
        assertThat(file.status()).as(file.body()).isEqualTo(200);
        assertThat(file.json().containsKey("plans")).isFalse();
        assertThat(operator.get("/t/livani/consultations").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\":null}", "{\"reason\":\"\"}", "{\"reason\":\"         \"}",
            "{\"reason\":\"īss\"}"})
    void without_a_reason_that_says_something_the_door_stays_shut(String body) {
        Answer refused = operator.post("/operator/tenants/livani/entries", Visitor.JSON, body);
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getString("field")).isEqualTo("reason");
        assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getString("message")).endsWith(".");
        assertThat(operator.get("/t/livani").status()).isEqualTo(404);
    }

    @Test
    void a_reviewer_sees_the_registry_but_enters_no_tenant() {
        Visitor reviewer = Visitor.of("eksperts@demo.pumpurs.test");
        assertThat(reviewer.get("/operator/tenants").json().getBoolean("mayEnter")).isFalse();
        assertThat(reviewer.post("/operator/tenants/livani/entries", Visitor.JSON, "{\"reason\":\"" + REASON + "\"}")
            .status()).isEqualTo(403);
        reviewer.post("/operator/tenants/livani/exit", Visitor.FORM, "");
        assertThat(reviewer.get("/t/livani").status()).isEqualTo(404);
    }

    @Test
    void a_tenant_that_does_not_exist_cannot_be_entered() {
        Answer refused = operator.post("/operator/tenants/neesosa/entries", Visitor.JSON,
                "{\"reason\":\"" + REASON + "\"}");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(operator.page("/operator/tenants/neesosa/entries").status()).isEqualTo(404);
    }
}
