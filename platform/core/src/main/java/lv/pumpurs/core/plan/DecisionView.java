package lv.pumpurs.core.plan;

import java.time.LocalDate;
import lv.pumpurs.spi.RestrictedText;
import lv.pumpurs.spi.RestrictedText.Sight;
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
        @Nullable RestrictedText remark, int edition) {

    /** With what those who decide write to each other for one of them, and without for anybody else. */
    DecisionView shownTo(Sight sight) {
        return new DecisionView(step, role, personName, decision, on,
                remark == null || !sight.opens() ? null : remark.shownTo(sight), edition);
    }
}
