package lv.pumpurs.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lv.pumpurs.bench.floor.FloorServlet;
import lv.pumpurs.bench.floor.Script;

/** The server as it was built, copied, with the floor as a second application beside the real one. */
final class FloorServer {

    private static final String CONFIG = """
            <?xml version="1.0" encoding="UTF-8"?>
            <server><webApplication id="floor" location="floor.war" contextRoot="/floor"/></server>
            """;

    private final Path user;
    private final Path scripts;

    FloorServer(Path workspace) {
        this.user = workspace.resolve("user");
        this.scripts = workspace.resolve("floor-scripts.json");
    }

    void make(Path liberty) throws IOException {
        Path server = user.resolve("servers/pumpurs");
        if (Files.exists(user)) {
            try (Stream<Path> old = Files.walk(user)) {
                for (Path entry : old.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(entry);
                }
            }
        }
        Path built = liberty.resolve("usr/servers/pumpurs");
        try (Stream<Path> all = Files.walk(built)) {
            for (Path entry : all.toList()) {
                Path copy = server.resolve(built.relativize(entry).toString());
                if (Files.isDirectory(entry)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(entry, copy);
                }
            }
        }
        Path classes = server.resolve("apps/floor.war/WEB-INF/classes");
        for (Class<?> type : List.of(FloorServlet.class, Script.class, Script.Step.class, Script.Turn.class)) {
            String name = type.getName().replace('.', '/') + ".class";
            Files.createDirectories(classes.resolve(name).getParent());
            try (InputStream in = Objects.requireNonNull(type.getClassLoader().getResourceAsStream(name), name)) {
                Files.copy(in, classes.resolve(name));
            }
        }
        Path overrides = Files.createDirectories(server.resolve("configDropins/overrides"));
        Files.writeString(overrides.resolve("floor.xml"), CONFIG);
    }

    void scripts(Map<String, Script> recorded) throws IOException {
        Files.writeString(scripts, Script.text(recorded));
    }

    /** What Liberty is told to run this copy. */
    Map<String, String> environment() {
        return Map.of("WLP_USER_DIR", user.toString(), "BENCH_SCRIPTS", scripts.toString());
    }
}
