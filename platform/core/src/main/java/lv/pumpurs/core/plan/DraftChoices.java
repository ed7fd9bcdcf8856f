package lv.pumpurs.core.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lv.pumpurs.core.plan.PlanDraft.MeasureDraft;
import lv.pumpurs.core.plan.PlanDraft.RiskDraft;
import lv.pumpurs.core.plan.PlanView.MeasureView;
import lv.pumpurs.core.plan.PlanView.RiskView;
import lv.pumpurs.spi.Page;
import lv.pumpurs.spi.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What a plan can be put together from.
 *
 * @param groups risks by group, in the order of the catalogue
 * @param kinds kinds of measures, in the order of the catalogue
 * @param providers who may give a measure
 * @param first first day of the semester
 * @param last last day of teaching
 */
public record DraftChoices(List<Group> groups, List<Named> kinds, List<ProviderChoice> providers, LocalDate first,
        LocalDate last) {

    private static final String NOT_A_CHOICE = "validation.not-a-choice";

    /**
     * A group of risks.
     *
     * @param nameLv name in Latvian
     * @param nameEn name in English
     * @param risks its risks
     */
    public record Group(String nameLv, String nameEn, List<Named> risks) {}

    /**
     * Something of a catalogue.
     *
     * @param code its code
     * @param nameLv name in Latvian
     * @param nameEn name in English
     * @param unit what a quantity of it counts; empty for a risk
     */
    public record Named(String code, String nameLv, String nameEn, String unit) {}

    /**
     * Every risk.
     *
     * @return in the order of the catalogue
     */
    public List<Named> risks() {
        return groups.stream().flatMap(group -> group.risks().stream()).toList();
    }

    /** What risks are called, in the order of the catalogue. */
    static String names(Page page, List<Group> groups, List<String> codes) {
        return groups.stream()
            .flatMap(group -> group.risks().stream())
            .filter(risk -> codes.contains(risk.code()))
            .map(risk -> page.pick(risk.nameLv(), risk.nameEn()))
            .collect(Collectors.joining(", "));
    }

    /** The same with fewer kinds of measures. */
    DraftChoices offering(Predicate<String> offered) {
        return new DraftChoices(groups, kinds.stream().filter(kind -> offered.test(kind.code())).toList(), providers,
                first, last);
    }

    /** What of these some contents name, and no more. */
    DraftChoices only(List<PlanDraft> contents) {
        Set<String> named = contents.stream().flatMap(one -> one.named().stream()).collect(Collectors.toSet());
        List<MeasureDraft> measures = contents.stream().flatMap(one -> one.measures().stream()).toList();
        Set<String> planned = measures.stream().map(MeasureDraft::kind).collect(Collectors.toSet());
        List<UUID> giving = measures.stream().map(MeasureDraft::provider).filter(Objects::nonNull).toList();
        return new DraftChoices(groups.stream()
            .map(group -> new Group(group.nameLv(), group.nameEn(),
                    group.risks().stream().filter(risk -> named.contains(risk.code())).toList()))
            .filter(group -> !group.risks().isEmpty())
            .toList(), kinds.stream().filter(kind -> planned.contains(kind.code())).toList(),
                providers.stream().filter(one -> giving.contains(one.id())).toList(), first, last);
    }

    List<RiskView> risksOf(PlanDraft content) {
        List<RiskView> all = new ArrayList<>();
        groups.forEach(group -> group.risks()
            .forEach(risk -> content.risks()
                .stream()
                .filter(one -> one.risk().equals(risk.code()))
                .forEach(one -> all.add(new RiskView(risk.code(), risk.nameLv(), risk.nameEn(), group.nameLv(),
                        group.nameEn(), one.severity().name(), one.note(), null, null)))));
        return all;
    }

    List<MeasureView> measuresOf(PlanDraft content) {
        List<MeasureView> all = new ArrayList<>();
        for (MeasureDraft one : content.measures()) {
            kinds.stream()
                .filter(kind -> kind.code().equals(one.kind()))
                .forEach(kind -> all.add(new MeasureView(kind.code(), kind.nameLv(), kind.nameEn(), kind.unit(),
                        name(one.provider()), one.subject(), one.quantity(), BigDecimal.ZERO, one.risks(), one.id(),
                        one.startsOn(), one.endsOn(), null)));
        }
        return all;
    }

    @Nullable
    String name(@Nullable UUID person) {
        return providers.stream()
            .filter(one -> one.id().equals(person))
            .map(ProviderChoice::name)
            .findFirst()
            .orElse(null);
    }

    /** Refuses a draft that is not made of these, at its fields: {@code measures.1.provider}. */
    void require(PlanDraft draft, LocalDate today) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if ((draft.appliedOn() == null) != (draft.appliedBy() == null)) {
            wrong.put(draft.appliedOn() == null ? "appliedOn" : "appliedBy", "plan.applied.both");
        }
        if (draft.appliedOn() != null && draft.appliedOn().isAfter(today)) {
            wrong.put("appliedOn", detail(PlanProblem.APPLIED_IN_FUTURE));
        }
        Set<String> known = risks().stream().map(Named::code).collect(Collectors.toSet());
        for (int i = 0; i < draft.risks().size(); i++) {
            if (!known.contains(draft.risks().get(i).risk())) {
                wrong.put("risks." + i + ".risk", NOT_A_CHOICE);
            }
        }
        Set<String> named = draft.risks().stream().map(RiskDraft::risk).collect(Collectors.toSet());
        for (int i = 0; i < draft.measures().size(); i++) {
            require(draft.measures().get(i), named, "measures." + i + ".", wrong);
        }
        if (!wrong.isEmpty()) {
            throw new Refused(PlanProblem.DRAFT_WRONG, wrong);
        }
    }

    private void require(MeasureDraft measure, Set<String> named, String at, Map<String, String> wrong) {
        if (kinds.stream().noneMatch(kind -> kind.code().equals(measure.kind()))) {
            wrong.put(at + "kind", NOT_A_CHOICE);
        }
        UUID provider = measure.provider();
        if (provider != null && providers.stream().noneMatch(one -> one.id().equals(provider))) {
            wrong.put(at + "provider", NOT_A_CHOICE);
        }
        PlanDays days = new PlanDays(first, last);
        if (!days.hold(measure.startsOn())) {
            wrong.put(at + "startsOn", detail(PlanProblem.MEASURE_OUTSIDE_SEMESTER));
        }
        if (!days.hold(measure.endsOn()) || measure.endsOn().isBefore(measure.startsOn())) {
            wrong.put(at + "endsOn", detail(PlanProblem.MEASURE_OUTSIDE_SEMESTER));
        }
        if (!named.containsAll(measure.risks())) {
            wrong.put(at + "risks", detail(PlanProblem.MEASURE_WITHOUT_RISK));
        }
    }

    private static String detail(PlanProblem problem) {
        return "problem." + problem.code() + ".detail";
    }
}
