package lv.pumpurs.core.privacy;

import java.util.Map;
import lv.pumpurs.spi.ProblemType;
import lv.pumpurs.spi.Refused;

/** Why somebody's data are left as they are. */
enum PrivacyProblem implements ProblemType {
    /** A plan of the learner is open, or somebody has proposed one and nobody has answered. */
    PLAN_OPEN("subject-plan-open", 409),
    /** The data must be kept. */
    HELD("subject-held", 409),
    /** Why is not said in words. */
    REASON("subject-reason", 422),
    /** They need not be kept: there is no hold to lift. */
    NOT_HELD("subject-not-held", 409),
    /** Years that are set for a day that is over would change what has been decided. */
    RETENTION_IN_THE_PAST("retention-in-the-past", 422);

    private final String code;
    private final int status;

    PrivacyProblem(String code, int status) {
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

    /**
     * A reason in words, as long as the database counts it.
     *
     * @param typed what was typed
     * @return the same without spaces around it
     */
    static String reason(String typed) {
        String reason = typed.strip();
        if (reason.codePointCount(0, reason.length()) < 10 || reason.split("\\s+").length < 2) {
            throw new Refused(REASON, Map.of("reason", "problem.subject-reason.detail"));
        }
        return reason;
    }

    /** Refuses if something is so. */
    void when(boolean so) {
        if (so) {
            throw new Refused(this);
        }
    }
}
