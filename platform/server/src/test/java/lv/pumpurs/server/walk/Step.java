package lv.pumpurs.server.walk;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request of the walk, and what must come of it.
 *
 * @param actor who asks
 * @param way the route
 * @param place slug of the tenant that the path names; empty if it names none
 * @param path with its parameters filled and its query
 * @param asBrowser for a page, with the cookie where that changes nothing; else for JSON, with a bearer token
 * @param body what is sent; null for none
 * @param expected the statuses that it may have
 * @param visible what of all that was planted may be in the answer
 */
record Step(Actor actor, Way way, String place, String path, boolean asBrowser, @Nullable Body body,
        Set<Integer> expected, Set<String> visible) {

    static final String BASE = "http://localhost:" + System.getProperty("it.http.port");
    static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";

    /** Something was shown, made, or there was nothing more to say. */
    static final Set<Integer> DONE = Set.of(200, 201, 204, 303);

    /** A body with its type. */
    record Body(String type, String text) {}

    boolean isAllowed() {
        return DONE.containsAll(expected);
    }

    /** Whether it is let into the tenant that is not the actor's own, though a form may come back to be corrected. */
    boolean isAllowedAbroad() {
        return (isAllowed() || expected.contains(422)) && place.equals(actor.home().other().slug());
    }

    boolean changesSomething() {
        return isAllowed() && !way.isSafe();
    }

    /** The same step where nothing is: nobody is told that there is a route at all. */
    Step intoNothing() {
        return new Step(actor, way, place, path, asBrowser, body, Set.of(404), Set.of());
    }

    /** What the answer may repeat, because the request said it, and the reader's own name. */
    Set<String> said() {
        Set<String> said = new HashSet<>(Marks.in(path + (body == null ? "" : body.text())));
        said.addAll(Marks.in(actor.person().name()));
        return said;
    }

    HttpRequest request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(BASE + path))
            .header("Accept", asBrowser ? BROWSER : JSON)
            .method(way.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.text()));
        if (asBrowser && way.isSafe()) {
            request.header("Cookie", "pumpurs-at=" + actor.token());
        } else {
            request.header("Authorization", "Bearer " + actor.token());
        }
        if (!way.isSafe()) {
            request.header("Origin", BASE);
        }
        if (body != null) {
            request.header("Content-Type", body.type());
        }
        return request.build();
    }

    @Override
    public String toString() {
        return actor + ": " + way.method() + " " + path + (asBrowser ? " as a page" : " as JSON");
    }
}
