package lv.pumpurs.core.personnel;

import java.util.Map;
import lv.pumpurs.spi.ProblemType;
import lv.pumpurs.spi.Refused;

/** Why somebody is not invited, or a role is not granted or ended. */
enum PersonnelProblem implements ProblemType {
    /** A name is missing or too long. */
    NO_NAME("staff-no-name", 422, "givenName"),
    /** No address to which an invitation could go. */
    NO_ADDRESS("staff-no-address", 422, "email"),
    /** No role was chosen. */
    NO_ROLE("staff-no-role", 422, "role"),
    /** Nobody grants a role to themselves, or ends the own one. */
    OWN_ROLE("staff-own-role", 403, "role"),
    /** The granter's roles do not grant this one. */
    NOT_GRANTABLE("staff-not-grantable", 403, "role"),
    /** The role needs a school, or a school where the granter may grant it. */
    NO_SCHOOL("staff-no-school", 422, "school"),
    /** A class teacher without a class. */
    NO_CLASS("staff-no-class", 422, "className"),
    /** A provider without a profession of the catalogue. */
    NO_PROFESSION("staff-no-profession", 422, "profession"),
    /** No first day. */
    NO_FIRST_DAY("staff-no-first-day", 422, "from"),
    /** A last day before the first one, or in the past. */
    LAST_DAY("staff-last-day", 422, "to"),
    /** An auditor's grant, and a deputy's role, end on a day that is known. */
    NEEDS_LAST_DAY("staff-needs-last-day", 422, "to"),
    /** Whom the deputy stands in for does not hold the role there all the time, or is the same person. */
    NOT_THE_HOLDERS("staff-deputy-of-nobody", 422, "deputyFor"),
    /** The person holds the role there on some of these days already. */
    HELD_ALREADY("staff-role-held", 409, "from"),
    /** Neither a last day, nor the word that it shall end at once. */
    NO_LAST_DAY("staff-no-last-day", 422, "lastDay"),
    /** The role has ended already, or ends sooner. */
    ENDED_ALREADY("staff-role-ended", 409, "lastDay");

    private final String code;
    private final int status;
    private final String field;

    PersonnelProblem(String code, int status, String field) {
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

    /** Key of the sentence that says what to do. */
    String sentence() {
        return "problem." + code + ".detail";
    }

    /** Refuses an act unless it is so. */
    void unless(boolean so) {
        if (!so) {
            throw new Refused(this, Map.of(field, sentence()));
        }
    }
}
