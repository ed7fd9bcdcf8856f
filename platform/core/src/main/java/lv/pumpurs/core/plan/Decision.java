package lv.pumpurs.core.plan;

import java.time.LocalDate;
import java.util.UUID;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided about a plan in approval.
 *
 * @param role in which role
 * @param personId who; for a person of the national operator, who is none of the staff, the stay in the tenant, or null
 *        if that is not known
 * @param on when
 * @param remark the reason for a return or a rejection; may be left out of an approval
 */
public record Decision(Role role, @Nullable UUID personId, LocalDate on, @Nullable String remark) {

    /** The reason, where one is needed. */
    static String reason(@Nullable String remark) {
        if (remark == null || remark.isBlank()) {
            throw new Refused(PlanProblem.NO_REASON);
        }
        return remark.strip();
    }
}
