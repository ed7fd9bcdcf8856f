package lv.pumpurs.core.provisioning;

import lv.pumpurs.core.migration.FailureReason;

/**
 * A step of provisioning came to no good end. What was done before stays; the tenant's file can be applied again, or the
 * run resumed, once the reason is mended. The message names tenant, step and reason, never a person.
 */
public final class StepFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProvisioningStep step;
    private final transient FailureReason reason;

    StepFailed(String slug, ProvisioningStep step, FailureReason reason, Exception cause) {
        super("tenant " + slug + ": step " + step + " failed: " + reason, cause);
        this.step = step;
        this.reason = reason;
    }

    /**
     * Where it stopped.
     *
     * @return the step
     */
    public ProvisioningStep step() {
        return step;
    }

    /**
     * Why.
     *
     * @return as it may be shown
     */
    public FailureReason reason() {
        return reason;
    }
}
