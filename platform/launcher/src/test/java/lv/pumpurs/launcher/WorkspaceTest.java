package lv.pumpurs.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

    @TempDir
    Path folder = Path.of("set by the test engine");

    @Test
    void a_second_launcher_in_the_same_folder_is_refused() {
        try (Workspace first = Workspace.open(folder)) {
            assertThatThrownBy(() -> Workspace.open(folder)).isInstanceOf(LaunchFailure.class)
                .hasMessageStartingWith("Pumpurs already runs in this folder (" + first.root());
        }
    }

    @Test
    void a_folder_that_was_released_can_be_taken_again() {
        Workspace.open(folder).close();
        Workspace.open(folder).close();

        assertThat(folder.resolve("secrets")).isDirectory();
    }

    @Test
    void a_secret_is_made_once_and_only_its_owner_reads_it() throws Exception {
        String made;
        try (Workspace first = Workspace.open(folder)) {
            made = first.secrets().get("key");
        }
        try (Workspace second = Workspace.open(folder)) {
            assertThat(second.secrets().get("key")).isEqualTo(made).hasSizeGreaterThanOrEqualTo(32);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(second.secrets().file("key"))))
                .isEqualTo("rw-------");
        }
    }

    @Test
    void starting_over_deletes_data_and_secrets_but_no_unpacked_server() throws Exception {
        try (Workspace workspace = Workspace.open(folder)) {
            String before = workspace.secrets().get("key");
            Files.createDirectories(workspace.postgresData().resolve("base"));
            Files.createDirectories(folder.resolve("distributions/keycloak"));

            workspace.forget();

            assertThat(workspace.postgresData()).doesNotExist();
            assertThat(workspace.secrets().get("key")).isNotEqualTo(before);
            assertThat(folder.resolve("distributions/keycloak")).isDirectory();
        }
    }

    @Test
    void the_last_lines_of_a_log_hold_no_secret_and_no_stack_frame() throws Exception {
        try (Workspace workspace = Workspace.open(folder)) {
            String secret = workspace.secrets().get("key");
            Files.writeString(workspace.log(Part.KEYCLOAK), "first\n\tat a.B.c\nrefused " + secret + "\n\n");

            assertThat(new Readiness(workspace, Part.KEYCLOAK).failure("ended"))
                .hasMessage("Keycloak ended. Its log is " + workspace.log(Part.KEYCLOAK)
                        + " and ends with:\n    first\n    refused ***");
        }
    }
}
