package lv.pumpurs.server.web;

import static lv.pumpurs.server.web.PlanSchool.AUTHOR;
import static lv.pumpurs.server.web.PlanSchool.COLLEAGUE;
import static lv.pumpurs.server.web.PlanSchool.DIRECTOR;
import static lv.pumpurs.server.web.PlanSchool.JSON;
import static lv.pumpurs.server.web.PlanSchool.TODAY;
import static lv.pumpurs.server.web.PlanSchool.count;
import static lv.pumpurs.server.web.PlanSchool.get;
import static lv.pumpurs.server.web.PlanSchool.learner;
import static lv.pumpurs.server.web.PlanSchool.send;
import static lv.pumpurs.server.web.PlanSchool.started;
import static lv.pumpurs.server.web.PlanSchool.submitted;
import static lv.pumpurs.server.web.PlanSchool.tag;
import static lv.pumpurs.server.web.PlanSchool.to;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.server.ServersOfTheTests;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Fifty people and programs at the same plans at the same moment: one act of each version holds, the others are told. */
@ExtendWith(ArquillianExtension.class)
class ManyAtOnceIT {

    private static final int MANY = 50;
    private static final int PLANS = 5;

    @Deployment(testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war();
    }

    @BeforeAll
    static void people() throws SQLException {
        PlanSchool.open();
    }

    @AfterAll
    static void forget() throws SQLException {
        PlanSchool.forget();
    }

    @Test
    void of_fifty_approvals_returns_and_withdrawals_of_five_plans_one_of_each_plan_holds() throws Exception {
        List<String> plans = new ArrayList<>();
        List<Callable<Integer>> acts = new ArrayList<>();
        for (int i = 0; i < PLANS; i++) {
            String plan = submitted();
            String version = tag(plan, DIRECTOR);
            plans.add(plan);
            for (int n = 0; n < MANY / PLANS; n++) {
                acts.add(switch (n % 3) {
                    case 0 -> act(plan + "/decision", DIRECTOR, version, "{\"ruling\":\"APPROVE\"}");
                    case 1 ->
                        act(plan + "/decision", DIRECTOR, version, "{\"ruling\":\"RETURN\",\"remark\":\"Precizēt\"}");
                    default -> act(plan + "/withdrawal", COLLEAGUE, version, "{}");
                });
            }
        }
        Collections.shuffle(acts, new java.util.Random(50));
        List<Integer> answers = atOnce(acts);
        assertThat(answers.stream().filter(status -> status == 303)).hasSize(PLANS);
        assertThat(answers.stream().filter(status -> status != 303)).hasSize(MANY - PLANS).containsOnly(412);
        for (String plan : plans) {
            assertThat(count("select count(*) from plan_approval where plan_id = '" + plan.substring(14) + "'"))
                .isOne();
            String last = get(plan, AUTHOR, JSON).body();
            assertThat(List.of("\"decision\":\"APPROVED\"", "\"decision\":\"RETURNED\"", "\"decision\":\"WITHDRAWN\"")
                .stream()
                .filter(last::contains)).hasSize(1);
        }
    }

    @Test
    void of_fifty_who_write_the_same_draft_one_is_kept_whole_and_nobody_is_told_a_lie() throws Exception {
        String plan = started(AUTHOR, learner());
        String version = tag(plan, AUTHOR);
        List<Callable<Integer>> edits = new ArrayList<>();
        for (int n = 0; n < MANY; n++) {
            Person who = n % 2 == 0 ? AUTHOR : COLLEAGUE;
            String body = """
                    {"appliedOn":"%s","appliedBy":"GUARDIAN","strengths":"Labi %d","voice":"Gribu %d","risks":[],
                     "measures":[]}""".formatted(TODAY, n, n);
            edits.add(() -> send(to(plan + "/draft", who).header("Content-Type", JSON)
                .header("If-Match", version)
                .PUT(BodyPublishers.ofString(body))).statusCode());
        }
        List<Integer> answers = atOnce(edits);
        assertThat(answers.stream().filter(status -> status == 204)).hasSize(1);
        assertThat(answers.stream().filter(status -> status != 204)).hasSize(MANY - 1).containsOnly(412);
        int kept = answers.indexOf(204);
        assertThat(get(plan, AUTHOR, JSON).body()).contains("\"strengths\":\"Labi " + kept + "\"",
                "\"voice\":\"Gribu " + kept + "\"");
        assertThat(count("select rewrites from support_plan where id = '" + plan.substring(14) + "'")).isOne();
    }

    private static Callable<Integer> act(String path, Person who, String version, String body) {
        return () -> send(to(path, who).header("Content-Type", JSON)
            .header("If-Match", version)
            .POST(BodyPublishers.ofString(body))).statusCode();
    }

    private static List<Integer> atOnce(List<Callable<Integer>> acts) throws Exception {
        try (var pool = Executors.newFixedThreadPool(MANY)) {
            List<Integer> answers = new ArrayList<>();
            for (var answer : pool.invokeAll(acts)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
