package lv.pumpurs.server.walk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is walked on: both tenants planted, once, and the routes as the running application tells them.
 *
 * @param ways every route
 * @param steps all ways of an actor
 * @param open the routes that need no permission
 */
record Ground(List<Way> ways, Steps steps, OpenWays open) {

    private static @Nullable Ground known;

    static synchronized Ground planted() throws SQLException {
        Ground ground = known;
        if (ground == null) {
            PlantingSql.plant();
            ground = read(Actors.named(Side.ALFA, "operator"));
            known = ground;
        }
        return ground;
    }

    private static Ground read(Actor operator) throws SQLException {
        List<Way> ways = json(get("/operator/routes", operator)).getJsonArray("routes")
            .getValuesAs(JsonObject.class)
            .stream()
            .map(Way::of)
            .toList();
        Matcher asset = Pattern.compile("/assets/[0-9a-f]{16}/pumpurs\\.css")
            .matcher(Walker.send(HttpRequest.newBuilder(URI.create(Step.BASE)).header("Accept", Step.BROWSER).build())
                .body());
        assertThat(asset.find()).isTrue();
        OpenWays open = new OpenWays(asset.group());
        return new Ground(ways, new Steps(ways, new Bodies(json(get("/openapi", operator))), open,
                PlantingSql.semesters()), open);
    }

    private static HttpResponse<String> get(String path, Actor actor) {
        return Walker.send(HttpRequest.newBuilder(URI.create(Step.BASE + path))
            .header("Accept", Step.JSON)
            .header("Authorization", "Bearer " + actor.token())
            .build());
    }

    private static JsonObject json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
