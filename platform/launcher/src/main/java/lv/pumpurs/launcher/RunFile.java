package lv.pumpurs.launcher;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What runs where, for scripts and browser tests. It holds the demo password and the demo client's secret, so only its owner
 * may read it; it is gone when nothing runs.
 */
final class RunFile {

    /** The client by which scripts get a token with a demo user's password. */
    record DemoClient(String id, String secret, String tokenUrl) {}

    private final Path file;

    RunFile(Path file) {
        this.file = file;
    }

    void write(StackUrls urls, Ports ports, Map<Part, Long> pids, DemoClient client, String password,
            List<DemoUser> users) {
        JsonObjectBuilder portNumbers = Json.createObjectBuilder();
        ports.byProperty().forEach((property, port) -> portNumbers.add(property.substring("port.".length()), port));
        JsonObjectBuilder processes = Json.createObjectBuilder().add("launcher", ProcessHandle.current().pid());
        pids.forEach((part, pid) -> processes.add(part.name().toLowerCase(Locale.ROOT), pid));
        JsonObjectBuilder whole = Json.createObjectBuilder()
            .add("state", "ready")
            .add("urls",
                    Json.createObjectBuilder()
                        .add("app", urls.app())
                        .add("keycloak", urls.keycloak())
                        .add("issuer", urls.issuer())
                        .add("database", urls.database()))
            .add("ports", portNumbers)
            .add("pids", processes)
            .add("demoClient",
                    Json.createObjectBuilder()
                        .add("id", client.id())
                        .add("secret", client.secret())
                        .add("tokenUrl", client.tokenUrl()))
            .add("password", password)
            .add("users", users(users));
        try {
            Secrets.writePrivately(file, pretty(whole));
        } catch (IOException e) {
            throw new LaunchFailure("The run file cannot be written: " + file + ".", e);
        }
    }

    private static JsonArrayBuilder users(List<DemoUser> users) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (DemoUser user : users) {
            JsonObjectBuilder one = Json.createObjectBuilder().add("email", user.email()).add("name", user.name());
            String tenant = user.tenant();
            if (tenant == null) {
                one.addNull("tenant");
            } else {
                one.add("tenant", tenant);
            }
            all.add(one.add("roles", Json.createArrayBuilder(user.roles())));
        }
        return all;
    }

    private static String pretty(JsonObjectBuilder whole) {
        JsonWriterFactory writers = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
        StringWriter text = new StringWriter();
        try (var writer = writers.createWriter(text)) {
            writer.writeObject(whole.build());
        }
        return text.append('\n').toString();
    }
}
