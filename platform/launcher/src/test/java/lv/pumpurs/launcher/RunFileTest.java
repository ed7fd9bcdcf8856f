package lv.pumpurs.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {

    @Test
    void what_runs_where_is_written_for_its_owner_only(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("run.json");
        Ports ports = new Ports(1, 2, 3, 4);

        new RunFile(file).write(StackUrls.of(ports), ports, Map.of(Part.DATABASE, 8L),
                new RunFile.DemoClient("demo", "s\"ecret", "http://localhost:2/token"), "word",
                List.of(new DemoUser("anna@lubana.example", "Anna Šķēle", "lubana", List.of("AUTHOR", "PROVIDER")),
                        new DemoUser("valsts@pumpurs.example", "Valsts", null, List.of("OPERATOR_ADMIN"))));

        assertThat(Files.readString(file)).isEqualToIgnoringWhitespace("""
                {
                  "state": "ready",
                  "urls": {
                    "app": "http://localhost:1",
                    "keycloak": "http://localhost:2",
                    "issuer": "http://localhost:2/realms/pumpurs",
                    "database": "jdbc:postgresql://localhost:4/pumpurs"
                  },
                  "ports": {"app": 1, "keycloak": 2, "keycloak-management": 3, "postgres": 4},
                  "pids": {"launcher": %d, "database": 8},
                  "demoClient": {"id": "demo", "secret": "s\\"ecret", "tokenUrl": "http://localhost:2/token"},
                  "password": "word",
                  "users": [
                    {"email": "anna@lubana.example", "name": "Anna Šķēle", "tenant": "lubana",
                     "roles": ["AUTHOR", "PROVIDER"]},
                    {"email": "valsts@pumpurs.example", "name": "Valsts", "tenant": null, "roles": ["OPERATOR_ADMIN"]}
                  ]
                }
                """.formatted(ProcessHandle.current().pid()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }
}
