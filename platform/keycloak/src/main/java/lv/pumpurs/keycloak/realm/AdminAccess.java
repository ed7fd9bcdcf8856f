package lv.pumpurs.keycloak.realm;

import java.net.URI;

/**
 * A service account that may administer Keycloak.
 *
 * @param url base URL of Keycloak
 * @param realm the realm that the account belongs to
 * @param clientId its client
 * @param clientSecret the client's secret
 */
public record AdminAccess(URI url, String realm, String clientId, String clientSecret) {

    /** {@inheritDoc} Without the secret. */
    @Override
    public String toString() {
        return "AdminAccess[" + url + ", " + realm + ", " + clientId + "]";
    }
}
