package lv.pumpurs.server.walk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lv.pumpurs.server.walk.Step.Body;
import org.jspecify.annotations.Nullable;

/**
 * The routes that ask for no permission, each with a request and what may come of it. They are few, and each is a door:
 * a new one does not pass before it is written down here.
 */
final class OpenWays {

    private record Try(String path, @Nullable Body body, Set<Integer> expected) {}

    private final Map<String, List<Try>> tries = new TreeMap<>();

    /**
     * The doors.
     *
     * @param asset path of a file that the start page names
     */
    OpenWays(String asset) {
        put("GET /", new Try("/", null, Set.of(200, 303)));
        put("GET /assets/{fingerprint}/{name}", new Try(asset, null, Set.of(200)),
                new Try(asset.replaceAll("[0-9a-f]{16}", "0".repeat(16)), null, Set.of(404)));
        put("POST /language", new Try("/language", new Body(Step.FORM, "language=lv&back=%2F"), Set.of(303)));
        String code = "/t/alfa/consultations/confirm/" + Side.id(0xffff, 2);
        put("GET /t/{tenant}/consultations/confirm/{ticket}", new Try(code, null, Set.of(200, 404)),
                new Try(code.replace("alfa", "nekur"), null, Set.of(404)));
        put("POST /t/{tenant}/consultations/confirm/{ticket}",
                new Try(code, new Body(Step.FORM, "code=NAVKODS2&sure=on"), Set.of(422, 404)));
        put("GET /t/{tenant}/consultations/feeds/{secret}/calendar.ics",
                new Try("/t/alfa/consultations/feeds/" + "a2".repeat(16) + "/calendar.ics", null, Set.of(404)),
                new Try("/t/nekur/consultations/feeds/" + "a2".repeat(16) + "/calendar.ics", null, Set.of(404)));
        put("GET /login", new Try("/login?back=%2Ft%2Falfa", null, Set.of(303)));
        put("GET /login/callback", new Try("/login/callback?state=x&code=y", null, Set.of(303, 400)));
        put("GET /login/refresh", new Try("/login/refresh?back=%2F", null, Set.of(303)));
        put("POST /login/refresh", new Try("/login/refresh?back=%2F", null, Set.of(401)));
        put("POST /logout", new Try("/logout", null, Set.of(303)));
    }

    private void put(String way, Try... requests) {
        tries.put(way, List.of(requests));
    }

    Set<String> names() {
        return tries.keySet();
    }

    List<Step> steps(Actor actor, Way way) {
        return requests(way).stream()
            .flatMap(one -> java.util.stream.Stream.of(false, true)
                .map(asBrowser -> new Step(actor, way, "", one.path(), asBrowser, one.body(), one.expected(),
                        Set.of())))
            .toList();
    }

    private List<Try> requests(Way way) {
        List<Try> requests = tries.get(way.toString());
        if (requests == null) {
            throw new AssertionError(way + " asks for no permission. If it is meant to be open, say in "
                    + OpenWays.class.getName() + " what it is asked and what it may answer.");
        }
        return requests;
    }

    /** One request of an open route, for other tests. */
    String path(Way way) {
        return requests(way).getFirst().path();
    }

    /** Its body. */
    @Nullable
    Body body(Way way) {
        return requests(way).getFirst().body();
    }
}
