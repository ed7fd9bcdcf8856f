package lv.pumpurs.core.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.pumpurs.spi.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What a semester of support brought (<em>izvērtējums</em>).
 *
 * @param version version of the plan that was read; a program says it by {@code If-Match}
 * @param result what became of the risks together
 * @param risks each risk of the plan, once
 * @param measures each measure of the plan, once
 */
public record PlanEvaluation(@Nullable Integer version, @NotNull PlanResult result, @Valid List<RiskOutcome> risks,
        @Valid List<MeasureOutcome> measures) {

    /** Keeps its own copies; nothing counts as none. */
    public PlanEvaluation {
        risks = kept(risks);
        measures = kept(measures);
    }

    /**
     * What became of a risk.
     *
     * @param risk code of the risk
     * @param result what became of it
     * @param remark in words
     */
    public record RiskOutcome(@NotNull String risk, @NotNull PlanResult result,
            @Nullable @Size(max = 1000) String remark) {}

    /**
     * What came of a measure.
     *
     * @param id key of the measure
     * @param delivered how much of it was given, in the unit of its kind
     * @param remark in words
     */
    public record MeasureOutcome(@NotNull UUID id,
            @NotNull @PositiveOrZero @Digits(integer = 6, fraction = 2) BigDecimal delivered,
            @Nullable @Size(max = 1000) String remark) {}

    void requireWhole(List<PlanRisk> ofPlan, List<PlannedMeasure> planned) {
        PlanProblem.EVALUATION_NOT_WHOLE.unless(risks.size() == ofPlan.size() && measures.size() == planned.size());
        ofPlan.forEach(this::of);
        planned.forEach(this::of);
    }

    RiskOutcome of(PlanRisk risk) {
        return risks.stream()
            .filter(one -> one.risk().equals(risk.risk()))
            .findFirst()
            .orElseThrow(
                    () -> new Refused(PlanProblem.EVALUATION_NOT_WHOLE));
    }

    MeasureOutcome of(PlannedMeasure measure) {
        return measures.stream()
            .filter(one -> one.id().equals(measure.id()))
            .findFirst()
            .orElseThrow(
                    () -> new Refused(PlanProblem.EVALUATION_NOT_WHOLE));
    }

    private static <T> List<T> kept(@Nullable List<T> given) {
        return given == null ? List.of() : given.stream().filter(Objects::nonNull).toList();
    }
}
