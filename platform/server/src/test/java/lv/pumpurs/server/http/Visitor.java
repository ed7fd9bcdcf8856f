package lv.pumpurs.server.http;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody who asks the application over HTTP: a demo user with a token, or nobody. */
final class Visitor {

    static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<String, Token> TOKENS = new ConcurrentHashMap<>();
    /** Shorter than any access token lives. */
    private static final long FRESH_NANOS = 60_000_000_000L;

    private record Token(String text, long since) {}

    private final StackUnderTest stack = StackUnderTest.get();
    private final @Nullable String email;

    private Visitor(@Nullable String email) {
        this.email = email;
    }

    static Visitor nobody() {
        return new Visitor(null);
    }

    static Visitor of(String email) {
        return new Visitor(email);
    }

    /** The demonstration's person with a post in a tenant, for instance {@code koordinators} in {@code lubana}. */
    static Visitor of(String post, String tenant) {
        return of(post + "." + tenant + "@demo.pumpurs.test");
    }

    static Visitor operator() {
        return of("operators@demo.pumpurs.test");
    }

    String token() {
        String who = java.util.Objects.requireNonNull(email);
        return TOKENS.compute(who, (key, known) -> known == null || System.nanoTime() - known.since() > FRESH_NANOS
                ? new Token(newToken(key), System.nanoTime())
                : known)
            .text();
    }

    private String newToken(String who) {
        Answer answer = send(HttpRequest.newBuilder(URI.create(stack.tokenUrl()))
            .header("Content-Type", FORM)
            .POST(BodyPublishers.ofString(form(Map.of("client_id", "pumpurs-demo", "grant_type", "password",
                    "scope", "openid organization:*", "username", who, "password", stack.password())))));
        if (answer.status() != 200) {
            throw new IllegalStateException("No token for " + who + ": " + answer.body());
        }
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject().getString("access_token");
        }
    }

    Answer get(String path) {
        return send(at(path).GET());
    }

    Answer page(String path) {
        return send(at(path).setHeader("Accept", BROWSER).GET());
    }

    Answer post(String path, String type, String body) {
        return send(at(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    /** All rows of the list of learners, page after page. */
    List<JsonObject> learners(String tenant) {
        List<JsonObject> all = new ArrayList<>();
        int total;
        int page = 1;
        do {
            Answer answer = get("/t/" + tenant + "/learners?size=100&page=" + page++);
            all.addAll(answer.list("learners").getValuesAs(JsonObject.class));
            total = answer.json().getJsonObject("paging").getInt("total");
        } while (all.size() < total && page < 100);
        return all;
    }

    /** A request of this visitor; to be finished by the test. */
    HttpRequest.Builder at(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(stack.app() + path)).header("Accept", JSON);
        return email == null ? request : request.header("Authorization", "Bearer " + token());
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet()
            .stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
