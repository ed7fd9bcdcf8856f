package lv.pumpurs.core.enrolment;

import java.util.Map;
import lv.pumpurs.spi.ProblemType;
import lv.pumpurs.spi.Refused;

/** Why learners are not moved to the next school year. */
enum PromotionProblem implements ProblemType {
    /** The school is not one of the caller's. */
    SCHOOL("promotion-school", 422, "school"),
    /** The school year, or the one after it, is not published. */
    YEAR("promotion-year", 422, "year"),
    /** There is no grade after the last one. */
    NO_GRADE("promotion-no-grade", 422, "learners");

    private final String code;
    private final int status;
    private final String field;

    PromotionProblem(String code, int status, String field) {
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
