package lv.pumpurs.keycloak.login;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;

/**
 * A login under way: what must be known when the browser comes back from the identity provider.
 *
 * @param state ties the answer to this browser
 * @param nonce ties the identity token to this login
 * @param verifier ties the code to this login
 * @param back where the person wanted to go
 */
record Attempt(State state, Nonce nonce, CodeVerifier verifier, Back back) {

    static Attempt to(Back back) {
        return new Attempt(new State(), new Nonce(), new CodeVerifier(), back);
    }
}
