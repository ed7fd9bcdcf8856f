package lv.pumpurs.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.IntFunction;

/**
 * The ports of the stack, all on the loopback address.
 *
 * @param app
 *            the application
 * @param keycloak
 *            sign-in and Keycloak's console
 * @param keycloakManagement
 *            Keycloak's health
 * @param database
 *            PostgreSQL
 */
public record Ports(int app, int keycloak, int keycloakManagement, int database) {

    static final String APP = "port.app";
    static final String KEYCLOAK = "port.keycloak";
    static final String KEYCLOAK_MANAGEMENT = "port.keycloak-management";
    static final String DATABASE = "port.postgres";

    /** The ports of a person's machine unless they say otherwise. */
    public static final Ports USUAL = new Ports(9080, 8180, 9180, 25432);

    /** The usual ports, changed by {@code port.app} and its siblings. */
    static Ports from(Properties given) {
        Ports ports = new Ports(port(given, APP, USUAL.app), port(given, KEYCLOAK, USUAL.keycloak),
                port(given, KEYCLOAK_MANAGEMENT, USUAL.keycloakManagement),
                port(given, DATABASE, USUAL.database));
        ports.refuseTwins();
        return ports;
    }

    /** Four ports that nobody holds now, for tests. */
    public static Ports free() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                ServerSocket socket = new ServerSocket();
                held.add(socket);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            }
            return new Ports(held.get(0).getLocalPort(), held.get(1).getLocalPort(), held.get(2).getLocalPort(),
                    held.get(3).getLocalPort());
        } catch (IOException e) {
            throw new LaunchFailure("No free port could be had: " + e.getMessage() + ".", e);
        } finally {
            held.forEach(Ports::release);
        }
    }

    /** Refuses to go on when a port is taken, and names who holds it if that can be known. */
    void refuseBusy(IntFunction<Optional<String>> holder) {
        byProperty().forEach((property, port) -> {
            if (isBusy(port)) {
                String who = holder.apply(port).map(name -> "held by " + name).orElse("held by another program");
                throw new LaunchFailure(
                        "Port " + port + " is busy, " + who + ". Stop that program, or choose another port with -D"
                                + property + "=<port>.");
            }
        });
    }

    Map<String, Integer> byProperty() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put(APP, app);
        all.put(KEYCLOAK, keycloak);
        all.put(KEYCLOAK_MANAGEMENT, keycloakManagement);
        all.put(DATABASE, database);
        return all;
    }

    private void refuseTwins() {
        Map<Integer, String> seen = new LinkedHashMap<>();
        byProperty().forEach((property, port) -> {
            String other = seen.putIfAbsent(port, property);
            if (other != null) {
                throw new LaunchFailure(
                        "Port " + port + " is asked for twice: by -D" + other + " and by -D" + property + ".");
            }
        });
    }

    static boolean isBusy(int port) {
        for (String address : List.of("127.0.0.1", "::1")) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            } catch (java.net.BindException e) {
                // a machine without IPv6 has no ::1: that is no program holding the port
                if (String.valueOf(e.getMessage()).contains("in use")) {
                    return true;
                }
            } catch (IOException e) {
                throw new LaunchFailure("Port " + port + " cannot be opened: " + e.getMessage() + ".", e);
            }
        }
        return false;
    }

    private static int port(Properties given, String property, int usual) {
        String text = given.getProperty(property, "").strip();
        if (text.isEmpty()) {
            return usual;
        }
        if (text.matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        }
        throw new LaunchFailure("-D" + property + "=" + text + " is not a port: give a number from 1 to 65535.");
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new LaunchFailure("A port could not be released: " + e.getMessage() + ".", e);
        }
    }
}
