package lv.pumpurs.core.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.pumpurs.spi.RestrictedText;
import org.jspecify.annotations.Nullable;

/**
 * All of a plan's content as its author writes it.
 *
 * @param version version of the plan that was read; a program says it by {@code If-Match}
 * @param appliedOn day of the signed application
 * @param appliedBy who signed it
 * @param strengths what the learner is good at
 * @param voice how the learner sees it, in the learner's own words
 * @param risks risks seen, each once
 * @param measures measures planned against them
 */
public record PlanDraft(@Nullable Integer version, @Nullable LocalDate appliedOn, @Nullable Applicant appliedBy,
        @Nullable @Size(max = 2000) String strengths, @Nullable @Size(max = 2000) String voice,
        @Valid @Size(max = 60) List<RiskDraft> risks, @Valid @Size(max = 40) List<MeasureDraft> measures) {

    /** Keeps its own copies; nothing counts as none. */
    public PlanDraft {
        risks = kept(risks);
        measures = kept(measures);
    }

    /**
     * A risk as it is seen.
     *
     * @param risk code of the catalogue
     * @param severity how grave it is
     * @param note what shows it
     */
    public record RiskDraft(@NotNull String risk, @NotNull Severity severity,
            @Nullable @Size(max = 1000) RestrictedText note) {

        RiskDraft seenBy(RiskSight sight) {
            return note == null ? this : new RiskDraft(risk, severity, note.shownTo(sight));
        }
    }

    /**
     * A measure as it is planned.
     *
     * @param id key of a measure that the plan has already; null for a new one
     * @param kind code of the kind
     * @param provider who gives it, if somebody does
     * @param subject school subject or topic
     * @param quantity how much, in the unit of the kind
     * @param startsOn first day
     * @param endsOn last day
     * @param risks codes of the risks that it is against
     */
    public record MeasureDraft(@Nullable UUID id, @NotNull String kind, @Nullable UUID provider,
            @Nullable @Size(max = 80) String subject,
            @NotNull @Positive @Digits(integer = 6, fraction = 2) BigDecimal quantity, @NotNull LocalDate startsOn,
            @NotNull LocalDate endsOn, @NotEmpty List<String> risks) {

        /** Keeps its own copy; nothing counts as none. */
        public MeasureDraft {
            risks = kept(risks);
        }

        MeasurePlan plan() {
            return new MeasurePlan(kind, provider, subject == null || subject.isBlank() ? null : subject.strip(),
                    quantity, startsOn, endsOn, Set.copyOf(risks));
        }
    }

    /** The content of a plan as it stands, in one order. */
    static PlanDraft of(PlanContent plan) {
        List<RiskDraft> risks = plan.risks()
            .stream()
            .sorted(Comparator.comparing(PlanRisk::risk))
            .map(risk -> new RiskDraft(risk.risk(), risk.severity(), risk.note()))
            .toList();
        List<MeasureDraft> measures = plan.measures()
            .stream()
            .sorted(Comparator.comparing(PlannedMeasure::id))
            .map(one -> new MeasureDraft(one.id(), one.kind(), one.providerId(), one.subject(), one.plannedQuantity(),
                    one.startsOn(), one.endsOn(), one.risks().stream().sorted().toList()))
            .toList();
        return new PlanDraft(null, plan.appliedOn(), plan.appliedBy(), plan.strengths(), plan.learnerVoice(), risks,
                measures);
    }

    /** What a reader sees who reaches it for the own measures only: those, and the risks they are against. */
    PlanDraft onlyOf(UUID person) {
        List<MeasureDraft> own = measures.stream().filter(one -> person.equals(one.provider())).toList();
        Set<String> against = own.stream().flatMap(one -> one.risks().stream()).collect(Collectors.toSet());
        return new PlanDraft(null, null, null, null, null, risks.stream()
            .filter(risk -> against.contains(risk.risk()))
            .map(risk -> new RiskDraft(risk.risk(), risk.severity(), null))
            .toList(), own);
    }

    /** What its author sees, and what is kept or compared word by word. */
    PlanDraft inFull() {
        return seenBy(RiskSight.FULL, Set.of());
    }

    /** What a reader sees who sees so much of risks of a special category. */
    PlanDraft seenBy(RiskSight sight, Set<String> special) {
        boolean named = sight != RiskSight.GROUP;
        return new PlanDraft(null, appliedOn, appliedBy, strengths, voice, risks.stream()
            .filter(risk -> named || !special.contains(risk.risk()))
            .map(risk -> risk.seenBy(special.contains(risk.risk()) ? sight : RiskSight.FULL))
            .toList(),
                measures.stream()
                    .map(one -> new MeasureDraft(one.id(), one.kind(), one.provider(), one.subject(), one.quantity(),
                            one.startsOn(), one.endsOn(),
                            one.risks().stream().filter(risk -> named || !special.contains(risk)).toList()))
                    .toList());
    }

    /** The same under the application of another: an approved plan keeps the one it was approved with. */
    PlanDraft underApplicationOf(PlanDraft approved) {
        return new PlanDraft(null, approved.appliedOn, approved.appliedBy, strengths, voice, risks, measures);
    }

    /** Whether two contents say the same. */
    boolean saysTheSameAs(PlanDraft other) {
        return DraftForm.of(inFull(), 0).equals(DraftForm.of(other.inFull(), 0));
    }

    /** Codes of the risks that it names. */
    Set<String> named() {
        return risks.stream().map(RiskDraft::risk).collect(Collectors.toSet());
    }

    /** Refuses what cannot be written. */
    void requireRight(PlanDays days) {
        Set<String> named = named();
        PlanProblem.RISK_TWICE.when(named.size() < risks.size());
        measures.forEach(one -> {
            one.plan().requireRight(named);
            PlanProblem.MEASURE_OUTSIDE_SEMESTER.unless(days.hold(one.startsOn()) && days.hold(one.endsOn()));
        });
    }

    private static <T> List<T> kept(@Nullable List<T> given) {
        return given == null ? List.of() : given.stream().filter(Objects::nonNull).toList();
    }
}
