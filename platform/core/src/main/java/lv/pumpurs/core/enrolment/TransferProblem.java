package lv.pumpurs.core.enrolment;

import java.util.Map;
import lv.pumpurs.spi.ProblemType;
import lv.pumpurs.spi.Refused;

/** Why a learner does not go to another school. */
enum TransferProblem implements ProblemType {
    /** No such school here, or the one where the learner is. */
    SCHOOL("transfer-school", 422, "school"),
    /** A day to come, or not after the day on which the present class began, or ended. */
    DAY("transfer-day", 422, "day"),
    /** No school year is published for the day. */
    NO_YEAR("transfer-no-year", 422, "day"),
    /** There is no such grade. */
    GRADE("transfer-grade", 422, "grade");

    private final String code;
    private final int status;
    private final String field;

    TransferProblem(String code, int status, String field) {
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
