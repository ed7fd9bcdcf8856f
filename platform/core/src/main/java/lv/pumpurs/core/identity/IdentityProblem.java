package lv.pumpurs.core.identity;

import lv.pumpurs.core.registry.Openness;
import lv.pumpurs.spi.ProblemType;

/** Why the gate turns a caller away. */
public enum IdentityProblem implements ProblemType {
    /** No token, or one that is expired, foreign or altered. */
    SIGN_IN_NEEDED("sign-in-needed", 401),
    /** No such tenant, or one that the caller does not belong to: both look the same from outside. */
    TENANT_UNKNOWN("tenant-unknown", 404),
    /** The tenant exists but is not open for work now. */
    TENANT_NOT_OPEN("tenant-not-open", 403),
    /** The tenant's data are older than the server, and will be brought up to date. */
    TENANT_BEING_UPGRADED("tenant-being-upgraded", 503),
    /** The tenant's data could not be brought up to date; the operator sees why. */
    TENANT_UPGRADE_FAILED("tenant-upgrade-failed", 503),
    /** The caller's roles do not hold the permission. */
    NOT_PERMITTED("not-permitted", 403),
    /** An operator's reason for entering a tenant is missing or too short to mean anything. */
    REASON_NEEDED("reason-needed", 400),
    /** An operator works in the tenant too: nobody decides for the nation on what is their own. */
    OWN_TENANT("own-tenant", 403);

    private final String code;
    private final int status;

    /** What is said of a tenant that is not open. */
    static IdentityProblem of(Openness openness) {
        return switch (openness) {
            case BEING_UPGRADED -> TENANT_BEING_UPGRADED;
            case UPGRADE_FAILED -> TENANT_UPGRADE_FAILED;
            default -> TENANT_NOT_OPEN;
        };
    }

    IdentityProblem(String code, int status) {
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
