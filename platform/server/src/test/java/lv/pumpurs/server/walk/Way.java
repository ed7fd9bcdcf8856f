package lv.pumpurs.server.walk;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Set;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * A route as the running application tells it at {@code /operator/routes}.
 *
 * @param method of HTTP
 * @param path template
 * @param consumes media types taken
 * @param produces media types answered
 * @param requires permission; null if it is open
 */
record Way(String method, String path, List<String> consumes, List<String> produces, @Nullable String requires) {

    /** What can be done in another state only than what was planted is in. */
    private static final Set<String> OUT_OF_STATE = Set.of("POST /operator/tenants/{slug}/resume",
            "GET /t/{tenant}/plans/{plan}/draft",
            "GET /t/{tenant}/plans/{plan}/decision",
            "POST /t/{tenant}/plans/learners/{learner}/proposal/answer",
            // the walk names what does not go off with it
            "POST /operator/plugins/{plugin}/tenants/{slug}/withdraw",
            "POST /t/{tenant}/plugins/{plugin}/stop",
            "POST /t/{tenant}/plugins/{plugin}/schools/{school}/disable",
            "POST /t/{tenant}/plans/{plan}/application/scans/{scan}/removal",
            "POST /t/{tenant}/consultations/orders/{order}/removal",
            "GET /t/{tenant}/consultations/sheets/{sheet}/return",
            "POST /t/{tenant}/consultations/sheets/{sheet}/return",
            "POST /t/{tenant}/subjects/{learner}/hold/end",
            "POST /t/{tenant}/roster/{import}/apply",
            "POST /t/{tenant}/roster/{import}/check",
            "POST /t/{tenant}/roster/{import}/discard",
            "GET /t/{tenant}/learners/{learner}/contacts/{contact}/change",
            "POST /t/{tenant}/learners/{learner}/contacts/{contact}/change",
            "POST /t/{tenant}/learners/{learner}/guardians/{guardianship}/end",
            "POST /t/{tenant}/learners/{learner}/guardians/{guardianship}/invitation");

    /** What would change who reaches whom, or names a catalogue: the walk says too little, so that all stays as planted. */
    private static final Set<String> REFUSED = Set.of("POST /t/{tenant}/staff", "POST /t/{tenant}/staff/{staff}/roles",
            "POST /t/{tenant}/staff/{staff}/roles/{role}/end", "POST /t/{tenant}/plans/learners/{learner}/proposal",
            "PUT /t/{tenant}/plans/learners/{learner}/proposal",
            "POST /t/{tenant}/consultations/learners/{learner}/new", "GET /t/{tenant}/consultations/sessions/new",
            "POST /t/{tenant}/consultations/sessions/new", "POST /t/{tenant}/consultations/orders/new",
            "POST /t/{tenant}/consultations/month",
            "POST /t/{tenant}/promotion", "POST /t/{tenant}/learners/{learner}/transfer",
            "POST /t/{tenant}/learners/{learner}/merge",
            "POST /t/{tenant}/learners/{learner}/messages/new",
            "POST /t/{tenant}/subjects/{learner}/anonymisation", "POST /t/{tenant}/subjects/{learner}/hold",
            "POST /t/{tenant}/learners/{learner}/code/reveal",
            "POST /t/{tenant}/learners/{learner}/code/replacement",
            "POST /t/{tenant}/learners/{learner}/guardians/adult");

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    static Way of(JsonObject json) {
        return new Way(json.getString("method"), json.getString("path"), texts(json.getJsonArray("consumes")),
                texts(json.getJsonArray("produces")), json.getString("requires", null));
    }

    private static List<String> texts(JsonArray array) {
        return array.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
    }

    boolean isSafe() {
        return SAFE.contains(method);
    }

    boolean isPageOnly() {
        return produces.equals(List.of("text/html"));
    }

    /** Whether it takes a body that no schema describes, for instance a file. */
    boolean takesFreeText() {
        return !consumes.isEmpty() && !takes("application/json") && !takes("application/x-www-form-urlencoded");
    }

    /** Whether it is refused with a conflict to whoever may, because nothing of the kind is under way. */
    boolean isOutOfState() {
        return OUT_OF_STATE.contains(toString());
    }

    /**
     * Whether it changes what it must be said to have read first: the walk says nothing, so nothing changes. To an
     * application files are only added, and one that is there does not change.
     */
    boolean needsVersion() {
        return !isSafe() && ((path.startsWith("/t/{tenant}/plans/{plan}/") && !path.contains("/application/"))
                || (path.startsWith("/t/{tenant}/plugins/") && path.endsWith("/settings"))
                || path.startsWith("/t/{tenant}/consultations/{consultation}/"));
    }

    /** Whether it is refused to whoever may, because of what the walk leaves out. */
    boolean isRefused() {
        return REFUSED.contains(toString());
    }

    boolean takes(String type) {
        return consumes.contains(type);
    }

    /** Who may use it, by the matrix of the code under test. */
    Set<Role> holders() {
        return requires == null ? Set.of() : Permissions.all().holders(requires);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
