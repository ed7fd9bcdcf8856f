package lv.pumpurs.core.paper;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.plan.PlanChanges;
import lv.pumpurs.spi.RestrictedText;
import org.jspecify.annotations.Nullable;

/**
 * A plan on paper, as far as the reader may see it.
 *
 * @param head what the plan is
 * @param learner whom it supports
 * @param life what happened to it when
 * @param groups risks by group; numbered through all groups
 * @param measures measures
 * @param decisions in the order in which they were made; none for a reader of single measures
 * @param madeAt when the paper was made
 * @param changes how it was amended, and how it might be; null for one that never was
 */
public record PlanPaper(Head head, Pupil learner, Life life, List<RiskGroup> groups, List<Measure> measures,
        List<Decided> decisions, Instant madeAt, @Nullable PlanChanges changes) {

    /** With what changed. */
    PlanPaper with(PlanChanges shown) {
        return new PlanPaper(head, learner, life, groups, measures, decisions, madeAt, shown);
    }

    /** Keys of its measures. */
    List<UUID> ofMeasures() {
        return measures.stream().map(Measure::id).toList();
    }

    /** With what was counted so far of measures, where that is more than what is stored. */
    PlanPaper counted(Map<UUID, BigDecimal> delivered) {
        return new PlanPaper(head, learner, life, groups,
                measures.stream().map(one -> one.counted(delivered.get(one.id()))).toList(), decisions, madeAt,
                changes);
    }

    /**
     * Whether the evaluation says what became of single risks.
     *
     * @return true if of one at least
     */
    public boolean evaluated() {
        return groups.stream().flatMap(group -> group.risks().stream()).anyMatch(risk -> risk.outcome() != null);
    }

    /**
     * Whether the evaluation says something of single measures.
     *
     * @return true if of one at least
     */
    public boolean remarked() {
        return measures.stream().anyMatch(measure -> measure.remark() != null);
    }

    /**
     * What the plan is.
     *
     * @param code plan code
     * @param semester code of the semester
     * @param programme name of the programme
     * @param schoolName name of the school
     * @param authorName who wrote it
     * @param state state code
     * @param whole false for a reader who sees no more of it than the own measures
     * @param edition how often what it says was approved, for one that is approved
     * @param amended whether an amendment is under way
     */
    public record Head(String code, String semester, String programme, String schoolName, String authorName,
            String state, boolean whole, int edition, boolean amended) {

        /** Whether there is something to say about changes. */
        boolean changes() {
            return edition > 1 || amended;
        }
    }

    /**
     * Whom a plan supports.
     *
     * @param id key
     * @param name given and family name
     * @param className class in the plan's school year; null if none is known
     * @param strengths what the learner is good at
     * @param voice how the learner sees it
     */
    public record Pupil(UUID id, String name, @Nullable String className, @Nullable String strengths,
            @Nullable String voice) {}

    /**
     * What happened when; null for what has not happened, or is not for this reader.
     *
     * @param appliedOn day of the signed application
     * @param appliedBy who signed it
     * @param approvedOn last approval
     * @param activeFrom first day of support
     * @param activeTo last day of support
     * @param evaluatedOn evaluation
     * @param result what became of the risks
     * @param closedOn end of the work on the plan
     * @param reason why it was returned, rejected or terminated
     */
    public record Life(@Nullable LocalDate appliedOn, @Nullable String appliedBy, @Nullable LocalDate approvedOn,
            @Nullable LocalDate activeFrom, @Nullable LocalDate activeTo, @Nullable LocalDate evaluatedOn,
            @Nullable String result, @Nullable LocalDate closedOn, @Nullable String reason) {}

    /**
     * The risks of one group.
     *
     * @param name name of the group
     * @param risks at least one
     */
    public record RiskGroup(String name, List<Risk> risks) {}

    /**
     * A risk.
     *
     * @param number by which measures name it
     * @param name name; null if it is not for this reader
     * @param severity how grave it is; null as well then
     * @param evidence what shows it; null if nothing was written, or for a reader of single measures
     * @param outcome what became of it; null until the evaluation
     */
    public record Risk(int number, @Nullable String name, @Nullable String severity, @Nullable RestrictedText evidence,
            @Nullable Outcome outcome) {}

    /**
     * What became of a risk.
     *
     * @param result code
     * @param remark the same in words; null if nothing was written, or for a reader of single measures
     */
    public record Outcome(String result, @Nullable RestrictedText remark) {}

    /**
     * A measure.
     *
     * @param id its key
     * @param name name of its kind
     * @param subject school subject
     * @param providerName who gives it, if somebody does
     * @param against numbers of the risks it is against
     * @param unit what the quantities count
     * @param planned how much was planned
     * @param delivered how much was delivered
     * @param startsOn first day
     * @param endsOn last day
     * @param remark what the evaluation says of it
     */
    public record Measure(UUID id, String name, @Nullable String subject, @Nullable String providerName,
            String against, String unit, BigDecimal planned, BigDecimal delivered, LocalDate startsOn,
            LocalDate endsOn, @Nullable RestrictedText remark) {

        Measure counted(@Nullable BigDecimal quantity) {
            return quantity == null
                    ? this
                    : new Measure(id, name, subject, providerName, against, unit, planned, quantity, startsOn, endsOn,
                            remark);
        }
    }

    /**
     * A decision.
     *
     * @param on day
     * @param role in which role
     * @param personName who; null for a person of the national operator
     * @param verdict what was decided
     * @param remark in words
     */
    public record Decided(LocalDate on, String role, @Nullable String personName, String verdict,
            @Nullable RestrictedText remark) {}
}
