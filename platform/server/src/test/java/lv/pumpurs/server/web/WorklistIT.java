package lv.pumpurs.server.web;

import static lv.pumpurs.server.web.PlanSchool.AUTHOR;
import static lv.pumpurs.server.web.PlanSchool.DIRECTOR;
import static lv.pumpurs.server.web.PlanSchool.FORM;
import static lv.pumpurs.server.web.PlanSchool.JSON;
import static lv.pumpurs.server.web.PlanSchool.MUNICIPALITY;
import static lv.pumpurs.server.web.PlanSchool.PAGE;
import static lv.pumpurs.server.web.PlanSchool.act;
import static lv.pumpurs.server.web.PlanSchool.done;
import static lv.pumpurs.server.web.PlanSchool.get;
import static lv.pumpurs.server.web.PlanSchool.learner;
import static lv.pumpurs.server.web.PlanSchool.post;
import static lv.pumpurs.server.web.PlanSchool.sql;
import static lv.pumpurs.server.web.PlanSchool.started;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is due, on the first page that a person sees, and how long it may take. */
@ExtendWith(ArquillianExtension.class)
class WorklistIT {

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
        sql("delete from work_deadline");
        PlanSchool.forget();
    }

    @Test
    void the_home_page_of_each_holds_what_waits_for_them_until_they_act() throws Exception {
        String plan = started(AUTHOR, learner());
        write(plan, AUTHOR);
        assertThat(get("/t/alfa", AUTHOR, PAGE).body()).contains("Jāpabeidz un jāiesniedz 1 plāns", plan);
        assertThat(get("/t/alfa", DIRECTOR, PAGE).body()).doesNotContain(plan)
            .contains("Šobrīd nekas negaida jūsu rīcību");
        done(act(plan, "submission", AUTHOR, "{}"));
        assertThat(get("/t/alfa", AUTHOR, JSON).body()).contains("\"work\":[]");
        assertThat(get("/t/alfa", DIRECTOR, JSON).body()).contains("\"due\":\"DECIDE\"", "\"total\":1");
        done(act(plan, "decision", DIRECTOR, "{\"ruling\":\"RETURN\",\"remark\":\"Precizēt mērķi\"}"));
        assertThat(get("/t/alfa", DIRECTOR, JSON).body()).contains("\"work\":[]");
        assertThat(get("/t/alfa", AUTHOR, PAGE).body()).contains("Jālabo 1 atdots plāns", "Nav noteikts");
        assertThat(post("/t/alfa/deadlines/SKOLA_KOPIENA/CORRECT", MUNICIPALITY, FORM,
                "days=14&validFrom=" + PlanSchool.TODAY, PAGE)
            .statusCode()).isEqualTo(303);
        assertThat(get("/t/alfa", AUTHOR, JSON).body())
            .contains("\"dueOn\":\"" + PlanSchool.TODAY.plusDays(14) + "\"", "\"late\":0");
        // a return two weeks and a day ago
        sql("alter table support_plan disable trigger moved; update support_plan set in_state_since = current_date - 15"
                + " where state = 'RETURNED'; alter table support_plan enable trigger moved");
        assertThat(get("/t/alfa", AUTHOR, PAGE).body()).contains("Kavējas 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"days=367&validFrom={today}|400|nedrīkst pārsniegt 366",
            "days=-1&validFrom={today}|400|jābūt vismaz 0", "days=x&validFrom={today}|400|Ierakstiet skaitli",
            "days=3&validFrom={past}|422|Norādiet šodienu vai vēlāku dienu",
            "days=3&validFrom=|400|ir jāaizpilda"})
    void a_wrong_deadline_is_refused_in_words_and_what_was_typed_stays(String typed, int status, String words)
            throws Exception {
        String body = typed.replace("{today}", PlanSchool.TODAY.toString())
            .replace("{past}", PlanSchool.TODAY.minusDays(1).toString());
        HttpResponse<String> refused = post("/t/alfa/deadlines/PUMPURS/CLOSE", MUNICIPALITY, FORM, body, PAGE);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.body()).contains(words, "name=\"days\"");
        assertThat(get("/t/alfa/deadlines", MUNICIPALITY, JSON).body())
            .doesNotContain("\"days\":3,");
    }

    @Test
    void deadlines_are_the_municipalitys_and_of_known_work_only() throws Exception {
        assertThat(get("/t/alfa/deadlines", AUTHOR, JSON).statusCode()).isEqualTo(403);
        assertThat(get("/t/alfa/deadlines/PUMPURS/SLEEP", MUNICIPALITY, PAGE).statusCode()).isEqualTo(404);
        assertThat(get("/t/alfa/deadlines/NONE/CLOSE", MUNICIPALITY, PAGE).statusCode()).isEqualTo(404);
        assertThat(get("/t/alfa/deadlines/PUMPURS/CLOSE", MUNICIPALITY, PAGE).body()).contains("Plāna noslēgšana",
                "value=\"" + PlanSchool.TODAY + "\"");
    }
}
