package lv.pumpurs.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnedProcessTest {

    private static final Instant START = Instant.ofEpochMilli(1_700_000_000_000L);
    private static final String COMMAND = "java -Dpumpurs.workspace=/home/a b/.pumpurs -jar server";
    private static final OwnedProcess WRITTEN = new OwnedProcess(Part.KEYCLOAK, 42, START, "/home/a b/.pumpurs");

    @Test
    void the_same_id_start_and_mark_is_our_process() {
        assertThat(WRITTEN.is(42, START.plusMillis(900), COMMAND)).isTrue();
    }

    @Test
    void another_id_is_another_process() {
        assertThat(WRITTEN.is(43, START, COMMAND)).isFalse();
    }

    @Test
    void an_id_given_to_a_later_process_is_not_ours() {
        assertThat(WRITTEN.is(42, START.plusSeconds(3), COMMAND)).isFalse();
    }

    @Test
    void a_process_of_another_folder_is_not_ours() {
        assertThat(WRITTEN.is(42, START, COMMAND.replace("/home/a b", "/home/c"))).isFalse();
    }

    @Test
    void what_was_written_is_read_back() {
        assertThat(OwnedProcess.parse(WRITTEN.line())).contains(WRITTEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "KEYCLOAK", "KEYCLOAK\t4", "KEYCLOAK\tx\t1\t/a", "NOBODY\t1\t1\t/a"})
    void half_a_line_is_nobody(String line) {
        assertThat(OwnedProcess.parse(line)).isEmpty();
    }

    @Test
    void this_process_is_recognised_while_it_runs() {
        ProcessHandle self = ProcessHandle.current();

        assertThat(OwnedProcess.of(Part.APPLICATION, self, "java").running()).contains(self);
        assertThat(OwnedProcess.of(Part.APPLICATION, self, "/no/such/folder").running()).isEmpty();
    }
}
