package lv.pumpurs.server.web;

import static lv.pumpurs.server.web.PlanSchool.AUTHOR;
import static lv.pumpurs.server.web.PlanSchool.COLLEAGUE;
import static lv.pumpurs.server.web.PlanSchool.FORM;
import static lv.pumpurs.server.web.PlanSchool.IDS;
import static lv.pumpurs.server.web.PlanSchool.JSON;
import static lv.pumpurs.server.web.PlanSchool.PAGE;
import static lv.pumpurs.server.web.PlanSchool.TODAY;
import static lv.pumpurs.server.web.PlanSchool.act;
import static lv.pumpurs.server.web.PlanSchool.done;
import static lv.pumpurs.server.web.PlanSchool.encoded;
import static lv.pumpurs.server.web.PlanSchool.first;
import static lv.pumpurs.server.web.PlanSchool.get;
import static lv.pumpurs.server.web.PlanSchool.learner;
import static lv.pumpurs.server.web.PlanSchool.post;
import static lv.pumpurs.server.web.PlanSchool.send;
import static lv.pumpurs.server.web.PlanSchool.started;
import static lv.pumpurs.server.web.PlanSchool.tag;
import static lv.pumpurs.server.web.PlanSchool.to;
import static lv.pumpurs.server.web.PlanSchool.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
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

/** Starting a plan and writing its content: one form for a person, one document for a program. */
@ExtendWith(ArquillianExtension.class)
class PlanFormsIT {

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
    void a_second_live_plan_is_refused_with_the_way_to_the_live_one() throws Exception {
        String learner = learner();
        String plan = started(AUTHOR, learner);
        HttpResponse<String> again = post("/t/alfa/plans/learners/" + learner + "/new", COLLEAGUE, FORM, "semester=",
                PAGE);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("Plāns jau ir atvērts", "href=\"" + plan + "\"");
        HttpResponse<String> program = post("/t/alfa/plans/learners/" + learner + "/new", COLLEAGUE, JSON, "{}", JSON);
        assertThat(program.statusCode()).isEqualTo(409);
        assertThat(program.body()).contains("plan-already-open");
    }

    @ParameterizedTest
    @CsvSource({"semester,1999/2000-1", "semester,x", "programme,PUMPURS", "programme,'<b>'"})
    void a_plan_is_not_started_for_what_does_not_run(String field, String value) throws Exception {
        HttpResponse<String> refused = post("/t/alfa/plans/learners/" + learner() + "/new", AUTHOR, JSON,
                "{\"" + field + "\":\"" + value + "\"}", JSON);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void the_form_adds_and_removes_rows_without_saving_and_keeps_what_is_wrong_at_its_place() throws Exception {
        String plan = started(AUTHOR, learner());
        String version = tag(plan, AUTHOR).replace("\"", "");
        String risk = "version=" + version + "&risks.STUDY_BACKLOG.risk=STUDY_BACKLOG&risks.STUDY_BACKLOG.severity=HIGH"
                + "&risks.STUDY_BACKLOG.note=" + encoded("Šķēle <b>");
        HttpResponse<String> more = post(plan + "/draft", AUTHOR, FORM, risk + "&act=add", PAGE);
        assertThat(more.statusCode()).as(more.body()).isEqualTo(200);
        assertThat(more.body()).contains("name=\"measures.0.kind\"", "Šķēle &lt;b>",
                "value=\"STUDY_BACKLOG\" checked");
        assertThat(get(plan, AUTHOR, JSON).body()).doesNotContain("STUDY_BACKLOG");
        HttpResponse<String> wrong = post(plan + "/draft", AUTHOR, FORM, risk
                + "&appliedOn=31.02.2026.&measures.0.kind=NO_SUCH&measures.0.quantity=-1&measures.0.startsOn=2001-01-01"
                + "&measures.7.kind=CONS_ADVISORY&measures.7.quantity=" + encoded("2,5"), PAGE);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#appliedOn\"", "href=\"#measures.0.quantity\"",
                "href=\"#measures.7.risks\"", "href=\"#measures.7.endsOn\"", "value=\"31.02.2026.\"", "value=\"2,5\"");
        HttpResponse<String> choices = post(plan + "/draft", AUTHOR, FORM, risk
                + "&measures.3.kind=NO_SUCH&measures.3.quantity=1&measures.3.startsOn=2001-01-01&measures.3.endsOn="
                + TODAY + "&measures.3.risks=ECON_MEALS&measures.3.provider=" + IDS + "16", PAGE);
        assertThat(choices.statusCode()).isEqualTo(422);
        assertThat(choices.body()).contains("href=\"#measures.3.kind\"", "href=\"#measures.3.provider\"",
                "href=\"#measures.3.startsOn\"", "href=\"#measures.3.risks\"");
        HttpResponse<String> less = post(plan + "/draft", AUTHOR, FORM, risk + "&measures.3.kind=x&act=remove.3", PAGE);
        assertThat(less.body()).doesNotContain("measures.3.kind");
        assertThat(get(plan, AUTHOR, JSON).body()).doesNotContain("STUDY_BACKLOG");
        HttpResponse<String> saved = post(plan + "/draft", AUTHOR, FORM, risk + "&act=save", PAGE);
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(get(plan, AUTHOR, JSON).body()).contains("STUDY_BACKLOG", "Šķēle <b>");
    }

    @Test
    void whoever_saves_second_is_shown_both_versions_and_loses_nothing() throws Exception {
        String plan = started(AUTHOR, learner());
        String version = tag(plan, AUTHOR).replace("\"", "");
        HttpResponse<String> first = post(plan + "/draft", COLLEAGUE, FORM,
                "version=" + version + "&strengths=" + encoded("Dzied korī"), PAGE);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(303);
        HttpResponse<String> second = post(plan + "/draft", AUTHOR, FORM,
                "version=" + version + "&strengths=" + encoded("Labi zīmē"), PAGE);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("Kāds cits plānu ir izmainījis", "Dzied korī", "Labi zīmē");
        String shown = first("name=\"version\" value=\"(\\d+)\"", second.body());
        assertThat(shown).isNotEqualTo(version);
        assertThat(post(plan + "/draft", AUTHOR, FORM, "version=" + shown + "&strengths=" + encoded("Labi zīmē"), PAGE)
            .statusCode()).isEqualTo(303);
        assertThat(get(plan, AUTHOR, JSON).body()).contains("Labi zīmē");
    }

    @Test
    void what_was_typed_comes_back_even_if_the_plan_was_submitted_meanwhile() throws Exception {
        String plan = started(AUTHOR, learner());
        write(plan, AUTHOR);
        String version = tag(plan, AUTHOR).replace("\"", "");
        done(act(plan, "submission", COLLEAGUE, "{}"));
        HttpResponse<String> late = post(plan + "/draft", AUTHOR, FORM,
                "version=" + version + "&voice=" + encoded("Gribu mācīties"), PAGE);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Gribu mācīties", "Plāna stāvoklis šādu darbību neļauj");
    }

    @Test
    void a_program_must_say_what_it_has_read() throws Exception {
        String plan = started(AUTHOR, learner());
        String tag = tag(plan, AUTHOR);
        HttpRequest.Builder put = to(plan + "/draft", AUTHOR).header("Content-Type", JSON)
            .PUT(HttpRequest.BodyPublishers.ofString("{\"strengths\":\"x\"}"));
        assertThat(send(put.copy()).statusCode()).isEqualTo(428);
        assertThat(send(put.copy().header("If-Match", "\"999\"")).statusCode()).isEqualTo(412);
        assertThat(send(put.copy().header("If-Match", "*")).statusCode()).isEqualTo(412);
        HttpResponse<String> written = send(put.copy().header("If-Match", tag));
        assertThat(written.statusCode()).as(written.body()).isEqualTo(204);
        assertThat(written.headers().firstValue("ETag").orElseThrow()).isEqualTo(tag(plan, AUTHOR)).isNotEqualTo(tag);
        assertThat(send(put.copy().header("If-Match", tag)).statusCode()).isEqualTo(412);
        assertThat(post(plan + "/submission", AUTHOR, JSON, "{\"version\":1}", JSON).statusCode()).isEqualTo(428);
        HttpResponse<String> empty = act(plan, "submission", AUTHOR, "{}");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("plan-no-application");
    }

    @ParameterizedTest
    @CsvSource({"'{\"risks\":[null],\"measures\":[{}]}',400", "'{\"risks\":7}',400", "'{\"appliedOn\":\"x\"}',400",
            "'{\"risks\":[{\"risk\":\"NO\",\"severity\":\"LOW\"}]}',422",
            "'{\"risks\":[{\"risk\":\"ECON_MEALS\",\"severity\":\"LOW\"},{\"risk\":\"ECON_MEALS\",\"severity\":\"LOW\"}]}',409",
            "'{\"appliedOn\":\"2999-01-01\",\"appliedBy\":\"GUARDIAN\"}',422", "'{\"appliedBy\":\"GUARDIAN\"}',422",
            "'{\"measures\":[{\"kind\":\"CONS_ADVISORY\",\"quantity\":1e9,\"startsOn\":\"2026-09-01\",\"endsOn\":\"2026-09-01\",\"risks\":[\"A\"]}]}',400"})
    void a_wrong_document_is_refused_in_words(String document, int status) throws Exception {
        String plan = started(AUTHOR, learner());
        HttpResponse<String> refused = send(to(plan + "/draft", AUTHOR).header("Content-Type", JSON)
            .header("If-Match", tag(plan, AUTHOR))
            .PUT(HttpRequest.BodyPublishers.ofString(document)));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(refused.body()).contains("\"detail\":\"").doesNotContain("Exception", "jakarta");
    }
}
