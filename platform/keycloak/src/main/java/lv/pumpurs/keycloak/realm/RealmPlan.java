package lv.pumpurs.keycloak.realm;

import java.net.URI;

/**
 * What differs between one installation's realm and another's.
 *
 * @param url public base URL of Pumpurs
 * @param webSecret secret of the browser login's client
 * @param provisionerSecret secret of the service account that keeps organisations and people
 * @param demo whether scripts may get tokens by name and password; never on a server that real people use
 */
public record RealmPlan(URI url, String webSecret, String provisionerSecret, boolean demo) {

    /** {@inheritDoc} Without the secrets. */
    @Override
    public String toString() {
        return "RealmPlan[" + url + (demo ? ", demo]" : "]");
    }
}
