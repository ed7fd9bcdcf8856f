package lv.pumpurs.launcher;

/**
 * Where the stack answers.
 *
 * @param app
 *            the application
 * @param keycloak
 *            Keycloak, its console included
 * @param issuer
 *            the realm, as it stands in tokens
 * @param database
 *            the JDBC address of the application's database
 */
public record StackUrls(String app, String keycloak, String issuer, String database) {

    static StackUrls of(Ports ports) {
        String keycloak = "http://localhost:" + ports.keycloak();
        return new StackUrls("http://localhost:" + ports.app(), keycloak, keycloak + "/realms/pumpurs",
                "jdbc:postgresql://localhost:" + ports.database() + "/pumpurs");
    }

    /** Where tokens are had. */
    public String token() {
        return issuer + "/protocol/openid-connect/token";
    }
}
