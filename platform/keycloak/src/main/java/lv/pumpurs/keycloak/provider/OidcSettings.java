package lv.pumpurs.keycloak.provider;

import java.net.URI;
import java.util.Set;

/**
 * Where Pumpurs and its identity provider are, and who Pumpurs is to it.
 *
 * @param url the public base URL of Pumpurs, without a slash at its end
 * @param issuer the identity provider's issuer, exactly as it stands in tokens
 * @param clientId the client of the browser login
 * @param clientSecret its secret
 * @param audience what an access token must be meant for
 * @param clients the clients whose access tokens are taken
 */
public record OidcSettings(URI url, String issuer, String clientId, String clientSecret, String audience,
        Set<String> clients) {

    /** Keeps its own copy of the clients; a slash at the end of the URL would double those of the paths. */
    public OidcSettings {
        clients = Set.copyOf(clients);
        url = url.toString().endsWith("/") ? URI.create(url.toString().replaceFirst("/+$", "")) : url;
    }

    /**
     * Whether browsers reach Pumpurs over TLS.
     *
     * @return false on a developer's machine only
     */
    public boolean secure() {
        return "https".equals(url.getScheme());
    }

    /** {@inheritDoc} Without the secret. */
    @Override
    public String toString() {
        return "OidcSettings[" + url + ", " + issuer + ", " + clientId + "]";
    }
}
