package lv.pumpurs.keycloak.login;

import lv.pumpurs.spi.ProblemType;

/** How signing in or out can fail; each text says what to do next. */
public enum LoginProblem implements ProblemType {

    /** The browser came back from the identity provider, but nothing is known of this login any more. */
    LOST("login-lost", 400),
    /** The code was used before or came too late. */
    CODE_SPENT("login-code-spent", 400),
    /** The person did not want to. */
    CANCELLED("login-cancelled", 403),
    /** The identity provider refuses. */
    REFUSED("login-refused", 403),
    /** The identity provider does not answer. */
    UNREACHABLE("login-unreachable", 503),
    /** Signed out here, but the identity provider does not answer, so the login goes on there. */
    HALF_OUT("logout-unreachable", 503),
    /** The login has ended and cannot be renewed. */
    OVER("login-over", 401),
    /** The person belongs to so many organisations that their token does not fit into a cookie. */
    TOO_LARGE("login-too-large", 403),
    /** A form of another site wanted to sign the person out. */
    FOREIGN_FORM("logout-foreign", 403);

    private final String code;
    private final int status;

    LoginProblem(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
