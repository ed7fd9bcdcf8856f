package lv.pumpurs.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.pumpurs.server.ServersOfTheTests;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over HTTP, as somebody who is not signed in: no wrong input is a 500, and every answer is a sentence. */
@ExtendWith(ArquillianExtension.class)
class EdgesIT {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String BASE = "http://localhost:" + System.getProperty("it.http.port");

    private final HttpClient client = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war();
    }

    @Test
    void a_browser_gets_the_sign_in_page_in_its_own_language_and_a_program_gets_json() throws Exception {
        assertThat(send(get("/").header("Accept", BROWSER)).body()).contains("<html lang=\"lv\">", "Pieslēgties");
        assertThat(send(get("/").header("Accept", BROWSER).header("Accept-Language", "en")).body())
            .contains("<html lang=\"en\">", "Sign in");
        assertThat(send(get("/")).body()).isEqualTo("{\"signIn\":\"/login\"}");
    }

    @Test
    void a_fragment_leaves_the_layout_out() throws Exception {
        String fragment = send(get("/").header("Accept", "*/*").header("HX-Request", "true")).body();
        assertThat(fragment).contains("<h1>").doesNotContain("<html");
    }

    @ParameterizedTest
    @CsvSource({"GET,/nowhere,404", "GET,/t/nowhere/learners/not-a-uuid,401", "DELETE,/language,405",
            "GET,/assets/0000/pumpurs.css,404", "GET,/%00,400",
            "POST,/language,415", "GET,/t/alfa/learners,401", "GET,/operator/tenants,401", "PUT,/,405"})
    void a_wrong_request_is_told_so_in_the_form_it_asks_for(String method, String path, int status)
            throws Exception {
        HttpResponse<String> program = send(at(path).method(method, HttpRequest.BodyPublishers.noBody())
            .header("Accept", "application/json"));

        assertThat(program.statusCode()).as(program.body()).isEqualTo(status);
        assertThat(program.body()).doesNotContain("Exception", "RESTEASY", "lv.pumpurs", "CWWK");
        if (!path.contains("%00") && !path.contains("..")) {
            assertThat(program.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(program.body()).contains("\"status\":" + status, "\"title\":", "\"detail\":");
        }
    }

    @Test
    void a_wrong_address_is_a_page_for_a_person() throws Exception {
        HttpResponse<String> page = send(get("/nowhere").header("Accept", BROWSER));
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Šeit nekā nav", "<!DOCTYPE html>");
    }

    @Test
    void a_person_who_is_not_signed_in_is_led_to_sign_in_and_back() throws Exception {
        HttpResponse<String> led = send(get("/t/alfa/learners?grade=9&page=2").header("Accept", BROWSER));
        assertThat(led.statusCode()).isEqualTo(303);
        assertThat(led.headers().firstValue("Location").orElseThrow()).endsWith(
                "/login?back=%2Ft%2Falfa%2Flearners?grade%3D9%26page%3D2");
    }

    @Test
    void a_page_names_its_files_by_fingerprint_and_browsers_keep_them() throws Exception {
        Matcher css = Pattern.compile("/assets/[0-9a-f]{16}/pumpurs\\.css")
            .matcher(send(get("/").header("Accept", BROWSER)).body());
        assertThat(css.find()).isTrue();
        HttpResponse<String> plain = send(get(css.group()));
        HttpResponse<String> small = send(get(css.group()).header("Accept-Encoding", "gzip"));

        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(plain.headers().allValues("Cache-Control")).containsExactly("public, max-age=31536000, immutable");
        assertThat(plain.body()).contains("--accent");
        assertThat(small.headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    @Test
    void a_chosen_language_is_kept_and_leads_back_to_a_page_of_ours_only() throws Exception {
        HttpResponse<String> chosen = send(form("/language", "language=en&back=%2Ft%2Falfa%3Fx%3D1"));
        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(chosen.headers().firstValue("Location").orElseThrow()).endsWith("/t/alfa?x=1");
        assertThat(chosen.headers().firstValue("Set-Cookie").orElseThrow()).contains("pumpurs-lang=en", "SameSite=Lax");
        assertThat(send(form("/language", "language=en&back=%2F%2Fevil.lv")).headers()
            .firstValue("Location")
            .orElseThrow()).doesNotContain("evil");
        assertThat(send(get("/").header("Accept", BROWSER).header("Cookie", "pumpurs-lang=en")).body())
            .contains("<html lang=\"en\">");
    }

    @Test
    void a_form_that_is_wrong_is_told_field_by_field() throws Exception {
        HttpResponse<String> wrong = send(form("/language", "language=%C5%A0%C4%B7%C4%93le"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("\"errors\":[{\"field\":\"language\"", "Vērtība nav pareizajā veidā.");
        assertThat(send(form("/language", "language=%ZZ")).statusCode()).isEqualTo(400);
    }

    @Test
    void a_form_of_another_site_is_refused() throws Exception {
        assertThat(send(form("/language", "language=en").header("Origin", "https://evil.lv")).statusCode())
            .isEqualTo(403);
    }

    @Test
    void a_huge_body_is_refused_by_its_length_and_by_its_weight() throws Exception {
        String huge = "language=" + "x".repeat(2_000_000);
        HttpResponse<String> refused = send(form("/language", huge));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("\"status\":413");
        assertThat(send(at("/language").header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(huge.getBytes(
                    java.nio.charset.StandardCharsets.UTF_8)))))
            .statusCode())
            .isEqualTo(413);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder get(String path) {
        return at(path).GET();
    }

    private static HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(BASE + path));
    }

    private static HttpRequest.Builder form(String path, String body) {
        return at(path).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    }
}
