package lv.pumpurs.core.learnercode;

import java.util.Map;
import lv.pumpurs.spi.ProblemType;
import lv.pumpurs.spi.Refused;

/** Why a personal code is not shown or not taken. */
enum CodeProblem implements ProblemType {
    /** A reason of one word says nothing to whoever reads the log. */
    REASON("code-reason", 422, "reason"),
    /** Neither of the two forms of a code. */
    MALFORMED("code-malformed", 422, "code"),
    /** There is no code to show. */
    NONE("code-none", 422, "reason"),
    /** Another learner has, or had, this code. */
    TAKEN("code-taken", 409, "code");

    private final String code;
    private final int status;
    private final String field;

    CodeProblem(String code, int status, String field) {
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

    /** The refusal, at its field. */
    Refused refused() {
        return new Refused(this, Map.of(field, "problem." + code + ".detail"));
    }

    /** Refuses unless it is so. */
    void unless(boolean so) {
        if (!so) {
            throw refused();
        }
    }
}
