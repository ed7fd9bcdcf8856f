package lv.pumpurs.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, by somebody who is signed in: a sentence in the reader's language, never a 500. */
class WrongInputIT {

    private static final String SEARCH = "/t/lubana/learners/search";
    private static final String ENTRY = "/operator/tenants/lubana/entries";
    private static final String NOBODY = "01980000-0000-7000-8000-000000000000";

    private static Visitor coordinator() {
        return Visitor.of("pasvaldiba", "lubana");
    }

    private static Visitor provider() {
        return Visitor.of("pedagogs", "lubana");
    }

    private static String consultation() {
        return "/t/lubana/consultations/learners/" + provider().get("/t/lubana/consultations")
            .list("choices")
            .getJsonObject(0)
            .getString("learnerId") + "/new";
    }

    /** A wrong request of somebody who may use the route. */
    record Wrong(Visitor visitor, String method, String path, String type, String body) {

        @Override
        public String toString() {
            return method + " " + path + " " + type + " " + (body.length() > 40 ? body.length() + " bytes" : body);
        }
    }

    static Stream<Wrong> requests() {
        Visitor operator = Visitor.operator();
        String form = consultation();
        Stream<Wrong> bodies = Stream.of(new Wrong(coordinator(), "POST", SEARCH, Visitor.JSON, ""),
                new Wrong(operator, "POST", ENTRY, Visitor.JSON, ""),
                new Wrong(provider(), "POST", form, Visitor.JSON, ""))
            .flatMap(one -> Stream
                .of("{", "{\"q\":", "[]", "null", "17", "\"x\"", "{\"q\":{\"a\":1},\"reason\":[1],\"minutes\":{}}",
                        "{\"heldOn\":\"32.13.2026.\",\"subject\":7,\"minutes\":\"daudz\",\"reason\":false,\"q\":[]}",
                        "\u0000",
                        "x".repeat(2_000_000), "[".repeat(20_000))
                .map(body -> new Wrong(one.visitor, "POST", one.path, Visitor.JSON, body)));
        Stream<Wrong> types = Stream.of("text/csv", "application/xml", "multipart/form-data", "image/png")
            .flatMap(type -> Stream.of(new Wrong(coordinator(), "POST", SEARCH, type, "q=%FF%FE"),
                    new Wrong(provider(), "POST", form, type, "minutes=%ZZ")));
        Stream<Wrong> keys = Stream.of("x", "0", NOBODY, "'%20or%201=1--", "%3Cscript%3E", "a".repeat(3000))
            .flatMap(key -> Stream.of(new Wrong(coordinator(), "GET", "/t/lubana/learners/" + key, "", ""),
                    new Wrong(provider(), "POST", "/t/lubana/consultations/learners/" + key + "/new", Visitor.JSON,
                            "{\"heldOn\":\"2026-11-02\",\"subject\":\"x\",\"minutes\":5}"),
                    new Wrong(operator, "GET", "/operator/tenants/" + key + "/entries", "", "")));
        Stream<Wrong> methods = Stream.of("", "/overview", "/learners", "/figures", "/consultations")
            .flatMap(page -> Stream.of("PUT", "DELETE", "PATCH", "FOO")
                .map(method -> new Wrong(coordinator(), method, "/t/lubana" + page, "", "")));
        Stream<Wrong> paths = Stream.of("/t", "/t/", "/t/lubana/nekas", "/t/LUBANA", "/t/lubana/learners/a/b/c",
                "/operator", "/operator/nekas")
            .map(path -> new Wrong(coordinator(), "GET", path, "", ""));
        return Stream.of(bodies, types, keys, methods, paths).flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_wrong_request_gets_a_sentence_in_the_readers_language(Wrong wrong) {
        for (String language : List.of("lv", "en")) {
            Answer answer = send(wrong, language);
            assertThat(answer.status()).as(wrong + answer.body()).isBetween(400, 499);
            if (!answer.body().isEmpty()) {
                assertThat(answer.body()).as(wrong.toString())
                    .doesNotContain("Exception", "lv.pumpurs.", "RESTEASY", "CWW", "SRVE", "\tat ", "jakarta.");
            }
        }
        Answer latvian = send(wrong, "lv");
        if (latvian.header("Content-Type").startsWith("application/problem+json")) {
            String words = latvian.json().getString("detail");
            assertThat(words).endsWith(".").isNotEqualTo(send(wrong, "en").json().getString("detail"));
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_wrong_request_of_a_program_is_answered_as_a_problem(Wrong wrong) {
        Answer answer = send(wrong, "en");
        assertThat(answer.header("Content-Type")).as(wrong + " " + answer.status() + " " + answer.body())
            .isEqualTo("application/problem+json");
        assertThat(answer.json().getInt("status")).isEqualTo(answer.status());
    }

    /** Refused by the server before any resource is asked, and told in our words all the same. */
    @ParameterizedTest
    @CsvSource({"GET,/WEB-INF/beans.xml,'',application/json,404",
            "GET,/META-INF/persistence.xml,'',application/json,404",
            "GET,/server-answers,'',application/json,404",
            "POST,/t/lubana/learners/search,nonsense,application/json,400",
            "POST,/t/lubana/learners/search,a/b/c;;,application/json,400", "GET,/t/lubana,'',nonsense,400",
            "GET,/t/lubana,'',application/json;q=nonsense,400", "GET,/t/lubana,'','application/json;q=2,*/*',400"})
    void what_the_server_refuses_by_itself_is_told_in_our_words(String method, String path, String type, String accept,
            int status) {
        String body = type.isEmpty() ? "" : "q=x";
        var request = coordinator().at(path).setHeader("Accept", accept).header("Accept-Language", "lv");
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        Answer answer = Visitor.send(request.method(method, BodyPublishers.ofString(body)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().getString("detail")).endsWith(".");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void a_person_gets_a_page_where_the_server_refuses_by_itself() {
        Answer page = Visitor.nobody().page("/WEB-INF/beans.xml");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("Šeit nekā nav", "</html>");
    }

    /** An address that is no address the server turns away while reading it: without our sentence, but without harm. */
    @ParameterizedTest
    @CsvSource({"/t/lubana/learners/%2e%2e%2f", "/assets/../../etc/passwd"})
    void an_address_that_is_none_shows_nothing_of_the_inside(String path) {
        Answer answer = send(new Wrong(coordinator(), "GET", path, "", ""), "lv");
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("\tat ", "lv.pumpurs", "<persistence", "<beans");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private static Answer send(Wrong wrong, String language) {
        var request = wrong.visitor.at(wrong.path).header("Accept-Language", language);
        if (!wrong.type.isEmpty()) {
            request.header("Content-Type", wrong.type);
        }
        return Visitor.send(request.method(wrong.method,
                wrong.body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(wrong.body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=-1&size=100000&sort=';drop", "page=99999999999999999999", "page=x&size=0&sort=",
            "grade=99", "grade=-1", "grade=x", "school=x", "class=%3Cscript%3E", "class=%27;--", "sort=-sort",
            "page=100000&size=100", "page=1&page=2", "%FF=%FF", "=", "&&&"})
    void a_wrong_list_parameter_leaves_a_list_that_makes_sense(String query) {
        Answer list = coordinator().get("/t/lubana/learners?" + query);
        assertThat(list.status()).as(list.body()).isEqualTo(200);
        var paging = list.json().getJsonObject("paging");
        assertThat(paging.getInt("page")).isPositive();
        assertThat(paging.getInt("size")).isIn(25, 50, 100);
        assertThat(paging.getString("sort")).isIn("name", "class", "school");
        Answer page = coordinator().page("/t/lubana/learners?" + query);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<script>").contains("</html>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=x&to=y", "from=';drop", "from=2026/2027-1&to=2018/2019-2", "to=9999/0000-7", "from="})
    void a_wrong_period_leaves_an_overview_that_makes_sense(String query) {
        Answer overview = coordinator().get("/t/lubana/overview?" + query);
        assertThat(overview.status()).as(overview.body()).isEqualTo(200);
        var period = overview.json().getJsonObject("period");
        assertThat(period.getString("from")).isLessThanOrEqualTo(period.getString("to"));
    }

    @Test
    void what_was_typed_into_a_wrong_form_is_kept_and_harms_nobody() {
        Answer form = Visitor.send(provider().at(consultation())
            .setHeader("Accept", Visitor.BROWSER)
            .header("Content-Type", Visitor.FORM)
            .POST(BodyPublishers.ofString(Visitor.form(Map.of("subject", "Šķēle <script>alert(1)</script> \"&'",
                    "minutes", "481", "heldOn", "")))));
        assertThat(form.status()).isEqualTo(400);
        assertThat(form.body()).contains("Šķēle &lt;script", "481",
                "Vērtība nedrīkst pārsniegt 480.", "Šis lauks ir jāaizpilda.")
            .doesNotContain("<script>alert");
    }

    @Test
    void a_search_with_markup_finds_nobody_and_shows_it_as_text() {
        Answer found = Visitor.send(coordinator().at(SEARCH)
            .setHeader("Accept", Visitor.BROWSER)
            .header("Content-Type", Visitor.FORM)
            .POST(BodyPublishers.ofString(Visitor.form(Map.of("q", "Šķēle<script>alert(1)</script>")))));
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body()).contains("Šķēle&lt;script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void a_day_to_come_is_refused_in_the_words_of_the_plugin() {
        Answer refused = provider().post(consultation(), Visitor.JSON,
                "{\"heldOn\":\"2999-01-01\",\"startsAt\":\"10:00\",\"subject\":\"Matemātika\",\"minutes\":40}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().getString("detail")).isEqualTo(
                "Ierakstīt var tikai konsultāciju, kas jau ir notikusi. Norādiet šodienas vai agrāku datumu un laiku,"
                        + " vai ieplānojiet konsultāciju.");
    }
}
