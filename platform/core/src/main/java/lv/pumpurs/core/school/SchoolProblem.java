package lv.pumpurs.core.school;

import java.util.Map;
import lv.pumpurs.spi.ProblemType;
import lv.pumpurs.spi.Refused;

/** Why a school does not get a name. */
enum SchoolProblem implements ProblemType {
    /** Another school is called so. */
    NAME_TAKEN("school-name-taken", 409, "name"),
    /** A day to come, or not after the day of the present name. */
    DAY("school-name-day", 422, "from");

    private final String code;
    private final int status;
    private final String field;

    SchoolProblem(String code, int status, String field) {
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

    /** Refuses unless it is so. */
    void unless(boolean so) {
        if (!so) {
            throw new Refused(this, Map.of(field, "problem." + code + ".detail"));
        }
    }
}
