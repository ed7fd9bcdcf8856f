package lv.pumpurs.server.walk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import lv.pumpurs.server.PluginsOn;
import lv.pumpurs.server.ServersOfTheTests;
import lv.pumpurs.server.walk.Step.Body;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is typed, sent or asked is answered with a page or a problem, and never with a failure of ours. */
@ExtendWith(ArquillianExtension.class)
class HostileInputIT {

    private static Ground ground = new Ground(List.of(),
            new Steps(List.of(), new Bodies(Json.createObjectBuilder().build()),
                    new OpenWays(""), List.of()),
            new OpenWays(""));

    private final Map<String, String> failures = new TreeMap<>();

    @Deployment(testable = false)
    static WebArchive war() {
        return ServersOfTheTests.war();
    }

    @AfterAll
    static void plugins_are_on_again() throws Exception {
        PluginsOn.everywhere();
    }

    @BeforeAll
    static void plant_and_read_the_routes() throws Exception {
        ground = Ground.planted();
        PlantingSql.renewStays();
    }

    @Test
    void no_body_of_any_route_makes_the_server_fail() {
        int tried = 0;
        for (Way way : ground.ways()) {
            Optional<Actor> actor = allowed(way);
            if (way.isSafe() || way.requires() == null || actor.isEmpty() || way.takesFreeText()) {
                continue;
            }
            JsonObject right = right(way);
            Set<String> fields = ground.steps().bodies().fields(way);
            if (way.takes(Step.JSON)) {
                tried += send(way, actor.get(), Step.JSON, Hostile.json(right, fields));
            }
            if (way.takes(Step.FORM)) {
                tried += send(way, actor.get(), Step.FORM, Hostile.forms(right, fields));
            }
        }
        assertThat(tried).isGreaterThan(1000);
        assertThat(failures).isEmpty();
    }

    @Test
    void no_query_of_any_page_makes_the_server_fail() {
        int tried = 0;
        for (Way way : ground.ways()) {
            Optional<Actor> actor = allowed(way);
            if (!way.isSafe() || way.requires() == null || actor.isEmpty()) {
                continue;
            }
            for (String name : ground.steps().bodies().queries(way)) {
                for (String text : Hostile.TEXTS) {
                    // a longer address is refused by the server itself
                    String value = text.length() > 2000 ? text.substring(0, 2000) : text;
                    ask(way, actor.get(), ground.steps().rightPath(way, Side.ALFA) + "?" + name + "="
                            + Hostile.encoded(value));
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(200);
        assertThat(failures).isEmpty();
    }

    private int send(Way way, Actor actor, String type, List<String> bodies) {
        String path = ground.steps().rightPath(way, Side.ALFA);
        for (String body : bodies) {
            judge(way, body, Walker.send(HttpRequest.newBuilder(URI.create(Step.BASE + path))
                .header("Accept", type.equals(Step.FORM) ? Step.BROWSER : Step.JSON)
                .header("Authorization", "Bearer " + actor.token())
                .header("Origin", Step.BASE)
                .header("Content-Type", type)
                // nothing of a plan is changed: no version is right
                .header("If-Match", "\"999999\"")
                .method(way.method(), BodyPublishers.ofString(body))
                .build()));
        }
        return bodies.size();
    }

    private void ask(Way way, Actor actor, String path) {
        judge(way, path, Walker.send(HttpRequest.newBuilder(URI.create(Step.BASE + path))
            .header("Accept", way.isPageOnly() ? Step.BROWSER : Step.JSON)
            .header("Authorization", "Bearer " + actor.token())
            .build()));
    }

    private void judge(Way way, String said, HttpResponse<String> answer) {
        List<String> broken = new ArrayList<>(AnswerRules.broken(answer));
        if (answer.statusCode() >= 500) {
            broken.add("answered " + answer.statusCode());
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() >= 400 && !type.startsWith("application/problem+json")
                && !type.startsWith("text/html")) {
            broken.add("refused as " + type);
        }
        broken.forEach(fault -> failures.putIfAbsent(way + " " + fault, said.substring(0, Math.min(300, said.length()))
                + " -> " + answer.body().substring(0, Math.min(300, answer.body().length()))));
    }

    private static JsonObject right(Way way) {
        Body body = ground.steps().rightBody(way, false);
        if (body == null || !body.type().equals(Step.JSON)) {
            return Json.createObjectBuilder().build();
        }
        try (var reader = Json.createReader(new StringReader(body.text()))) {
            return reader.readObject();
        }
    }

    /** Somebody whom the route lets in, in the first tenant or outside every one. */
    private static Optional<Actor> allowed(Way way) {
        String place = Ids.namesTenant(way) ? Side.ALFA.slug() : Actor.NATION;
        return Actors.of(Side.ALFA)
            .stream()
            .filter(actor -> actor.in(place).stream().anyMatch(way.holders()::contains))
            .findFirst();
    }
}
