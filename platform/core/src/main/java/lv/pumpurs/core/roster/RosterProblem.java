package lv.pumpurs.core.roster;

import lv.pumpurs.spi.ProblemType;

/** Why something cannot be done with an import. */
public enum RosterProblem implements ProblemType {
    /** The school is not one of the caller's, or the school year is not published. */
    WRONG_PLACE("roster-wrong-place", 400),
    /** A column is needed that nobody has chosen, or one was chosen twice. */
    WRONG_MAPPING("roster-wrong-mapping", 400),
    /** The zip holds several schools and none of them is this one. */
    OTHER_SCHOOL("roster-other-school", 400),
    /** The zip is about another school year. */
    OTHER_YEAR("roster-other-year", 400),
    /** The import is in another state, for instance applied already. */
    WRONG_STATE("roster-wrong-state", 409),
    /** Another import is being written just now. */
    BUSY("roster-busy", 409),
    /** Rows have serious problems: all or nothing. */
    HAS_PROBLEMS("roster-has-problems", 409),
    /** Somebody changed a learner since the check. */
    STALE("roster-stale", 409);

    private final String code;
    private final int status;

    RosterProblem(String code, int status) {
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
