package lv.pumpurs.launcher;

import java.nio.file.Path;
import java.util.Properties;

/**
 * What a stack is made of and where it keeps itself.
 *
 * @param workspace
 *            folder of the data, the logs and the secrets
 * @param distributions
 *            folder of unpacked servers, which several stacks may share one after another
 * @param keycloakArchive
 *            Keycloak's distribution, a tar.gz
 * @param liberty
 *            a Liberty with the server {@code pumpurs} in it, as the build of platform/server makes it
 * @param tenants
 *            folder of the tenants' files
 * @param ports
 *            where the servers listen
 * @param fresh
 *            whether to start over without the earlier data
 */
public record StackOptions(Path workspace, Path distributions, Path keycloakArchive, Path liberty, Path tenants,
        Ports ports,
        boolean fresh) {

    static final String WORKSPACE = "pumpurs.workspace";
    static final String DISTRIBUTIONS = "pumpurs.distributions";
    static final String KEYCLOAK = "pumpurs.keycloak.archive";
    static final String LIBERTY = "pumpurs.liberty.home";
    static final String TENANTS = "pumpurs.tenants";
    static final String FRESH = "fresh";

    /** The options given as system properties by the build. */
    static StackOptions from(Properties given) {
        Path workspace = path(given, WORKSPACE);
        Path distributions = given.containsKey(DISTRIBUTIONS)
                ? path(given, DISTRIBUTIONS)
                : workspace.resolve("distributions");
        return new StackOptions(workspace, distributions, path(given, KEYCLOAK), path(given, LIBERTY),
                path(given, TENANTS),
                Ports.from(given), flag(given, FRESH));
    }

    /** A stack for a test: free ports, a folder of its own, the rest as the build gives it to the test's JVM. */
    public static StackOptions forTest(Path workspace) {
        Properties given = System.getProperties();
        return new StackOptions(workspace, path(given, DISTRIBUTIONS), path(given, KEYCLOAK), path(given, LIBERTY),
                path(given, TENANTS), Ports.free(), false);
    }

    private static Path path(Properties given, String property) {
        String text = given.getProperty(property, "");
        if (text.isBlank()) {
            throw new LaunchFailure("The property " + property + " is missing; start with mvn -Prun.");
        }
        return Path.of(text).toAbsolutePath().normalize();
    }

    /** {@code -Dfresh} alone means yes. */
    private static boolean flag(Properties given, String property) {
        String text = given.getProperty(property, "false").strip();
        return switch (text) {
            case "", "true" -> true;
            case "false" -> false;
            default -> throw new LaunchFailure("-D" + property + "=" + text + " is neither true nor false.");
        };
    }
}
