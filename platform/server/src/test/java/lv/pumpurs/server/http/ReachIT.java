package lv.pumpurs.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sees whom: each role its own part of its own tenant. */
class ReachIT {

    private static final String COORDINATOR = "pasvaldiba";

    @Test
    void the_tenants_have_no_learner_in_common() {
        Set<String> seen = new HashSet<>();
        int all = 0;
        for (String tenant : List.of("lubana", "rezekne", "livani")) {
            List<JsonObject> learners = Visitor.of(COORDINATOR, tenant).learners(tenant);
            assertThat(learners).as(tenant).isNotEmpty();
            all += learners.size();
            learners.forEach(one -> seen.add(one.getString("id")));
        }
        assertThat(seen).hasSize(all);
    }

    @ParameterizedTest
    @CsvSource({"lubana", "rezekne", "livani"})
    void a_class_teacher_sees_the_own_class_and_no_other(String tenant) {
        List<JsonObject> reached = Visitor.of("klase", tenant).learners(tenant);
        assertThat(reached).isNotEmpty();
        assertThat(reached).extracting(one -> one.getString("className") + one.getString("schoolId"))
            .containsOnly(reached.getFirst().getString("className") + reached.getFirst().getString("schoolId"));
        outOfReach("klase", tenant, reached);
    }

    @ParameterizedTest
    @CsvSource({"lubana", "rezekne", "livani"})
    void a_provider_sees_only_learners_with_a_measure_of_the_own(String tenant) {
        Visitor provider = Visitor.of("pedagogs", tenant);
        List<JsonObject> reached = provider.learners(tenant);
        assertThat(reached).isNotEmpty();
        String name = provider.get("/t/" + tenant).json().getString("name");
        for (JsonObject learner : reached.subList(0, Math.min(10, reached.size()))) {
            JsonArray plans = provider.get("/t/" + tenant + "/learners/" + learner.getString("id")).list("plans");
            assertThat(plans).isNotEmpty();
            assertThat(plans.getValuesAs(JsonObject.class)).allSatisfy(
                    plan -> assertThat(plan.getJsonArray("measures").getValuesAs(JsonObject.class))
                        .isNotEmpty()
                        .allSatisfy(measure -> assertThat(measure.getString("providerName")).isEqualTo(name)));
        }
        outOfReach("pedagogs", tenant, reached);
    }

    @ParameterizedTest
    @CsvSource({"vecaks,lubana,2", "vecaks,rezekne,2", "vecaks,livani,2", "skolens,lubana,1", "skolens,rezekne,1"})
    void a_guardian_sees_the_own_children_and_an_adult_learner_the_own_file(String post, String tenant, int count) {
        List<JsonObject> reached = Visitor.of(post, tenant).learners(tenant);
        assertThat(reached).hasSize(count);
        outOfReach(post, tenant, reached);
    }

    @ParameterizedTest
    @CsvSource({"lubana", "rezekne", "livani"})
    void an_auditor_reads_learners_and_plans_of_the_school_that_the_grant_names(String tenant) {
        Visitor auditor = Visitor.of("revidents", tenant);
        List<JsonObject> reached = auditor.learners(tenant);
        assertThat(reached).isNotEmpty()
            .containsExactlyInAnyOrderElementsOf(Visitor.of("koordinators", tenant).learners(tenant));
        JsonObject planned = reached.stream().filter(one -> one.getInt("plans") > 0).findFirst().orElseThrow();
        assertThat(auditor.get("/t/" + tenant + "/learners/" + planned.getString("id")).list("plans")).isNotEmpty();
        if (!tenant.equals("lubana")) {
            // Lubāna has one school only
            outOfReach("revidents", tenant, reached);
        }
    }

    @Test
    void a_school_administrator_sees_the_roster_but_no_content_of_a_plan() {
        JsonObject planned = Visitor.of("koordinators", "lubana")
            .learners("lubana")
            .stream()
            .filter(one -> one.getInt("plans") > 0)
            .findFirst()
            .orElseThrow();
        String path = "/t/lubana/learners/" + planned.getString("id");
        JsonObject open = Visitor.of("koordinators", "lubana").get(path).json();
        JsonObject closed = Visitor.of("skola", "lubana").get(path).json();
        assertThat(open.getJsonArray("plans")).isNotEmpty();
        assertThat(closed.containsKey("plans")).isFalse();
        assertThat(closed.getString("familyName")).isEqualTo(planned.getString("familyName"));
        Answer page = Visitor.of("skola", "lubana").page(path);
        JsonObject plan = open.getJsonArray("plans").getJsonObject(0);
        assertThat(page.body()).contains("ne plānu saturu").doesNotContain(plan.getString("code"));
    }

    @ParameterizedTest
    @CsvSource({"klase,figures", "pedagogs,figures", "koordinators,overview", "direktors,overview", "vecaks,overview",
            "skolens,figures", "revidents,figures", "revidents,consultations", "admin,learners", "klase,consultations",
            "skola,consultations",
            "admin,consultations", "skola,overview", "klase,permissions", "vecaks,permissions"})
    void a_role_without_the_permission_is_refused_in_words(String post, String page) {
        Answer refused = Visitor.of(post, "lubana").get("/t/lubana/" + page);
        assertThat(refused.status()).as(refused.body()).isEqualTo(403);
        assertThat(refused.json().getString("title")).isEqualTo("Jūsu loma to neatļauj");
        assertThat(Visitor.of(post, "lubana").page("/t/lubana/" + page).status()).isEqualTo(403);
    }

    private static void outOfReach(String post, String tenant, List<JsonObject> reached) {
        Set<String> mine = reached.stream().map(one -> one.getString("id")).collect(Collectors.toSet());
        List<JsonObject> others = Visitor.of(COORDINATOR, tenant)
            .learners(tenant)
            .stream()
            .filter(one -> !mine.contains(one.getString("id")))
            .limit(5)
            .toList();
        assertThat(others).isNotEmpty();
        for (JsonObject other : others) {
            Answer refused = Visitor.of(post, tenant).get("/t/" + tenant + "/learners/" + other.getString("id"));
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.body()).doesNotContain(other.getString("familyName"));
        }
    }
}
