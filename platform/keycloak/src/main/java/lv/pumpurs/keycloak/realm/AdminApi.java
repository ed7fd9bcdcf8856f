package lv.pumpurs.keycloak.realm;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak's documented admin REST API, as far as we need it. Not Keycloak's own client library: that brings another
 * RESTEasy into a server that has one, and it is slower to learn new parts of the API than the API is.
 */
final class AdminApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final AdminAccess access;
    private final HttpClient http = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(5))
        .build();
    private String token = "";
    private Instant tokenEnds = Instant.MIN;

    AdminApi(AdminAccess access) {
        this.access = access;
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Nothing if there is no such thing. */
    Optional<Map<String, Object>> find(String path) {
        try {
            return Optional.of(object(call("GET", path, null).body()));
        } catch (KeycloakFailure e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    List<Map<String, Object>> list(String path) {
        try {
            return JSONArrayUtils.parse(call("GET", path, null).body()).stream().map(AdminApi::map).toList();
        } catch (ParseException e) {
            throw new KeycloakFailure("GET " + withoutQuery(path), e);
        }
    }

    /** The key of what was created; empty if nothing that has one was. */
    String post(String path, Object body) {
        String location = call("POST", path, json(body)).headers().firstValue("Location").orElse("");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    void put(String path, Object body) {
        call("PUT", path, json(body));
    }

    void delete(String path) {
        call("DELETE", path, null);
    }

    static Map<String, Object> object(String json) {
        try {
            return JSONObjectUtils.parse(json);
        } catch (ParseException e) {
            throw new IllegalArgumentException("not a JSON object", e);
        }
    }

    /** The key under which Keycloak knows a thing that it has handed out. */
    static String id(Map<String, Object> thing) {
        return Objects.requireNonNull(thing.get("id"), "Keycloak left the id out").toString();
    }

    @SuppressWarnings("unchecked") // members of JSON objects are strings by definition
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static String json(Object body) {
        return switch (body) {
            case Map<?, ?> map -> JSONObjectUtils.toJSONString(map(map));
            case List<?> list -> JSONArrayUtils.toJSONString(list);
            default -> "\"" + body + "\"";
        };
    }

    private HttpResponse<String> call(String method, String path, @Nullable String body) {
        var request = HttpRequest.newBuilder(URI.create(access.url() + "/admin/realms" + path))
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
        return send(request, method + " " + withoutQuery(path));
    }

    private synchronized String token() {
        if (Instant.now().isAfter(tokenEnds)) {
            String form = "grant_type=client_credentials&client_id=" + encoded(access.clientId()) + "&client_secret="
                    + encoded(access.clientSecret());
            var request = HttpRequest
                .newBuilder(URI.create(
                        access.url() + "/realms/" + access.realm() + "/protocol/openid-connect/token"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
            Map<String, Object> answer = object(send(request, "a token for " + access.clientId()).body());
            token = String.valueOf(answer.get("access_token"));
            long seconds = answer.get("expires_in") instanceof Number number ? number.longValue() : 0;
            tokenEnds = Instant.now().plusSeconds(seconds - Math.min(20, seconds / 2));
        }
        return token;
    }

    private HttpResponse<String> send(HttpRequest request, String act) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new KeycloakFailure(act, response.statusCode(), reason(response.body()));
            }
            return response;
        } catch (IOException e) {
            throw new KeycloakFailure(act, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeycloakFailure(act, e);
        }
    }

    private static String reason(String body) {
        try {
            Map<String, Object> problem = JSONObjectUtils.parse(body);
            Object why = problem.getOrDefault("errorMessage", problem.get("error"));
            return why == null ? "" : why.toString();
        } catch (ParseException e) {
            return "";
        }
    }

    /** Queries hold e-mail addresses. */
    private static String withoutQuery(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }
}
