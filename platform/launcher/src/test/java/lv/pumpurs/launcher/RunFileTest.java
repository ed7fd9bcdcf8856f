package lv.pumpurs.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import lv.pumpurs.launcher.demo.DemoAccount;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {

    @Test
    void what_runs_where_is_written_for_its_owner_only(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("run.json");
        Ports ports = new Ports(1, 2, 3, 4);

        new RunFile(file).write(StackUrls.of(ports), ports, Map.of(Part.DATABASE, 8L),
                new RunFile.DemoClient("demo", "http://localhost:2/token"), "word",
                List.of(new DemoAccount("anna@lubana.example", "Anna", "Šķēle \"A\"",
                        List.of(Role.PLAN_AUTHOR, Role.PROVIDER),
                        List.of("lubana")),
                        new DemoAccount("valsts@pumpurs.example", "Olga", "Valsts", List.of(Role.OPERATOR_ADMIN),
                                List.of())));

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
                  "demoClient": {"id": "demo", "tokenUrl": "http://localhost:2/token"},
                  "password": "word",
                  "users": [
                    {"email": "anna@lubana.example", "name": "Anna Šķēle \\"A\\"",
                     "roles": ["PLAN_AUTHOR", "PROVIDER"], "tenants": ["lubana"]},
                    {"email": "valsts@pumpurs.example", "name": "Olga Valsts",
                     "roles": ["OPERATOR_ADMIN"], "tenants": []}
                  ]
                }
                """.formatted(ProcessHandle.current().pid()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }
}
