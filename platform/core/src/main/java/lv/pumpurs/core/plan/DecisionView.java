package lv.pumpurs.core.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A decision on a plan, or its withdrawal.
 *
 * @param step number of the step
 * @param role in which role it was decided
 * @param personName who decided; null for a person of the national operator
 * @param decision code of the decision
 * @param on when
 * @param remark why
 * @param edition which edition of the plan it is about: 1, or that of an amendment
 */
public record DecisionView(int step, String role, @Nullable String personName, String decision, LocalDate on,
        @Nullable String remark, int edition) {

    DecisionView withoutRemark() {
        return new DecisionView(step, role, personName, decision, on, null, edition);
    }
}
