package lv.pumpurs.core.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.spi.RestrictedText;
import org.jspecify.annotations.Nullable;

/**
 * A plan to be read.
 *
 * @param id key
 * @param about whom it supports, and how much of it is shown
 * @param code plan code
 * @param semester code of the semester
 * @param programmeLv name of the programme in Latvian
 * @param programmeEn name of the programme in English
 * @param schoolName name of the school
 * @param authorName who wrote it
 * @param state state code
 * @param waitingFor role that decides next, while in approval
 * @param dates what happened when
 * @param result what became of the risks, once evaluated
 * @param reason why it was returned, rejected or terminated
 * @param risks risks that the reader may see
 * @param measures measures that the reader may see
 */
public record PlanView(UUID id, About about, String code, String semester, String programmeLv, String programmeEn,
        String schoolName,
        String authorName, String state, @Nullable String waitingFor, Dates dates, @Nullable String result,
        @Nullable String reason, List<RiskView> risks, List<MeasureView> measures) {

    /** The same plan, with what was counted of some of its measures. */
    PlanView counted(Map<UUID, BigDecimal> delivered) {
        return new PlanView(id, about, code, semester, programmeLv, programmeEn, schoolName, authorName, state,
                waitingFor, dates, result, reason, risks,
                measures.stream().map(measure -> measure.counted(delivered)).toList());
    }

    /**
     * Whom a plan supports, and how it is read.
     *
     * @param learnerId key of the learner
     * @param learnerName name of the learner
     * @param version which state of the plan is shown
     * @param whole false for a reader who sees no more of it than the own measures
     * @param sight how much the reader sees of risks of a special category
     */
    public record About(UUID learnerId, String learnerName, int version, boolean whole, RiskSight sight) {}

    /**
     * What happened when; null for what has not happened.
     *
     * @param approvedOn last approval
     * @param activeFrom first day of support
     * @param activeTo last day of support
     * @param evaluatedOn evaluation
     * @param closedOn end of the work on the plan
     */
    public record Dates(@Nullable LocalDate approvedOn, @Nullable LocalDate activeFrom, @Nullable LocalDate activeTo,
            @Nullable LocalDate evaluatedOn, @Nullable LocalDate closedOn) {}

    /**
     * A risk of a plan. Of one that is not for the reader ({@link RiskSight}) only its group is told.
     *
     * @param code code of the risk, or {@link RiskSight#RESTRICTED}
     * @param nameLv name in Latvian
     * @param nameEn name in English
     * @param groupLv name of its group in Latvian
     * @param groupEn name of its group in English
     * @param severity how grave it is
     * @param note what shows it; null for a reader of single measures
     * @param result what became of it, once evaluated
     * @param remark the same in words; null for a reader of single measures
     */
    public record RiskView(String code, @Nullable String nameLv, @Nullable String nameEn, String groupLv,
            String groupEn, @Nullable String severity, @Nullable RestrictedText note, @Nullable String result,
            @Nullable RestrictedText remark) {}

    /**
     * A measure of a plan.
     *
     * @param kind code of the kind
     * @param nameLv name in Latvian
     * @param nameEn name in English
     * @param unit what the quantities count
     * @param providerName who gives it, if somebody does
     * @param subject school subject
     * @param planned how much was planned
     * @param delivered how much was delivered
     * @param risks codes of the risks it is against
     * @param id key; null for what is proposed only
     * @param startsOn first day
     * @param endsOn last day
     * @param remark what the evaluation says of it
     */
    public record MeasureView(String kind, String nameLv, String nameEn, String unit, @Nullable String providerName,
            @Nullable String subject, BigDecimal planned, BigDecimal delivered, List<String> risks,
            @Nullable UUID id,
            @Nullable LocalDate startsOn, @Nullable LocalDate endsOn, @Nullable RestrictedText remark) {

        private MeasureView counted(Map<UUID, BigDecimal> counts) {
            BigDecimal counted = id == null ? null : counts.get(id);
            return counted == null
                    ? this
                    : new MeasureView(kind, nameLv, nameEn, unit, providerName, subject, planned, counted, risks, id,
                            startsOn, endsOn, remark);
        }
    }
}
