package lv.pumpurs.core.learner;

import java.util.Map;
import lv.pumpurs.spi.ProblemType;
import lv.pumpurs.spi.Refused;

/** Why something is not done to a learner. */
enum LearnerProblem implements ProblemType {
    /** The learner is no adult yet. */
    NOT_OF_AGE("learner-not-of-age", 422, "bornOn"),
    /** Nobody stands for an adult. */
    OF_AGE("learner-of-age", 422, "from"),
    /** Neither a last day, nor the word that it shall end at once. */
    NO_LAST_DAY("guardian-no-last-day", 422, "lastDay"),
    /** A last day before the first one, or in the past. */
    LAST_DAY("guardian-last-day", 422, "lastDay"),
    /** The guardianship has ended already. */
    ENDED_ALREADY("guardian-ended", 409, "lastDay"),
    /** Nobody has told an address to which an invitation could go. */
    NO_ADDRESS("guardian-no-address", 409, "email"),
    /** The address belongs to somebody else here: a learner, or a guardian who is to become one. */
    ADDRESS_TAKEN("learner-address-taken", 409, "email");

    private final String code;
    private final int status;
    private final String field;

    LearnerProblem(String code, int status, String field) {
        this.code = code;
        this.status = status;
        this.field = field;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    /** Refuses an act unless it is so. */
    void unless(boolean so) {
        if (!so) {
            throw new Refused(this, Map.of(field, "problem." + code + ".detail"));
        }
    }
}
