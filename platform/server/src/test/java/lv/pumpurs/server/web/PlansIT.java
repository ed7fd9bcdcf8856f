package lv.pumpurs.server.web;

import static lv.pumpurs.server.web.PlanSchool.AUTHOR;
import static lv.pumpurs.server.web.PlanSchool.COLLEAGUE;
import static lv.pumpurs.server.web.PlanSchool.COORDINATOR;
import static lv.pumpurs.server.web.PlanSchool.DIRECTOR;
import static lv.pumpurs.server.web.PlanSchool.FOREIGN;
import static lv.pumpurs.server.web.PlanSchool.FORM;
import static lv.pumpurs.server.web.PlanSchool.IDS;
import static lv.pumpurs.server.web.PlanSchool.JSON;
import static lv.pumpurs.server.web.PlanSchool.MUNICIPALITY;
import static lv.pumpurs.server.web.PlanSchool.PAGE;
import static lv.pumpurs.server.web.PlanSchool.TEACHER;
import static lv.pumpurs.server.web.PlanSchool.act;
import static lv.pumpurs.server.web.PlanSchool.activated;
import static lv.pumpurs.server.web.PlanSchool.count;
import static lv.pumpurs.server.web.PlanSchool.done;
import static lv.pumpurs.server.web.PlanSchool.encoded;
import static lv.pumpurs.server.web.PlanSchool.first;
import static lv.pumpurs.server.web.PlanSchool.get;
import static lv.pumpurs.server.web.PlanSchool.key;
import static lv.pumpurs.server.web.PlanSchool.learner;
import static lv.pumpurs.server.web.PlanSchool.measures;
import static lv.pumpurs.server.web.PlanSchool.post;
import static lv.pumpurs.server.web.PlanSchool.send;
import static lv.pumpurs.server.web.PlanSchool.sql;
import static lv.pumpurs.server.web.PlanSchool.started;
import static lv.pumpurs.server.web.PlanSchool.status;
import static lv.pumpurs.server.web.PlanSchool.submitted;
import static lv.pumpurs.server.web.PlanSchool.tag;
import static lv.pumpurs.server.web.PlanSchool.to;
import static lv.pumpurs.server.web.PlanSchool.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lv.pumpurs.server.ServersOfTheTests;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way of a plan from its application to its evaluation, as people and programs take it. */
@ExtendWith(ArquillianExtension.class)
class PlansIT {

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
    void a_plan_goes_from_its_start_to_its_continuation() throws Exception {
        String plan = started(AUTHOR, learner());
        assertThat(get(plan, AUTHOR, JSON).body()).contains("\"acts\":[\"EDIT\",\"SUBMIT\",\"ATTACH\",\"DETACH\"]",
                "\"missing\":[\"plan-no-application\",\"plan-no-risk\",\"plan-no-measure\"]");
        write(plan, AUTHOR);
        assertThat(get(plan, AUTHOR, JSON).body()).contains("\"missing\":[]", "\"providerName\":\"Pēteris Pedagogs\"");
        done(act(plan, "submission", AUTHOR, "{}"));
        done(act(plan, "decision", DIRECTOR, "{\"ruling\":\"RETURN\",\"remark\":\"Precizēt mērķi\"}"));
        assertThat(get(plan, AUTHOR, PAGE).body()).contains("Precizēt mērķi", "Atgriezts labošanai", "Labot plānu");
        done(act(plan, "submission", AUTHOR, "{}"));
        done(act(plan, "withdrawal", COLLEAGUE, "{}"));
        done(act(plan, "submission", AUTHOR, "{}"));
        done(act(plan, "decision", DIRECTOR, "{\"ruling\":\"APPROVE\"}"));
        assertThat(get(plan, MUNICIPALITY, JSON).body()).contains("\"waitingFor\":\"TENANT_COORDINATOR\"");
        done(act(plan, "decision", MUNICIPALITY, "{\"ruling\":\"APPROVE\"}"));
        assertThat(get(plan, MUNICIPALITY, JSON).body()).contains("\"waitingFor\":\"OPERATOR_REVIEWER\"",
                "\"decision\":\"WITHDRAWN\"", "\"decision\":\"RETURNED\"");
        activated(plan);
        String measure = first("\"id\":\"([0-9a-f-]{36})\",\"kind\"|\"id\":\"([0-9a-f-]{36})\",\"nameEn\"",
                measures(plan));
        HttpResponse<String> evaluated = send(to(plan + "/evaluation", AUTHOR).header("Content-Type", JSON)
            .header("If-Match", tag(plan, AUTHOR))
            .PUT(HttpRequest.BodyPublishers.ofString("""
                    {"result":"REDUCED","risks":[{"risk":"STUDY_CONTENT_DIFFICULTY","result":"REDUCED"}],
                     "measures":[{"id":"%s","delivered":8.5,"remark":"Apmeklēja"}]}""".formatted(measure))));
        assertThat(evaluated.statusCode()).as(evaluated.body()).isEqualTo(204);
        HttpResponse<String> next = act(plan, "continuation", AUTHOR, "{}");
        assertThat(next.statusCode()).as(next.body()).isEqualTo(201);
        String draft = next.headers().firstValue("Location").orElseThrow().replaceFirst(".*(/t/alfa/.*)", "$1");
        assertThat(get(draft, AUTHOR, JSON).body()).contains("\"state\":\"DRAFT\"", "STUDY_CONTENT_DIFFICULTY",
                "\"missing\":[\"plan-no-application\"]");
        assertThat(act(plan, "continuation", AUTHOR, "{}").body()).contains("plan-already-open");
        done(act(plan, "closing", COORDINATOR, "{}"));
        assertThat(get(plan, AUTHOR, PAGE).body()).contains("Noslēgts", "Apmeklēja", "Turpinājums");
    }

    @Test
    void nobody_decides_on_what_they_wrote_and_nobody_out_of_turn() throws Exception {
        String plan = started(DIRECTOR, learner());
        write(plan, DIRECTOR);
        done(act(plan, "submission", DIRECTOR, "{}"));
        HttpResponse<String> own = act(plan, "decision", DIRECTOR, "{\"ruling\":\"APPROVE\"}");
        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(own.body()).contains("plan-own-plan");
        assertThat(get(plan, DIRECTOR, JSON).body()).contains("\"acts\":[\"WITHDRAW\",\"ATTACH\"]");
        assertThat(get("/t/alfa/plans/queue", DIRECTOR, JSON).body()).doesNotContain(plan.substring(14));
        HttpResponse<String> early = act(plan, "decision", MUNICIPALITY, "{\"ruling\":\"APPROVE\"}");
        assertThat(early.statusCode()).isEqualTo(403);
        assertThat(early.body()).contains("plan-not-this-step");
    }

    @Test
    void nobody_decides_on_a_colleagues_plan_that_they_wrote_on() throws Exception {
        String plan = started(AUTHOR, learner());
        write(plan, DIRECTOR);
        done(act(plan, "submission", AUTHOR, "{}"));
        HttpResponse<String> own = act(plan, "decision", DIRECTOR, "{\"ruling\":\"APPROVE\"}");
        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(own.body()).contains("plan-own-plan");
        assertThat(get("/t/alfa/plans/queue", DIRECTOR, JSON).body()).doesNotContain(plan.substring(14));
        assertThat(get(plan, DIRECTOR, JSON).body()).contains("\"acts\":[\"WITHDRAW\",\"ATTACH\"]");
    }

    @Test
    void the_second_click_gets_a_sentence() throws Exception {
        String plan = submitted();
        String form = "version=" + tag(plan, DIRECTOR).replace("\"", "") + "&ruling=APPROVE&remark=";
        assertThat(post(plan + "/decision", DIRECTOR, FORM, form, PAGE).statusCode()).isEqualTo(303);
        HttpResponse<String> second = post(plan + "/decision", DIRECTOR, FORM, form, PAGE);
        assertThat(second.statusCode()).isEqualTo(403);
        assertThat(second.body()).contains("Šajā solī lemj kāds cits");
    }

    @Test
    void a_return_without_a_reason_brings_the_form_back() throws Exception {
        String plan = submitted();
        HttpResponse<String> wrong = post(plan + "/decision", DIRECTOR, FORM,
                "plan=" + plan.substring(14) + "&version=" + tag(plan, DIRECTOR).replace("\"", "")
                        + "&ruling=RETURN&remark=+&code=PLA-1%3Cb%3E",
                PAGE);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("ir jāuzraksta iemesls", "action=\"" + plan + "/decision\"", "is-invalid",
                "<span class=\"id\">PLA-1&lt;b");
        assertThat(get(plan, DIRECTOR, JSON).body()).contains("\"state\":\"IN_APPROVAL\"");
    }

    @Test
    void several_are_approved_at_once_and_one_that_cannot_be_keeps_back_no_other() throws Exception {
        String one = submitted();
        String other = submitted();
        String queue = get("/t/alfa/plans/queue", DIRECTOR, PAGE).body();
        assertThat(queue).contains("name=\"plans\" value=\"" + one.substring(14) + ":", "Grūtības mācību satura apguvē",
                "Pēteris Pedagogs");
        String ticked = "plans=" + encoded(key(one)) + "&plans=" + encoded(other.substring(14) + ":99999") + "&plans="
                + encoded(IDS + "ff:1") + "&plans=x";
        HttpResponse<String> answer = post("/t/alfa/plans/queue", DIRECTOR, FORM, ticked, PAGE);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("Apstiprināts 1 plāns", "šos datus izmainīja kāds cits",
                "Tādas lapas nav");
        assertThat(get(one, DIRECTOR, JSON).body()).contains("\"waitingFor\":\"TENANT_COORDINATOR\"");
        assertThat(get(other, DIRECTOR, JSON).body()).contains("\"waitingFor\":\"SCHOOL_DIRECTOR\"");
        assertThat(post("/t/alfa/plans/queue", DIRECTOR, JSON, "{}", JSON).body()).contains("\"results\":[]");
    }

    @Test
    void of_many_clicks_at_once_one_decides() throws Exception {
        String plan = submitted();
        String tag = tag(plan, DIRECTOR);
        Callable<Integer> click = () -> send(to(plan + "/decision", DIRECTOR).header("Content-Type", JSON)
            .header("If-Match", tag)
            .POST(HttpRequest.BodyPublishers.ofString("{\"ruling\":\"APPROVE\"}"))).statusCode();
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Integer> answers = new java.util.ArrayList<>();
            for (var answer : pool.invokeAll(java.util.Collections.nCopies(16, click))) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnlyOnce(303);
            assertThat(answers.stream().filter(status -> status != 303)).containsOnly(412);
        }
        assertThat(count("select count(*) from plan_approval where plan_id = '" + plan.substring(14) + "'")).isOne();
    }

    @Test
    void a_plan_is_ended_early_with_a_reason_only() throws Exception {
        String plan = submitted();
        activated(plan);
        String version = "version=" + tag(plan, COORDINATOR).replace("\"", "");
        assertThat(get(plan + "/termination", COORDINATOR, PAGE).body()).contains("name=\"reason\"");
        assertThat(post(plan + "/termination", COORDINATOR, FORM, version + "&reason=", PAGE).statusCode())
            .isEqualTo(400);
        assertThat(post(plan + "/termination", COORDINATOR, FORM, version + "&reason=" + encoded("Mainīja skolu"), PAGE)
            .statusCode()).isEqualTo(303);
        assertThat(get(plan, AUTHOR, PAGE).body()).contains("Pārtraukts", "Mainīja skolu");
    }

    @ParameterizedTest
    @CsvSource({"GET,/draft", "POST,/submission", "POST,/withdrawal", "GET,/decision", "POST,/decision",
            "POST,/continuation", "POST,/closing", "GET,/termination", "POST,/termination", "GET,/evaluation"})
    void an_act_needs_its_role_and_a_plan_in_reach(String method, String path) throws Exception {
        String plan = submitted();
        String body = path.equals("/decision")
                ? "{\"ruling\":\"APPROVE\"}"
                : path.equals("/termination") ? "{\"reason\":\"x\"}" : "{}";
        assertThat(status(method, plan + path, TEACHER, body)).isEqualTo(403);
        assertThat(status(method, plan + path, FOREIGN, body)).isEqualTo(404);
        assertThat(status(method, "/t/alfa/plans/" + IDS + "ee" + path, DIRECTOR, body)).isEqualTo(404);
        assertThat(status(method, plan.replace("/alfa/", "/beta/") + path, DIRECTOR, body)).isEqualTo(404);
    }

    @Test
    void an_author_of_another_school_that_the_learner_once_went_to_does_not_reach_what_came_after() throws Exception {
        String learner = learner();
        String plan = started(AUTHOR, learner);
        write(plan, AUTHOR);
        sql("insert into enrolment (id, learner_id, school_id, school_year, class_name, grade, vocational, valid_from,"
                + " valid_to) values (gen_random_uuid(), '" + learner + "', '{id}02', '2019/2020', '3.a', 3, false,"
                + " '2019-09-01', '2020-05-29')");
        assertThat(get(plan, FOREIGN, JSON).statusCode()).isEqualTo(404);
        assertThat(act(plan, "submission", FOREIGN, "{}").statusCode()).isEqualTo(404);
        assertThat(post("/t/alfa/plans/learners/" + learner + "/new", FOREIGN, JSON, "{}", JSON).statusCode())
            .isEqualTo(404);
        assertThat(get(plan, AUTHOR, JSON).body()).contains("\"acts\":[\"EDIT\",\"SUBMIT\",\"ATTACH\",\"DETACH\"]");
    }

    @Test
    void the_list_is_found_narrowed_and_says_why_it_is_empty() throws Exception {
        String plan = submitted();
        assertThat(get("/t/alfa/plans?state=IN_APPROVAL&school=" + IDS + "01&size=100", TEACHER, PAGE).body())
            .contains("href=\"" + plan + "\"", "gaida: Izglītības iestādes direktors");
        assertThat(get("/t/alfa/plans?state=TERMINATED&semester=2017/2018-1", TEACHER, PAGE).body())
            .contains("Šādiem atlases nosacījumiem neatbilst neviens plāns");
        assertThat(get("/t/alfa/plans?state=x&semester=y&school=z&sort=-q&page=0", TEACHER, JSON).statusCode())
            .isEqualTo(200);
        assertThat(get("/t/alfa/plans", FOREIGN, JSON).body()).doesNotContain(plan.substring(14));
    }
}
