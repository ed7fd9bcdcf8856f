package lv.pumpurs.server.web;

import static lv.pumpurs.server.web.PlanSchool.AUTHOR;
import static lv.pumpurs.server.web.PlanSchool.COLLEAGUE;
import static lv.pumpurs.server.web.PlanSchool.FORM;
import static lv.pumpurs.server.web.PlanSchool.JSON;
import static lv.pumpurs.server.web.PlanSchool.PAGE;
import static lv.pumpurs.server.web.PlanSchool.encoded;
import static lv.pumpurs.server.web.PlanSchool.first;
import static lv.pumpurs.server.web.PlanSchool.get;
import static lv.pumpurs.server.web.PlanSchool.learner;
import static lv.pumpurs.server.web.PlanSchool.post;
import static lv.pumpurs.server.web.PlanSchool.started;
import static lv.pumpurs.server.web.PlanSchool.tag;
import static lv.pumpurs.server.web.PlanSchool.write;
import static org.assertj.core.api.Assertions.assertThat;

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

/** A draft's form that saves itself. */
@ExtendWith(ArquillianExtension.class)
class DraftSavingIT {

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
    void each_saving_moves_the_version_on_and_an_unchanged_form_is_not_saved() throws Exception {
        String plan = started(AUTHOR, learner());
        assertThat(get(plan + "/draft", AUTHOR, PAGE).body()).contains("data-saving=\"" + plan + "/draft/saving\"");
        String version = version(plan);
        HttpResponse<String> saved = save(plan, version, "&strengths=" + encoded("Zīmē"));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        assertThat(saved.body()).containsPattern("\"at\":\"\\d\\d:\\d\\d\"");
        String next = first("\"version\":(\\d+)", saved.body());
        assertThat(next).isNotEqualTo(version).isEqualTo(version(plan));
        assertThat(first("\"version\":(\\d+)", save(plan, next, "&strengths=" + encoded("Zīmē")).body()))
            .isEqualTo(next);
        assertThat(get(plan, AUTHOR, JSON).body()).contains("\"strengths\":\"Zīmē\"");
    }

    @Test
    void a_new_row_learns_its_key_and_is_not_added_twice() throws Exception {
        String plan = started(AUTHOR, learner());
        String draft = get(plan + "/draft", AUTHOR, JSON).body();
        String row = "&risks.STUDY_BACKLOG.risk=STUDY_BACKLOG&risks.STUDY_BACKLOG.severity=LOW&measures.0.id=%s"
                + "&measures.0.kind=CONS_SUBJECT_TEACHER&measures.0.quantity=%s&measures.0.startsOn="
                + first("\"first\":\"([0-9-]+)\"", draft) + "&measures.0.endsOn="
                + first("\"last\":\"([0-9-]+)\"", draft) + "&measures.0.risks=STUDY_BACKLOG";
        String saved = save(plan, version(plan), row.formatted("", "1,5")).body();
        String id = first("\"measures.0.id\":\"([0-9a-f-]{36})\"", saved);
        String again = save(plan, version(plan), row.formatted(id, "2")).body();
        assertThat(again).contains("\"ids\":{}");
        assertThat(get(plan, AUTHOR, JSON).body()).contains(id, "\"planned\":2").containsOnlyOnce("\"planned\"");
    }

    @Test
    void what_somebody_else_wrote_meanwhile_and_what_is_unfinished_is_not_written_over() throws Exception {
        String plan = started(AUTHOR, learner());
        String version = version(plan);
        assertThat(save(plan, version, "&measures.0.kind=CONS_SUBJECT_TEACHER").statusCode()).isEqualTo(422);
        write(plan, COLLEAGUE);
        assertThat(save(plan, version, "&strengths=Mans").statusCode()).isEqualTo(409);
        assertThat(get(plan, AUTHOR, JSON).body()).contains("Labi zīmē").doesNotContain("Mans");
        HttpResponse<String> page = post(plan + "/draft", AUTHOR, FORM, "act=save&version=" + version
                + "&strengths=Mans", PAGE);
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("Kāds cits plānu ir izmainījis").doesNotContain("data-saving");
    }

    private static HttpResponse<String> save(String plan, String version, String fields) throws Exception {
        return post(plan + "/draft/saving", AUTHOR, FORM, "version=" + version + fields, JSON);
    }

    private static String version(String plan) throws Exception {
        return tag(plan, AUTHOR).replace("\"", "");
    }
}
