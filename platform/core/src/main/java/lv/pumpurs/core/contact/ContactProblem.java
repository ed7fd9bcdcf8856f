package lv.pumpurs.core.contact;

import java.util.Map;
import lv.pumpurs.spi.ProblemType;
import lv.pumpurs.spi.Refused;

/** Why a contact is not written down or not changed. */
public enum ContactProblem implements ProblemType {
    /** The day given is still to come. */
    IN_FUTURE("contact-in-future", 422),
    /** The day given is before the learner came to a school of the tenant. */
    BEFORE_ENROLMENT("contact-before-enrolment", 422),
    /** The learner has no plan with this code. */
    PLAN_UNKNOWN("contact-plan-unknown", 422),
    /** The time in which it can be changed is over. */
    SETTLED("contact-settled", 409),
    /** Only its author changes a contact. */
    NOT_AUTHOR("contact-not-author", 403);

    private final String code;
    private final int status;

    ContactProblem(String code, int status) {
        this.code = code;
        this.status = status;
    }

    /** Refuses if so, at a field, so that the form comes back with what was typed. */
    void at(String field, boolean wrong) {
        if (wrong) {
            throw new Refused(this, Map.of(field, "problem." + code + ".detail"));
        }
    }

    /** Refuses if not. */
    void unless(boolean right) {
        if (!right) {
            throw new Refused(this);
        }
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
