package lv.pumpurs.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.pumpurs.core.identity.Person;
import lv.pumpurs.server.ServersOfTheTests;

/** People in front of the server, each with one login: pages and forms as a browser asks for them, JSON as a program. */
final class Window {

    static final String PAGE = "text/html";
    static final String JSON = "application/json";

    private static final String BASE = "http://localhost:" + System.getProperty("it.http.port");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    /** The token of a form belongs to the login that got the page. */
    private static final Map<String, String> LOGINS = new ConcurrentHashMap<>();

    private Window() {}

    static HttpResponse<String> get(String path, Person person, String type) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(BASE + path))
            .header("Cookie", "pumpurs-at=" + login(person))
            .header("Accept", type));
    }

    static HttpResponse<String> post(String path, String json, Person person) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(BASE + path))
            .header("Authorization", "Bearer " + login(person))
            .header("Content-Type", JSON)
            .header("Accept", JSON)
            .POST(BodyPublishers.ofString(json)));
    }

    static HttpResponse<String> form(String path, String typed, Person person, String token) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(BASE + path))
            .header("Cookie", "pumpurs-at=" + login(person))
            .header("Origin", BASE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", PAGE)
            .POST(BodyPublishers.ofString(typed + "&csrf=" + encoded(token))));
    }

    /** What a form of the page must send along. */
    static String token(String page) {
        Matcher token = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).as(page).isTrue();
        return token.group(1);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static String login(Person person) {
        return LOGINS.computeIfAbsent(person.subject(),
                subject -> ServersOfTheTests.issuer().tokenFor(person).sign());
    }
}
