package lv.pumpurs.core.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A measure as it is planned.
 *
 * @param kind code of the kind of measure
 * @param providerId who gives it, if somebody does
 * @param subject school subject, for a subject teacher's consultation
 * @param quantity how much, in the unit of the kind
 * @param startsOn first day
 * @param endsOn last day
 * @param risks codes of the plan's risks that it works against, at least one
 */
public record MeasurePlan(String kind, @Nullable UUID providerId, @Nullable String subject, BigDecimal quantity,
        LocalDate startsOn, LocalDate endsOn, Set<String> risks) {

    /**
     * Keeps its own copy of the risks.
     */
    public MeasurePlan {
        risks = Set.copyOf(risks);
    }

    /** Refuses what cannot be, whatever the semester. */
    void requireRight(Set<String> named) {
        PlanProblem.MEASURE_WITHOUT_RISK.when(risks.isEmpty() || !named.containsAll(risks));
        PlanProblem.QUANTITY.when(quantity.signum() <= 0);
        PlanProblem.MEASURE_OUTSIDE_SEMESTER.when(endsOn.isBefore(startsOn));
    }
}
