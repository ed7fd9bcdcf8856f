package lv.pumpurs.server.web;

import static lv.pumpurs.server.web.PlanSchool.AUTHOR;
import static lv.pumpurs.server.web.PlanSchool.COLLEAGUE;
import static lv.pumpurs.server.web.PlanSchool.COORDINATOR;
import static lv.pumpurs.server.web.PlanSchool.DIRECTOR;
import static lv.pumpurs.server.web.PlanSchool.FOREIGN;
import static lv.pumpurs.server.web.PlanSchool.JSON;
import static lv.pumpurs.server.web.PlanSchool.MUNICIPALITY;
import static lv.pumpurs.server.web.PlanSchool.PAGE;
import static lv.pumpurs.server.web.PlanSchool.TEACHER;
import static lv.pumpurs.server.web.PlanSchool.act;
import static lv.pumpurs.server.web.PlanSchool.activated;
import static lv.pumpurs.server.web.PlanSchool.count;
import static lv.pumpurs.server.web.PlanSchool.done;
import static lv.pumpurs.server.web.PlanSchool.first;
import static lv.pumpurs.server.web.PlanSchool.get;
import static lv.pumpurs.server.web.PlanSchool.learner;
import static lv.pumpurs.server.web.PlanSchool.post;
import static lv.pumpurs.server.web.PlanSchool.send;
import static lv.pumpurs.server.web.PlanSchool.sql;
import static lv.pumpurs.server.web.PlanSchool.started;
import static lv.pumpurs.server.web.PlanSchool.write;
import static lv.pumpurs.server.web.Scanned.BOUNDARY;
import static lv.pumpurs.server.web.Scanned.LARGEST;
import static lv.pumpurs.server.web.Scanned.MARK;
import static lv.pumpurs.server.web.Scanned.PDF;
import static lv.pumpurs.server.web.Scanned.PNG;
import static lv.pumpurs.server.web.Scanned.attach;
import static lv.pumpurs.server.web.Scanned.body;
import static lv.pumpurs.server.web.Scanned.browser;
import static lv.pumpurs.server.web.Scanned.browserForm;
import static lv.pumpurs.server.web.Scanned.hundredMegapixels;
import static lv.pumpurs.server.web.Scanned.ids;
import static lv.pumpurs.server.web.Scanned.largest;
import static lv.pumpurs.server.web.Scanned.open;
import static lv.pumpurs.server.web.Scanned.path;
import static lv.pumpurs.server.web.Scanned.program;
import static lv.pumpurs.server.web.Scanned.remove;
import static lv.pumpurs.server.web.Scanned.scan;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import lv.pumpurs.core.fixture.Papers;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.server.ServersOfTheTests;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The scanned application of a plan over HTTP: sent, seen, opened and taken away. */
@ExtendWith(ArquillianExtension.class)
class ScansIT {

    private static final Person PROVIDER = new Person("plans-pedagogs", "plans-pedagogs@alfa.lv", "Pēteris Pedagogs",
            Set.of("alfa"));
    private static final Person MOTHER = new Person("plans-mate", "plans-mate@alfa.lv", "Māra Māte", Set.of("alfa"));
    private static final Person STRANGER = new Person("plans-beta", "plans-autore@alfa.lv", "Berta", Set.of("beta"));

    @Deployment(testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war();
    }

    @BeforeAll
    static void people() throws SQLException {
        PlanSchool.open();
        sql("insert into guardian values ('{id}21', 'plans-mate@alfa.lv', 'Māra', 'Māte')");
    }

    @AfterAll
    static void forget() throws SQLException {
        PlanSchool.forget();
    }

    @Test
    void the_author_attaches_in_the_browser_what_was_signed_and_those_who_decide_open_it() throws Exception {
        String plan = started(AUTHOR, learner());
        write(plan, AUTHOR);
        assertThat(get(plan, AUTHOR, PAGE).body()).contains("Iesnieguma kopija vēl nav pievienota",
                "href=\"" + plan + "/application/scans\"");
        String cookie = "pumpurs-at=" + ServersOfTheTests.issuer().tokenFor(AUTHOR).sign();
        String form = send(browser(plan + "/application/scans", cookie).GET()).body();
        assertThat(form).contains("enctype=\"multipart/form-data\"", "kopija nav pievienota", "multiple");
        String token = first("name=\"csrf\" value=\"([^\"]+)\"", form);
        assertThat(send(browserForm(plan, cookie, "x" + token, PDF)).statusCode()).isEqualTo(403);
        HttpResponse<String> sent = send(browserForm(plan, cookie, token, PDF, Papers.photograph(MARK, 6, true)));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        String seen = send(browser(path(sent), cookie).GET()).body();
        assertThat(seen).contains("1. datne (PDF, 1 kB)", "2. datne (JPEG attēls", "Aija Autore", "/removal\"");
        assertThat(get(plan, AUTHOR, PAGE).body()).doesNotContain("Iesnieguma kopija vēl nav pievienota");
        assertThat(get(plan + "/draft", AUTHOR, PAGE).body()).contains("pievienotas 2 datnes");
        done(act(plan, "submission", AUTHOR, "{}"));
        String queue = get("/t/alfa/plans/queue?plan=" + plan.substring(14), DIRECTOR, PAGE).body();
        assertThat(queue).contains("pievienotas 2 datnes", "href=\"" + plan + "/application/scans/" + scan(plan, 1));

        HttpResponse<byte[]> paper = open(plan, scan(plan, 1), DIRECTOR);
        assertThat(paper.statusCode()).isEqualTo(200);
        assertThat(paper.body()).isEqualTo(PDF);
        assertThat(paper.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(paper.headers().firstValue("Content-Disposition"))
            .hasValue("attachment; filename=\"iesniegums-1.pdf\"");
        assertThat(paper.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(paper.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(paper.headers().allValues("Content-Security-Policy")).singleElement()
            .satisfies(policy -> assertThat(policy).startsWith("default-src 'none'").endsWith("; sandbox"));
        HttpResponse<byte[]> photograph = open(plan, scan(plan, 2), DIRECTOR);
        assertThat(photograph.headers().firstValue("Content-Disposition"))
            .hasValue("inline; filename=\"iesniegums-2.jpg\"");
        assertThat(photograph.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(new String(photograph.body(), StandardCharsets.ISO_8859_1)).startsWith("\u00ff\u00d8")
            .doesNotContain(MARK);
    }

    @Test
    void it_is_opened_by_those_who_need_it_and_written_down_and_by_nobody_else() throws Exception {
        String learner = learner();
        String plan = started(AUTHOR, learner);
        write(plan, AUTHOR);
        sql("insert into guardianship values ('%1$s', '{id}21', '%1$s', 'PARENT', '2020-01-01', null)"
            .formatted(learner));
        assertThat(attach(plan, AUTHOR, PDF).statusCode()).isEqualTo(201);
        String scan = scan(plan, 1);
        assertThat(open(plan, scan, MOTHER).statusCode()).as("no draft is shown to a family").isEqualTo(404);
        activated(plan);
        long before = count("select coalesce(max(id), 0) from read_log");
        for (Person reader : List.of(AUTHOR, COLLEAGUE, DIRECTOR, COORDINATOR, MUNICIPALITY, MOTHER)) {
            assertThat(open(plan, scan, reader).body()).as(reader.name()).isEqualTo(PDF);
            assertThat(get(plan + "/application/scans", reader, JSON).body()).contains("\"mayOpen\":true");
        }
        assertThat(count("select count(*) from read_log where id > %d and permission = 'application:read'"
            .formatted(before) + " and learner_id = '" + learner + "'")).isEqualTo(12);
        for (Person other : List.of(TEACHER, PROVIDER)) {
            assertThat(open(plan, scan, other).statusCode()).as(other.name()).isEqualTo(403);
            assertThat(get(plan + "/application/scans", other, JSON).statusCode()).isEqualTo(403);
        }
        for (Person other : List.of(FOREIGN, STRANGER)) {
            assertThat(open(plan, scan, other).statusCode()).as(other.name()).isEqualTo(404);
            assertThat(get(plan + "/application/scans", other, JSON).statusCode()).isEqualTo(404);
            assertThat(attach(plan, other, PNG).statusCode()).isEqualTo(404);
        }
        // that it is there is seen by whoever reads all of the plan, who opens it not
        assertThat(get(plan, TEACHER, JSON).body()).contains("\"mayOpen\":false");
        assertThat(get(plan, TEACHER, PAGE).body()).contains("1. datne (PDF")
            .doesNotContain("/application/scans");
        assertThat(get(plan, PROVIDER, JSON).body()).doesNotContain("scans");
        for (Person other : List.of(DIRECTOR, MUNICIPALITY, MOTHER, TEACHER, PROVIDER)) {
            int expected = other.equals(DIRECTOR) ? 201 : 403;
            assertThat(attach(plan, other, PNG).statusCode()).as(other.name()).isEqualTo(expected);
        }
        String elsewhere = started(AUTHOR, learner());
        assertThat(open(elsewhere, scan, AUTHOR).statusCode()).isEqualTo(404);
        assertThat(open(plan, "nav-atslega", AUTHOR).statusCode()).isEqualTo(404);
    }

    @Test
    void a_paper_that_comes_later_is_added_until_the_plan_ends_and_taken_away_only_before_it_is_handed_in()
            throws Exception {
        String plan = started(AUTHOR, learner());
        write(plan, AUTHOR);
        attach(plan, AUTHOR, PDF);
        String draft = scan(plan, 1);
        assertThat(remove(plan, draft, DIRECTOR).statusCode()).as("director and author").isEqualTo(303);
        assertThat(remove(plan, draft, AUTHOR).statusCode()).isEqualTo(404);
        assertThat(open(plan, draft, AUTHOR).statusCode()).isEqualTo(404);
        String tag = PlanSchool.tag(plan, AUTHOR);
        attach(plan, COORDINATOR, PNG);
        assertThat(PlanSchool.tag(plan, AUTHOR)).as("what is typed meanwhile is not out of date").isEqualTo(tag);
        String kept = scan(plan, 1);
        done(act(plan, "submission", AUTHOR, "{}"));
        assertThat(remove(plan, kept, AUTHOR).statusCode()).isEqualTo(409);
        assertThat(attach(plan, AUTHOR, Papers.picture("png", 2, 2)).statusCode()).isEqualTo(201);
        activated(plan);
        assertThat(remove(plan, kept, COORDINATOR).statusCode()).isEqualTo(409);
        assertThat(attach(plan, COORDINATOR, Papers.picture("png", 3, 3)).statusCode()).isEqualTo(201);
        assertThat(get(plan + "/application/scans", COORDINATOR, PAGE).body()).contains("Pievienot kopiju")
            .doesNotContain("/removal");
        done(act(plan, "termination", COORDINATOR, "{\"reason\":\"Pārcēlās\"}"));
        HttpResponse<String> late = attach(plan, AUTHOR, Papers.picture("png", 4, 4));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("plan-wrong-state");
        assertThat(get(plan + "/application/scans", AUTHOR, PAGE).body()).doesNotContain("Pievienot kopiju");
        assertThat(open(plan, kept, AUTHOR).body()).isEqualTo(PNG);
        assertThat(ids(plan)).hasSize(3);
    }

    @Test
    void what_is_sent_twice_is_there_once_and_of_many_files_all_or_none() throws Exception {
        String plan = started(AUTHOR, learner());
        HttpResponse<String> once = attach(plan, AUTHOR, PDF, PNG);
        HttpResponse<String> twice = attach(plan, AUTHOR, PDF, PNG);
        assertThat(once.statusCode() + " " + path(once)).isEqualTo("201 " + plan + "/application/scans")
            .isEqualTo(twice.statusCode() + " " + path(twice));
        assertThat(ids(plan)).hasSize(2);
        HttpResponse<String> half = attach(plan, AUTHOR, Papers.picture("png", 5, 5), new byte[]{1});
        assertThat(half.statusCode()).isEqualTo(422);
        assertThat(half.body()).contains("scan-wrong-type");
        byte[][] nine = IntStream.range(10, 19).mapToObj(i -> Papers.picture("png", i, i)).toArray(byte[][]::new);
        HttpResponse<String> tooMany = attach(plan, AUTHOR, nine);
        assertThat(tooMany.statusCode()).isEqualTo(422);
        assertThat(tooMany.body()).contains("scan-too-many", "ne vairāk kā 10 datnes");
        assertThat(ids(plan)).hasSize(2);
        assertThat(attach(plan, AUTHOR, Arrays.copyOf(nine, 8)).statusCode()).isEqualTo(201);
        assertThat(get(plan + "/application/scans", AUTHOR, PAGE).body()).contains("jau ir pievienotas 10 datnes");
    }

    @Test
    void whatever_is_sent_is_taken_or_answered_with_a_sentence_in_both_languages() throws Exception {
        String plan = started(AUTHOR, learner());
        byte[] large = new byte[LARGEST + 1];
        Map<String, byte[]> wrong = Map.of("scan-too-large", large, "scan-empty", new byte[0], "scan-wrong-type",
                "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), "scan-broken",
                Arrays.copyOf(PDF, PDF.length / 2), "scan-protected", Papers.locked("secret"),
                "scan-too-many-points", hundredMegapixels());
        for (var one : wrong.entrySet()) {
            HttpResponse<String> latvian = attach(plan, AUTHOR, one.getValue());
            assertThat(latvian.statusCode()).as(latvian.body()).isIn(413, 422);
            assertThat(latvian.body()).contains(one.getKey(), "\"detail\":\"Nekas nav saglabāts.");
            HttpResponse<String> english = send(program(plan, AUTHOR, one.getValue()).header("Accept-Language", "en"));
            assertThat(english.body()).contains(one.getKey(), "\"detail\":\"Nothing has been saved.");
        }
        Random random = new Random(7);
        for (byte[] whole : List.of(PDF, PNG, Papers.photograph(MARK, 3, false))) {
            for (int i = 0; i < 20; i++) {
                byte[] damaged = whole.clone();
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                assertThat(attach(plan, AUTHOR, damaged).statusCode()).isIn(201, 422);
            }
        }
        byte[] form = Papers.form(BOUNDARY, Map.of("csrf", "x"), PDF);
        for (int length = 0; length < form.length - BOUNDARY.length() - 6; length += 37) {
            HttpResponse<String> cut = send(body(plan, AUTHOR, Arrays.copyOf(form, length)));
            assertThat(cut.statusCode()).as(length + cut.body()).isEqualTo(400);
            assertThat(cut.body()).contains("scan-no-file");
        }
        assertThat(post(plan + "/application/scans", AUTHOR, JSON, "{}", JSON).statusCode()).isEqualTo(415);
    }

    @Test
    void a_file_as_large_as_the_limit_is_taken_and_comes_back_whole() throws Exception {
        String plan = started(AUTHOR, learner());
        byte[] large = largest();
        assertThat(large).hasSize(LARGEST);
        assertThat(attach(plan, AUTHOR, large).statusCode()).isEqualTo(201);
        assertThat(open(plan, scan(plan, 1), AUTHOR).body()).isEqualTo(large);
    }

    @Test
    void nothing_of_a_paper_is_in_the_servers_log_or_left_in_a_folder() throws Exception {
        String plan = started(AUTHOR, learner());
        attach(plan, AUTHOR, PDF, Papers.photograph(MARK, 3, false));
        attach(plan, AUTHOR, Arrays.copyOf(PDF, PDF.length - 9));
        open(plan, scan(plan, 1), AUTHOR);
        try (var files = Files.walk(Path.of(System.getProperty("wlp.home"), "usr/servers/it"))) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).noneMatch(file -> file.toString().endsWith(".list"));
            List<Path> logs = all.stream().filter(file -> file.toString().contains("/logs/")).toList();
            assertThat(logs).isNotEmpty();
            for (Path log : logs) {
                assertThat(Files.readString(log, StandardCharsets.ISO_8859_1)).doesNotContain(MARK);
            }
        }
    }
}
