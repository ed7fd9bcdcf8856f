package lv.pumpurs.core.switches;

import lv.pumpurs.spi.ProblemType;

/** Why a plugin is not switched. */
enum SwitchProblem implements ProblemType {
    /** It cannot work without others, which are off here and were not ticked. */
    NEEDS_OTHERS("plugin-needs-others", 409),
    /** Others that are on here cannot work without it, and were not ticked. */
    OTHERS_NEED_IT("plugin-others-need-it", 409),
    /** It is broken: its page says why. */
    BROKEN("plugin-broken", 409),
    /** The municipality does not allow it. */
    NOT_ALLOWED("plugin-not-allowed", 409),
    /** Its tables could not be made. */
    NOT_PREPARED("plugin-not-prepared", 503),
    /** Somebody else is at work on the tenant. */
    BUSY("plugin-busy", 409);

    private final String code;
    private final int status;

    SwitchProblem(String code, int status) {
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
