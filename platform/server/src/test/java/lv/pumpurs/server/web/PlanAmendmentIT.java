package lv.pumpurs.server.web;

import static lv.pumpurs.server.web.PlanSchool.AUTHOR;
import static lv.pumpurs.server.web.PlanSchool.COLLEAGUE;
import static lv.pumpurs.server.web.PlanSchool.COORDINATOR;
import static lv.pumpurs.server.web.PlanSchool.DIRECTOR;
import static lv.pumpurs.server.web.PlanSchool.FORM;
import static lv.pumpurs.server.web.PlanSchool.JSON;
import static lv.pumpurs.server.web.PlanSchool.MUNICIPALITY;
import static lv.pumpurs.server.web.PlanSchool.PAGE;
import static lv.pumpurs.server.web.PlanSchool.act;
import static lv.pumpurs.server.web.PlanSchool.activated;
import static lv.pumpurs.server.web.PlanSchool.done;
import static lv.pumpurs.server.web.PlanSchool.encoded;
import static lv.pumpurs.server.web.PlanSchool.first;
import static lv.pumpurs.server.web.PlanSchool.get;
import static lv.pumpurs.server.web.PlanSchool.post;
import static lv.pumpurs.server.web.PlanSchool.send;
import static lv.pumpurs.server.web.PlanSchool.sql;
import static lv.pumpurs.server.web.PlanSchool.submitted;
import static lv.pumpurs.server.web.PlanSchool.tag;
import static lv.pumpurs.server.web.PlanSchool.to;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.Set;
import lv.pumpurs.core.identity.Person;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
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

/** Changing an approved plan and letting it rest, as people and programs do it. */
@ExtendWith(ArquillianExtension.class)
class PlanAmendmentIT {

    @Deployment(testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war();
    }

    private static final Person REVIEWER = new Person("amendments-1", "amendments@operator.lv", "Edgars", Set.of());

    @BeforeAll
    static void people() throws SQLException {
        PlanSchool.open();
        sql("""
                insert into nation.tenant (id, slug, schema_name, name, kind, locale, state, file_digest) values
                 (gen_random_uuid(), 'alfa', 't_alfa', 'Alfas novads', 'MUNICIPALITY', 'lv', 'ACTIVE', '-')
                 on conflict do nothing;
                insert into nation.operator (id, email, name, role, valid_from) values
                 (gen_random_uuid(), 'amendments@operator.lv', 'E', 'OPERATOR_REVIEWER', '2020-01-01')""");
    }

    @AfterAll
    static void forget() throws SQLException {
        PlanSchool.forget();
        sql("delete from nation.operator where email = 'amendments@operator.lv'");
    }

    @Test
    void an_amendment_goes_the_way_of_the_plan_shows_what_changes_and_leaves_the_edition_before() throws Exception {
        String plan = amended("12");
        assertThat(get(plan, AUTHOR, JSON).body()).contains("\"state\":\"AMENDMENT_PENDING\"", "\"stage\":\"WRITTEN\"",
                "\"acts\":[\"EDIT\",\"SUBMIT\",\"EVALUATE\",\"DISCARD\",\"ATTACH\"]", "\"planned\":10");
        done(act(plan, "submission", COLLEAGUE, "{}"));
        assertThat(get("/t/alfa/plans/queue?plan=" + plan.substring(14), DIRECTOR, PAGE).body()).contains(
                "Grozījumi (2. redakcija)", "Matemātika · 10 ·", "Matemātika · 12 ·", "data-key=\"a\"");
        assertThat(get(plan, DIRECTOR, PAGE).body()).contains("Matemātika · 12 ·", "Īstenošanā, tiek grozīts");
        assertThat(act(plan, "decision", AUTHOR, "{\"ruling\":\"APPROVE\"}").statusCode()).isEqualTo(403);
        done(act(plan, "decision", DIRECTOR, "{\"ruling\":\"APPROVE\"}"));
        done(act(plan, "decision", MUNICIPALITY, "{\"ruling\":\"RETURN\",\"remark\":\"Kāpēc vairāk?\"}"));
        assertThat(get(plan, AUTHOR, PAGE).body()).contains("Kāpēc vairāk?", "Labot grozījumus");
        done(act(plan, "submission", AUTHOR, "{}"));
        done(act(plan, "decision", DIRECTOR, "{\"ruling\":\"APPROVE\"}"));
        done(act(plan, "decision", MUNICIPALITY, "{\"ruling\":\"REJECT\",\"remark\":\"Nav budžeta\"}"));
        assertThat(get(plan, AUTHOR, JSON).body()).contains("\"state\":\"ACTIVE\"", "\"planned\":10")
            .doesNotContain("\"amendment\"");
        assertThat(get(plan + "/editions/1", AUTHOR, PAGE).body()).contains("Matemātika", "pašlaik");
        assertThat(get(plan + "/editions/2", AUTHOR, PAGE).statusCode()).isEqualTo(404);
    }

    @Test
    void the_paper_prints_what_an_amendment_would_change_and_what_it_changed() throws Exception {
        String plan = amended("12");
        assertThat(printed(plan)).contains("Grozījumi, kas vēl nav spēkā (Sagatavošanā)", "Matemātika · 10",
                "Matemātika · 12");
        done(act(plan, "submission", AUTHOR, "{}"));
        done(act(plan, "decision", DIRECTOR, "{\"ruling\":\"APPROVE\"}"));
        done(act(plan, "decision", MUNICIPALITY, "{\"ruling\":\"APPROVE\"}"));
        assertThat(printed(plan)).contains("Grozījumi, kas vēl nav spēkā (Saskaņošanā)");
        assertThat(post("/operator/reviews/alfa/" + plan.substring(14), REVIEWER, FORM, "", PAGE).statusCode())
            .isEqualTo(303);
        done(act(plan, "decision", REVIEWER, "{\"ruling\":\"APPROVE\"}"));
        assertThat(printed(plan)).contains("Kas mainīts ar 2. redakciju, spēkā no", "Matemātika · 10",
                "Matemātika · 12")
            .doesNotContain("kas vēl nav spēkā");
    }

    private static String printed(String plan) throws Exception {
        HttpResponse<byte[]> paper = HttpClient.newHttpClient()
            .send(to(plan + "/pdf", AUTHOR).setHeader("Accept", "application/pdf").build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        assertThat(paper.statusCode()).isEqualTo(200);
        try (PDDocument document = Loader.loadPDF(paper.body())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void an_amendment_is_given_up_and_one_that_changes_nothing_is_not_handed_in() throws Exception {
        String plan = submitted();
        activated(plan);
        String form = "version=" + tag(plan, AUTHOR).replace("\"", "");
        HttpResponse<String> begun = post(plan + "/amendment", AUTHOR, FORM, form, PAGE);
        assertThat(begun.statusCode()).isEqualTo(303);
        assertThat(begun.headers().firstValue("Location").orElseThrow()).endsWith(plan + "/draft");
        assertThat(get(plan + "/draft", AUTHOR, PAGE).body()).contains("Plāna grozījumi")
            .doesNotContain("id=\"appliedOn\"");
        assertThat(act(plan, "submission", AUTHOR, "{}").body()).contains("plan-nothing-amended");
        assertThat(act(plan, "amendment", COLLEAGUE, "{}").body()).contains("plan-wrong-state");
        done(act(plan, "amendment/end", AUTHOR, "{}"));
        assertThat(get(plan, AUTHOR, JSON).body()).contains("\"state\":\"ACTIVE\"");
        assertThat(act(plan, "amendment", DIRECTOR, "{}").statusCode()).isEqualTo(303);
    }

    @Test
    void a_decision_in_the_queue_leads_to_what_waits_next() throws Exception {
        String plan = submitted();
        String other = submitted();
        String queue = get("/t/alfa/plans/queue?plan=" + plan.substring(14), DIRECTOR, PAGE).body();
        assertThat(queue).contains("action=\"" + plan + "/decision\"");
        String then = first("name=\"then\" value=\"([^\"]+)\"", queue);
        String form = "version=" + tag(plan, DIRECTOR).replace("\"", "") + "&ruling=APPROVE&remark=&then=";
        HttpResponse<String> decided = post(plan + "/decision", DIRECTOR, FORM, form + then, PAGE);
        assertThat(decided.statusCode()).isEqualTo(303);
        assertThat(decided.headers().firstValue("Location").orElseThrow()).endsWith("/t/alfa/plans/queue?plan=" + then);
        String again = "version=" + tag(other, DIRECTOR).replace("\"", "") + "&ruling=APPROVE&remark=&then=";
        assertThat(post(other + "/decision", DIRECTOR, FORM, again + encoded("//elsewhere"), PAGE).statusCode())
            .isEqualTo(400);
        assertThat(post(other + "/decision", DIRECTOR, FORM, again + "queue", PAGE).headers()
            .firstValue("Location")
            .orElseThrow()).endsWith("/t/alfa/plans/queue");
    }

    @Test
    void a_plan_rests_with_a_reason_from_a_day_that_has_come_and_goes_on() throws Exception {
        String plan = submitted();
        activated(plan);
        String version = "version=" + tag(plan, COORDINATOR).replace("\"", "");
        assertThat(get(plan + "/suspension", COORDINATOR, PAGE).body()).contains("name=\"on\"", "name=\"reason\"");
        HttpResponse<String> ahead = post(plan + "/suspension", COORDINATOR, FORM,
                version + "&reason=x&on=" + PlanSchool.TODAY.plusDays(1), PAGE);
        assertThat(ahead.statusCode()).as(ahead.body()).isEqualTo(422);
        assertThat(ahead.body()).contains("Diena nevar būt nākotnē", "is-invalid");
        assertThat(post(plan + "/suspension", COORDINATOR, FORM, version + "&reason=" + encoded("Ārkārtējā situācija")
                + "&on=" + PlanSchool.TODAY, PAGE)
            .statusCode()).isEqualTo(303);
        assertThat(get(plan, AUTHOR, PAGE).body()).contains("Apturēts", "Ārkārtējā situācija")
            .doesNotContain("Grozīt plānu");
        assertThat(act(plan, "amendment", AUTHOR, "{}").body()).contains("plan-wrong-state");
        assertThat(get("/t/alfa/plans?state=SUSPENDED&size=100", AUTHOR, JSON).body()).contains(plan.substring(14));
        done(act(plan, "resumption", COORDINATOR, "{}"));
        assertThat(get(plan, AUTHOR, JSON).body()).contains("\"state\":\"ACTIVE\"", "\"rests\":[{");
    }

    /** Active, with an amendment that plans another quantity. */
    private static String amended(String quantity) throws Exception {
        String plan = submitted();
        activated(plan);
        done(act(plan, "amendment", AUTHOR, "{}"));
        String draft = get(plan + "/draft", AUTHOR, JSON).body();
        String measure = first("measures\\.0\\.id\":\\[\"([0-9a-f-]{36})", draft);
        HttpResponse<String> written = send(to(plan + "/draft", AUTHOR).header("Content-Type", JSON)
            .header("If-Match", tag(plan, AUTHOR))
            .PUT(HttpRequest.BodyPublishers.ofString("""
                    {"strengths":"Labi zīmē","voice":"Gribu saprast",
                     "risks":[{"risk":"STUDY_CONTENT_DIFFICULTY","severity":"HIGH","note":"Vidējais 3,8"}],
                     "measures":[{"id":"%s","kind":"CONS_SUBJECT_TEACHER","provider":"%s","subject":"Matemātika",
                       "quantity":%s,"startsOn":"%s","endsOn":"%s","risks":["STUDY_CONTENT_DIFFICULTY"]}]}"""
                .formatted(measure, PlanSchool.IDS + "18", quantity, first("\"first\":\"([0-9-]+)\"", draft),
                        first("\"last\":\"([0-9-]+)\"", draft)))));
        assertThat(written.statusCode()).as(written.body()).isEqualTo(204);
        return plan;
    }
}
