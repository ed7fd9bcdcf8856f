package lv.pumpurs.core.personalcode;

import lv.pumpurs.spi.ProblemType;

/** What may be wrong with a personal code that somebody typed. */
public enum PersonalCodeProblem implements ProblemType {
    /** Neither of the two forms. */
    MALFORMED("personal-code-malformed");

    private final String code;

    PersonalCodeProblem(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return 400;
    }
}
