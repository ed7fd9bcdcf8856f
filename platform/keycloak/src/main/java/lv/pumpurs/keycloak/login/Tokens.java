package lv.pumpurs.keycloak.login;

/**
 * What the identity provider hands out for a login.
 *
 * @param access access token
 * @param refresh refresh token
 * @param identity identity token; proves to the provider at sign-out whose login ends
 * @param renewableSeconds how long the refresh token is good
 */
record Tokens(String access, String refresh, String identity, int renewableSeconds) {

    /** What decides whether they fit into cookies. */
    int longest() {
        return Math.max(access.length(), Math.max(refresh.length(), identity.length()));
    }

    /** {@inheritDoc} Without the tokens. */
    @Override
    public String toString() {
        return "Tokens[renewable for " + renewableSeconds + " s]";
    }
}
