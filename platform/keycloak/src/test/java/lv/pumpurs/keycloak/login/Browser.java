package lv.pumpurs.keycloak.login;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person at Keycloak's two pages of a login, without a browser; follows no redirect by itself. */
final class Browser {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    /** The JDK's cookie jar keeps secure cookies from http://localhost; real browsers do not. */
    private final Map<String, String> cookies = new HashMap<>();

    /** The parameters with which Keycloak sends the browser back to Pumpurs. */
    Map<String, String> signIn(URI authorization, String email, String password)
            throws IOException, InterruptedException {
        HttpResponse<String> name = open(authorization);
        if (name.statusCode() != 200) {
            return answer(name);
        }
        HttpResponse<String> asked = post(form(name), Map.of("username", email));
        HttpResponse<String> done = post(form(asked), Map.of("username", email, "password", password));
        if (done.statusCode() != 302) {
            throw new IllegalStateException("Keycloak stays at its page: " + done.statusCode());
        }
        return answer(done);
    }

    HttpResponse<String> open(URI page) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(page).header("Accept-Language", "lv"));
    }

    private HttpResponse<String> post(URI form, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet()
            .stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(form)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        String sent = cookies.entrySet()
            .stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
        if (!sent.isEmpty()) {
            request.header("Cookie", sent);
        }
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        response.headers()
            .allValues("Set-Cookie")
            .stream()
            .map(set -> set.split(";", 2)[0].split("=", 2))
            .forEach(cookie -> cookies.put(cookie[0], cookie[1]));
        return response;
    }

    private static URI form(HttpResponse<String> page) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new IllegalStateException("no form at " + page.statusCode() + " " + page.uri().getPath());
        }
        return URI.create(form.group(1).replace("&amp;", "&"));
    }

    static Map<String, String> answer(HttpResponse<String> redirect) {
        String location = redirect.headers()
            .firstValue("Location")
            .orElseThrow(() -> new IllegalStateException("no redirect but " + redirect.statusCode()));
        return Arrays.stream(location.substring(location.indexOf('?') + 1).split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0],
                    pair -> pair.length < 2 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
