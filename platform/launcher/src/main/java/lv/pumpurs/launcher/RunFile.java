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
import lv.pumpurs.launcher.demo.DemoAccount;
import lv.pumpurs.spi.Role;

/**
 * What runs where, for scripts and browser tests. It says how to sign in, so only its owner
 * may read it; it is gone when nothing runs.
 */
final class RunFile {

    /** The client by which scripts get a token with a demo user's password. */
    record DemoClient(String id, String tokenUrl) {}

    private final Path file;

    RunFile(Path file) {
        this.file = file;
    }

    void write(StackUrls urls, Ports ports, Map<Part, Long> pids, DemoClient client, String password,
            List<DemoAccount> users) {
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
                        .add("tokenUrl", client.tokenUrl()))
            .add("password", password)
            .add("users", users(users));
        try {
            Secrets.writePrivately(file, pretty(whole));
        } catch (IOException e) {
            throw new LaunchFailure("The run file cannot be written: " + file + ".", e);
        }
    }

    private static JsonArrayBuilder users(List<DemoAccount> users) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (DemoAccount user : users) {
            all.add(Json.createObjectBuilder()
                .add("email", user.email())
                .add("name", user.givenName() + " " + user.familyName())
                .add("roles", Json.createArrayBuilder(user.roles().stream().map(Role::name).toList()))
                .add("tenants", Json.createArrayBuilder(user.tenants())));
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
