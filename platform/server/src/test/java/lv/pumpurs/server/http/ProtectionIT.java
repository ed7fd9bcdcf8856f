package lv.pumpurs.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer forbids the browser, and whose forms are taken. */
class ProtectionIT {

    private static final Visitor COORDINATOR = Visitor.of("pasvaldiba", "lubana");
    private static final String APP = StackUnderTest.get().app();

    static Stream<Answer> everyKindOfAnswer() {
        Visitor nobody = Visitor.nobody();
        String asset = match("/assets/[0-9a-f]+/pumpurs\\.css", nobody.page("/").body());
        return Stream.of(nobody.page("/"), nobody.get("/"), nobody.page("/login"), nobody.page("/nekas"),
                nobody.get("/nekas"), nobody.get(asset), nobody.get("/t/lubana"), nobody.page("/t/lubana"),
                COORDINATOR.page("/t/lubana"),
                COORDINATOR.get("/t/lubana"), COORDINATOR.page("/t/lubana/learners"),
                COORDINATOR.get("/t/lubana/learners/x"), COORDINATOR.page("/t/rezekne"),
                COORDINATOR.get("/operator/tenants"), COORDINATOR.post("/t/lubana/learners/search", Visitor.JSON, "{"),
                COORDINATOR.post("/t/lubana/figures", Visitor.JSON, "{}"));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfAnswer")
    void every_answer_forbids_what_is_not_ours(Answer answer) {
        String policy = answer.header("Content-Security-Policy");
        assertThat(policy).contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'",
                "base-uri 'none'", "form-action 'self'")
            .doesNotContain("unsafe-inline", "unsafe-eval", "*");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("X-Powered-By") + answer.header("Server")).isEmpty();
    }

    /** These are the server's own, without a page of ours. */
    @ParameterizedTest
    @ValueSource(strings = {"/health/ready", "/health/live", "/metrics", "/openapi"})
    void what_the_server_says_about_itself_is_in_no_frame_and_runs_nothing_foreign(String path) {
        Answer answer = Visitor.send(Visitor.nobody().at(path).setHeader("Accept", "*/*"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'", "default-src 'self'")
            .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void what_shows_a_person_is_kept_by_nobody() {
        for (String path : List.of("", "/learners", "/figures", "/overview", "/learners/x", "/nekas")) {
            assertThat(COORDINATOR.page("/t/lubana" + path).header("Cache-Control")).as(path).isEqualTo("no-store");
            assertThat(COORDINATOR.get("/t/lubana" + path).header("Cache-Control")).as(path).isEqualTo("no-store");
        }
        assertThat(Visitor.operator().get("/operator/tenants").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void no_page_holds_a_script_or_a_style_of_its_own() {
        for (String path : List.of("", "/learners", "/figures", "/overview")) {
            assertThat(COORDINATOR.page("/t/lubana" + path).body()).doesNotContain("<style", " style=", " onclick=",
                    "javascript:")
                .doesNotContainPattern("<script(?![^>]*(src=|type=\"application/json\"))");
        }
    }

    @Test
    void a_form_sent_with_the_cookie_needs_the_token_of_this_login() {
        String page = Visitor.send(withCookie("/t/lubana/learners").setHeader("Accept", Visitor.BROWSER).GET()).body();
        String token = match("(?<=name=\"csrf\" value=\")[^\"]+", page);
        assertThat(search("", null).status()).isEqualTo(403);
        assertThat(search("&csrf=wrong", null).status()).isEqualTo(403);
        assertThat(search("&csrf=" + foreignToken(), null).status()).isEqualTo(403);
        assertThat(search("&csrf=" + token, null).status()).isEqualTo(200);
        assertThat(search("&csrf=" + token, APP).status()).isEqualTo(200);
    }

    @Test
    void a_form_of_another_site_is_refused_even_with_the_token() {
        String page = Visitor.send(withCookie("/t/lubana/learners").setHeader("Accept", Visitor.BROWSER).GET()).body();
        String token = match("(?<=name=\"csrf\" value=\")[^\"]+", page);
        for (String origin : List.of("https://evil.example", "null", APP + ".evil.example",
                APP.replace("http:", "https:"))) {
            Answer refused = search("&csrf=" + token, origin);
            assertThat(refused.status()).as(origin).isEqualTo(403);
            assertThat(refused.json().getString("type")).endsWith("foreign-form");
        }
    }

    @Test
    void signing_out_is_not_for_other_sites() {
        assertThat(Visitor.send(withCookie("/logout").header("Origin", "https://evil.example")
            .POST(BodyPublishers.noBody())).status()).isEqualTo(403);
    }

    @Test
    void a_cookie_of_another_shape_signs_nobody_in() {
        for (String value : List.of("x", "a.b.c", "%00", "\"quoted\"")) {
            Answer answer = Visitor.send(Visitor.nobody().at("/t/lubana").header("Cookie", "pumpurs-at=" + value));
            assertThat(answer.status()).as(value).isEqualTo(401);
        }
    }

    private static String foreignToken() {
        String page = Visitor.send(Visitor.nobody()
            .at("/t/rezekne/learners")
            .header("Cookie", "pumpurs-at=" + Visitor.of("pasvaldiba", "rezekne").token())
            .setHeader("Accept", Visitor.BROWSER)
            .GET()).body();
        return match("(?<=name=\"csrf\" value=\")[^\"]+", page);
    }

    private static Answer search(String more, @org.jspecify.annotations.Nullable String origin) {
        HttpRequest.Builder request = withCookie("/t/lubana/learners/search").header("Content-Type", Visitor.FORM);
        if (origin != null) {
            request.header("Origin", origin);
        }
        return Visitor.send(request.POST(BodyPublishers.ofString("q=berzins" + more)));
    }

    private static HttpRequest.Builder withCookie(String path) {
        return Visitor.nobody().at(path).header("Cookie", "pumpurs-at=" + COORDINATOR.token());
    }

    private static String match(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group();
    }
}
