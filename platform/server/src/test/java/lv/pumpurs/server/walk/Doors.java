package lv.pumpurs.server.walk;

import static lv.pumpurs.server.walk.Step.BASE;
import static lv.pumpurs.server.walk.Step.BROWSER;
import static lv.pumpurs.server.walk.Step.JSON;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import lv.pumpurs.server.walk.Step.Body;
import org.jspecify.annotations.Nullable;

/** Requests that do not say who asks, or lie about it, and what came of them otherwise than it must. */
final class Doors {

    private final Set<String> faults = new TreeSet<>();
    private final Steps steps;
    private final Side home;

    Doors(Steps steps, Side home) {
        this.steps = steps;
        this.home = home;
    }

    Set<String> faults() {
        return faults;
    }

    /** A guarded route without any token. */
    void withoutToken(Way way) {
        check(way, "no token", request(way, JSON), way.isPageOnly() ? 406 : 401, null);
        check(way, "no token, a page", request(way, BROWSER), way.isSafe() ? 303 : 401,
                way.isSafe() ? "/login?back=" : null);
    }

    /** A guarded route with a token that is no good, as a program and as a browser send it. */
    void withForgery(Way way, String name, String token) {
        String accept = way.isPageOnly() ? BROWSER : JSON;
        check(way, name, request(way, accept).header("Authorization", "Bearer " + token), 401, null);
        boolean renewable = name.equals(Forgeries.EXPIRED) && Set.of("GET", "POST").contains(way.method());
        HttpRequest.Builder program = request(way, accept).header("Cookie", "pumpurs-at=" + token);
        HttpRequest.Builder browser = request(way, BROWSER).header("Cookie", "pumpurs-at=" + token);
        if (renewable) {
            check(way, name + ", cookie", program, 307, "/login/refresh?back=");
            check(way, name + ", cookie, a page", browser, 307, "/login/refresh?back=");
        } else if (way.isSafe()) {
            check(way, name + ", cookie", program, way.isPageOnly() ? 303 : 401, null);
            check(way, name + ", cookie, a page", browser, 303, "/login?back=");
        } else {
            // without a form's token it does not even come to the question who it is
            check(way, name + ", cookie", program, Set.of(401, 403), null);
        }
    }

    /** What a script of a page sends along with the login's cookie; whether it is ours must be seen by its headers. */
    void script(Way way, Actor actor, String name, boolean ours, String... headers) {
        send(way, actor, name, ours, steps.rightBody(way, false), headers);
    }

    /** A form that is sent along with the login's cookie; whether it is ours must be seen by a field of it. */
    void form(Way way, Actor actor, String name, boolean ours, String token) {
        Body body = steps.rightBody(way, true);
        if (body != null && body.type().equals(Step.FORM)) {
            send(way, actor, name, ours, new Body(Step.FORM, body.text() + "&csrf=" + token), "Origin", BASE);
        }
    }

    private void send(Way way, Actor actor, String name, boolean ours, @Nullable Body body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(BASE + steps.rightPath(way, home)))
            .header("Accept", JSON)
            .header("Cookie", "pumpurs-at=" + actor.token())
            .headers(headers)
            .method(way.method(), publisher(body));
        if (body != null) {
            request.header("Content-Type", body.type());
        }
        HttpResponse<String> answer = Walker.send(request.build());
        boolean refused = answer.statusCode() == 403
                && (answer.body().contains("problem:foreign-form") || answer.body().contains("problem:logout-foreign"));
        if (refused == ours) {
            faults.add(way + " " + name + " was " + (refused ? "refused: " : "taken: ") + answer.statusCode());
        }
        AnswerRules.broken(answer).forEach(fault -> faults.add(way + " " + name + ": " + fault));
    }

    /** A method that the path does not serve, or serves by itself. */
    void otherMethod(Way way, String method, Actor actor, String place) {
        UUID stranger = home.other().pupil(Side.OWN).id();
        HttpResponse<String> answer = Walker.send(HttpRequest.newBuilder(
                URI.create(BASE + Ids.path(way, place, stranger)))
            .header("Accept", way.isPageOnly() ? BROWSER : JSON)
            .header("Authorization", "Bearer " + actor.token())
            .header("Origin", BASE)
            .method(method, BodyPublishers.noBody())
            .build());
        int status = answer.statusCode();
        boolean tellsMethodsOnly = method.equals("OPTIONS") && (status == 200 || status == 204);
        if (!tellsMethodsOnly && !Set.of(403, 404, 405, 406, 415).contains(status)) {
            faults.add(method + " " + way.path() + " answered " + status);
        }
        Set<String> marks = Marks.in(answer.body() + answer.headers().map());
        // the answer may repeat the path
        marks.removeAll(Marks.in(Ids.path(way, place, stranger)));
        if (!marks.isEmpty()) {
            faults.add(method + " " + way.path() + " shows " + marks);
        }
        AnswerRules.broken(answer).forEach(fault -> faults.add(method + " " + way.path() + ": " + fault));
    }

    private HttpRequest.Builder request(Way way, String accept) {
        Body body = steps.rightBody(way, false);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(BASE + steps.rightPath(way, home)))
            .header("Accept", accept)
            .method(way.method(), publisher(body));
        return body == null ? request : request.header("Content-Type", body.type());
    }

    private static HttpRequest.BodyPublisher publisher(@Nullable Body body) {
        return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.text());
    }

    private void check(Way way, String name, HttpRequest.Builder request, int status, @Nullable String leadsTo) {
        check(way, name, request, Set.of(status), leadsTo);
    }

    private void check(Way way, String name, HttpRequest.Builder request, Set<Integer> statuses,
            @Nullable String leadsTo) {
        HttpResponse<String> answer = Walker.send(request.build());
        String where = way + ", " + name;
        if (!statuses.contains(answer.statusCode())) {
            faults.add(where + " answered " + answer.statusCode() + " instead of " + statuses);
        }
        String location = answer.headers().firstValue("Location").orElse("");
        if (leadsTo != null && !location.replace(BASE, "").startsWith(leadsTo)) {
            faults.add(where + " leads to " + location);
        }
        Set<String> marks = Marks.in(answer.body() + answer.headers().map());
        marks.removeAll(Marks.in(answer.uri().toString()));
        if (!marks.isEmpty()) {
            faults.add(where + " shows " + marks);
        }
        AnswerRules.broken(answer).forEach(fault -> faults.add(where + ": " + fault));
    }
}
