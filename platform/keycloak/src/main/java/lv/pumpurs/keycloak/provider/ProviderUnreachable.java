package lv.pumpurs.keycloak.provider;

/** The identity provider does not answer, or not as an identity provider would. */
public final class ProviderUnreachable extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param what what was wanted of it
     * @param cause what came instead
     */
    public ProviderUnreachable(String what, Exception cause) {
        super(what + ": " + cause.getClass().getSimpleName(), cause);
    }
}
