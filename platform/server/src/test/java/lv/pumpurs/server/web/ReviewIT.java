package lv.pumpurs.server.web;

import static lv.pumpurs.server.web.PlanSchool.AUTHOR;
import static lv.pumpurs.server.web.PlanSchool.DIRECTOR;
import static lv.pumpurs.server.web.PlanSchool.FORM;
import static lv.pumpurs.server.web.PlanSchool.JSON;
import static lv.pumpurs.server.web.PlanSchool.MUNICIPALITY;
import static lv.pumpurs.server.web.PlanSchool.PAGE;
import static lv.pumpurs.server.web.PlanSchool.act;
import static lv.pumpurs.server.web.PlanSchool.count;
import static lv.pumpurs.server.web.PlanSchool.done;
import static lv.pumpurs.server.web.PlanSchool.first;
import static lv.pumpurs.server.web.PlanSchool.get;
import static lv.pumpurs.server.web.PlanSchool.post;
import static lv.pumpurs.server.web.PlanSchool.submitted;
import static lv.pumpurs.server.web.PlanSchool.tag;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.server.ServersOfTheTests;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The national operator's step: from the queue of all tenants into one plan, a decision, and out again. */
@ExtendWith(ArquillianExtension.class)
class ReviewIT {

    private static final Person REVIEWER = operator("edgars", "Edgars Eksperts");
    private static final Person SECOND = operator("elza", "Elza Eksperte");
    private static final Person PARTLY = operator("daila", "Daila Daļēja");
    private static final Person DISMISSED = operator("bijis", "Bruno Bijušais");
    private static final Person ADMIN = operator("admin", "Olga Operatore");
    private static final Person BOTH = new Person("reviews-abi", "reviews-abi@operator.lv", "Abi Divi",
            Set.of("alfa"));

    private static Person operator(String who, String name) {
        return new Person("reviews-" + who, "reviews-" + who + "@operator.lv", name, Set.of());
    }

    @Deployment(testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war();
    }

    @BeforeAll
    static void people() throws SQLException {
        PlanSchool.open();
        run("""
                insert into nation.tenant (id, slug, schema_name, name, kind, locale, state, file_digest) values
                 (gen_random_uuid(), 'alfa', 't_alfa', 'Alfas novads', 'MUNICIPALITY', 'lv', 'ACTIVE', '-')
                 on conflict do nothing;
                insert into nation.operator (id, email, name, role, valid_from, valid_to, tenants) values
                 (gen_random_uuid(), 'reviews-edgars@operator.lv', 'E', 'OPERATOR_REVIEWER', '2020-01-01', null, null),
                 (gen_random_uuid(), 'reviews-elza@operator.lv', 'E', 'OPERATOR_REVIEWER', '2020-01-01', null, '{alfa}'),
                 (gen_random_uuid(), 'reviews-daila@operator.lv', 'D', 'OPERATOR_REVIEWER', '2020-01-01', null, '{beta}'),
                 (gen_random_uuid(), 'reviews-bijis@operator.lv', 'B', 'OPERATOR_REVIEWER', '2020-01-01', null, null),
                 (gen_random_uuid(), 'reviews-abi@operator.lv', 'A', 'OPERATOR_REVIEWER', '2020-01-01', null, null),
                 (gen_random_uuid(), 'reviews-admin@operator.lv', 'O', 'OPERATOR_ADMIN', '2020-01-01', null, null)""");
    }

    @AfterAll
    static void forget() throws SQLException {
        PlanSchool.forget();
        run("delete from nation.operator where email like 'reviews-%'");
    }

    @Test
    void a_plan_becomes_active_by_the_decision_of_the_operator_as_pages() throws Exception {
        String plan = waiting();
        String code = code(plan);
        String queue = get("/operator/reviews?size=100", REVIEWER, PAGE).body();
        assertThat(queue).contains("Valsts operators", code, "Alfas novads", "action=\"" + door(plan) + "\"")
            .doesNotContain("Plānotais");
        assertThat(get(plan, REVIEWER, JSON).statusCode()).isEqualTo(404);

        HttpResponse<String> opened = open(plan, REVIEWER);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(303);
        assertThat(opened.headers().firstValue("Location").orElseThrow()).endsWith(plan);
        HttpResponse<String> page = get(plan, REVIEWER, PAGE);
        assertThat(page.body()).contains("Plānotais", "Plāna " + code + " izskatīšana", "Lēmums par plānu",
                "/operator/tenants/alfa/exit");
        String form = "version=" + tag(plan, REVIEWER).replace("\"", "") + "&ruling=APPROVE&remark=";
        HttpResponse<String> decided = post(plan + "/decision", REVIEWER, FORM, form, PAGE);
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(303);
        assertThat(decided.headers().firstValue("Location").orElseThrow()).endsWith("/operator/reviews");
        assertThat(get("/operator/reviews?size=100", REVIEWER, JSON).body()).doesNotContain(code);
        assertThat(get(plan, AUTHOR, PAGE).body()).contains("Edgars Eksperts", "Īstenošanā");
        assertThat(count("select count(*) from support_plan where state = 'ACTIVE' and id = '" + key(plan) + "'"))
            .isOne();
        HttpResponse<String> again = open(plan, REVIEWER);
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(again.body()).contains("Šis plāns negaida operatora lēmumu");
    }

    @Test
    void a_plan_is_returned_with_a_reason_and_comes_back() throws Exception {
        String plan = waiting();
        done(open(plan, REVIEWER));
        assertThat(act(plan, "decision", REVIEWER, "{\"ruling\":\"RETURN\",\"remark\":\" \"}").statusCode())
            .isEqualTo(422);
        done(act(plan, "decision", REVIEWER, "{\"ruling\":\"RETURN\",\"remark\":\"Precizēt apjomu\"}"));
        assertThat(get(plan, AUTHOR, PAGE).body()).contains("Precizēt apjomu", "Edgars Eksperts");
        assertThat(queued(REVIEWER)).doesNotContain(code(plan));
        done(act(plan, "submission", AUTHOR, "{}"));
        done(act(plan, "decision", DIRECTOR, "{\"ruling\":\"APPROVE\"}"));
        done(act(plan, "decision", MUNICIPALITY, "{\"ruling\":\"APPROVE\"}"));
        assertThat(queued(REVIEWER)).contains(code(plan));
    }

    @Test
    void the_family_reads_the_plan_once_it_is_approved_and_not_what_those_who_decide_write() throws Exception {
        String plan = waiting();
        PlanSchool.sql("""
                insert into guardian values ('{id}e1', 'plans-mamma@alfa.lv', 'Māra', 'Mamma');
                insert into guardianship select gen_random_uuid(), '{id}e1', learner_id, 'PARENT', date '2020-01-01', null
                 from support_plan where id = '%s'""".formatted(key(plan)));
        Person mother = new Person("plans-mamma", "plans-mamma@alfa.lv", "Māra Mamma", Set.of("alfa"));
        for (String path : Set.of("", "/pdf", "/decision", "/draft")) {
            assertThat(get(plan + path, mother, PAGE).statusCode()).as(path).isIn(403, 404);
        }
        done(open(plan, REVIEWER));
        done(act(plan, "decision", REVIEWER, "{\"ruling\":\"APPROVE\",\"remark\":\"Tikai starp mums\"}"));
        assertThat(get(plan, AUTHOR, JSON).body()).contains("Tikai starp mums");
        assertThat(get(plan, mother, JSON).body()).contains("Edgars Eksperts", "Gribu saprast")
            .doesNotContain("Tikai starp mums");
        assertThat(get(plan, mother, PAGE).body()).doesNotContain("Tikai starp mums");
    }

    @Test
    void inside_the_tenant_a_reviewer_has_the_opened_plan_and_nothing_else() throws Exception {
        String plan = waiting();
        String other = waiting();
        done(open(plan, SECOND));
        String list = get("/t/alfa/plans?size=100", SECOND, JSON).body();
        assertThat(list).contains(key(plan)).doesNotContain(key(other));
        assertThat(get(other, SECOND, JSON).statusCode()).isEqualTo(404);
        assertThat(act(other, "decision", SECOND, "{\"ruling\":\"APPROVE\"}").statusCode()).isEqualTo(404);
        assertThat(get(plan + "/pdf", SECOND, "application/pdf").statusCode()).isEqualTo(200);
        String learner = first("\"learnerId\":\"([0-9a-f-]{36})\"", get(plan, SECOND, JSON).body());
        for (String path : Set.of("", "/learners", "/learners/" + learner, "/learners/" + learner + "/contacts",
                "/consultations", "/staff", "/log", "/figures", "/permissions", "/roster")) {
            assertThat(get("/t/alfa" + path, SECOND, JSON).statusCode()).as(path).isIn(403, 404);
        }
        assertThat(act(plan, "withdrawal", SECOND, "{}").statusCode()).isEqualTo(403);
        done(open(other, SECOND));
        assertThat(get(plan, SECOND, JSON).statusCode()).isEqualTo(200);
        assertThat(get(other, SECOND, JSON).statusCode()).isEqualTo(200);
    }

    @Test
    void a_visit_is_recorded_once_a_click_and_over_with_the_exit_or_the_office() throws Exception {
        String plan = waiting();
        done(open(plan, REVIEWER));
        done(open(plan, REVIEWER));
        assertThat(count("select count(*) from operator_entry where plan_id = '" + key(plan)
                + "' and role = 'OPERATOR_REVIEWER' and person_name = 'Edgars Eksperts'"))
            .isOne();
        assertThat(count("select count(*) from nation.operator_log where act = 'ENTER' and operator_subject ="
                + " 'reviews-edgars' and reason like '%" + code(plan) + "%'"))
            .isOne();
        assertThat(get(plan, REVIEWER, JSON).statusCode()).isEqualTo(200);
        assertThat(count("select count(*) from read_log where person = (select id from operator_entry where plan_id = '"
                + key(plan) + "')"))
            .isPositive();
        HttpResponse<String> left = post("/operator/tenants/alfa/exit", REVIEWER, FORM, "", PAGE);
        assertThat(left.headers().firstValue("Location").orElseThrow()).endsWith("/operator/reviews");
        assertThat(get(plan, REVIEWER, JSON).statusCode()).isEqualTo(404);

        done(open(plan, DISMISSED));
        assertThat(get(plan, DISMISSED, JSON).statusCode()).isEqualTo(200);
        run("update nation.operator set tenants = '{beta}' where email = 'reviews-bijis@operator.lv'");
        assertThat(get(plan, DISMISSED, JSON).statusCode()).isEqualTo(404);
        run("update nation.operator set tenants = null, valid_to = '2020-02-01' where email = 'reviews-bijis@operator.lv'");
        assertThat(get(plan, DISMISSED, JSON).statusCode()).isEqualTo(404);
    }

    @Test
    void only_a_reviewer_of_this_tenant_who_does_not_work_there_opens_a_plan() throws Exception {
        String plan = waiting();
        assertThat(queued(PARTLY)).doesNotContain(code(plan));
        assertThat(open(plan, PARTLY).statusCode()).isEqualTo(404);
        assertThat(get("/operator/reviews", ADMIN, JSON).statusCode()).isEqualTo(403);
        assertThat(open(plan, ADMIN).statusCode()).isEqualTo(403);
        assertThat(open(plan, MUNICIPALITY).statusCode()).isEqualTo(403);
        HttpResponse<String> own = open(plan, BOTH);
        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(own.body()).contains("Jūs strādājat šajā pašvaldībā");
        assertThat(post("/operator/reviews/alfa/" + PlanSchool.IDS + "ff", REVIEWER, FORM, "", JSON).body())
            .contains("review-not-waiting");
        assertThat(post("/operator/reviews/beta/" + key(plan), REVIEWER, FORM, "", JSON).statusCode()).isEqualTo(404);
        assertThat(post("/operator/reviews/nekur/" + key(plan), REVIEWER, FORM, "", JSON).statusCode())
            .isEqualTo(404);
        assertThat(post("/operator/reviews/alfa/x", REVIEWER, FORM, "", PAGE).statusCode()).isEqualTo(404);
    }

    @Test
    void the_queue_is_found_narrowed_and_kept_as_a_file() throws Exception {
        String plan = waiting();
        assertThat(get("/operator/reviews?tenant=alfa&sort=-tenant&size=100", REVIEWER, PAGE).body())
            .contains(code(plan), "aria-sort=\"descending\"");
        assertThat(get("/operator/reviews?tenant=nekur", REVIEWER, PAGE).body())
            .contains("Šajā pašvaldībā neviens plāns negaida");
        assertThat(get("/operator/reviews?tenant=%27&sort=x&page=-1&size=7", REVIEWER, PAGE).statusCode())
            .isEqualTo(200);
        assertThat(get("/operator/reviews/export/csv", REVIEWER, "text/csv").body()).contains(code(plan),
                "Alfas novads");
        assertThat(get("/operator/reviews/export/csv?tenant=beta", REVIEWER, "text/csv").body())
            .doesNotContain(code(plan));
    }

    private static String waiting() throws Exception {
        String plan = submitted();
        done(act(plan, "decision", DIRECTOR, "{\"ruling\":\"APPROVE\"}"));
        done(act(plan, "decision", MUNICIPALITY, "{\"ruling\":\"APPROVE\"}"));
        return plan;
    }

    private static HttpResponse<String> open(String plan, Person who) throws Exception {
        return post(door(plan), who, FORM, "", PAGE);
    }

    private static String door(String plan) {
        return "/operator/reviews/alfa/" + key(plan);
    }

    private static String key(String plan) {
        return plan.substring(14);
    }

    private static String code(String plan) throws Exception {
        return first("\"code\":\"([A-Z]+-[^\"]+)\"", get(plan, AUTHOR, JSON).body());
    }

    private static String queued(Person who) throws Exception {
        return get("/operator/reviews?size=100", who, JSON).body();
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = TwoTenants.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
