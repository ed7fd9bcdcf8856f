package lv.pumpurs.keycloak.realm;

/** Keycloak did not do what it was asked. The message names the act and Keycloak's word for why, never a person. */
public final class KeycloakFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    KeycloakFailure(String act, int status, String why) {
        super("Keycloak refuses " + act + ": " + status + " " + why);
        this.status = status;
    }

    KeycloakFailure(String act, Exception cause) {
        super("Keycloak does not answer " + act, cause);
        this.status = 0;
    }

    /** HTTP status; 0 if there was no answer. */
    int status() {
        return status;
    }
}
