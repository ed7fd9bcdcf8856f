package lv.pumpurs.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void without_a_word_the_usual_ports_are_taken() {
        assertThat(Ports.from(new Properties())).isEqualTo(new Ports(9080, 8180, 9180, 25432));
    }

    @Test
    void each_port_can_be_chosen() {
        Properties given = new Properties();
        given.setProperty("port.app", "1");
        given.setProperty("port.keycloak", "2");
        given.setProperty("port.keycloak-management", "3");
        given.setProperty("port.postgres", "65535");

        assertThat(Ports.from(given)).isEqualTo(new Ports(1, 2, 3, 65535));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", "9080x"})
    void what_is_no_port_is_refused_with_the_property(String text) {
        Properties given = new Properties();
        given.setProperty("port.app", text);

        assertThatThrownBy(() -> Ports.from(given)).isInstanceOf(LaunchFailure.class)
            .hasMessage("-Dport.app=" + text + " is not a port: give a number from 1 to 65535.");
    }

    @Test
    void one_port_for_two_servers_is_refused() {
        Properties given = new Properties();
        given.setProperty("port.app", "8180");

        assertThatThrownBy(() -> Ports.from(given)).isInstanceOf(LaunchFailure.class)
            .hasMessage("Port 8180 is asked for twice: by -Dport.app and by -Dport.keycloak.");
    }

    @Test
    void a_busy_port_is_named_with_its_holder_and_the_way_out() throws Exception {
        Ports free = Ports.free();
        try (ServerSocket held = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(held.getLocalPort(), free.keycloak(), free.keycloakManagement(), free.database());

            assertThatThrownBy(() -> ports.refuseBusy(port -> Optional.of("process 7 (nginx)")))
                .isInstanceOf(LaunchFailure.class)
                .hasMessage("Port " + held.getLocalPort() + " is busy, held by process 7 (nginx). "
                        + "Stop that program, or choose another port with -Dport.app=<port>.");
        }
    }

    @Test
    void free_ports_are_free() {
        Ports.free().refuseBusy(port -> Optional.empty());
    }
}
