package lv.pumpurs.core.merge;

import java.util.Map;
import lv.pumpurs.spi.ProblemType;
import lv.pumpurs.spi.Refused;

/** Why two records are not made one. */
enum MergeProblem implements ProblemType {
    /** There is no other record of that key within reach, or it is the same one. */
    NO_OTHER("merge-no-other", 422),
    /** Both records have an open plan for one semester and programme. */
    TWO_PLANS("merge-two-plans", 409),
    /** For both records a plan is proposed and nobody has answered. */
    TWO_PROPOSALS("merge-two-proposals", 409),
    /** Both records have a login: an adult signs in as one person. */
    TWO_LOGINS("merge-two-logins", 409);

    private final String code;
    private final int status;

    MergeProblem(String code, int status) {
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

    /** The refusal, at the only field there is. */
    Refused refused(Object... arguments) {
        return new Refused(this, Map.of("other", "problem." + code + ".detail"), arguments);
    }
}
