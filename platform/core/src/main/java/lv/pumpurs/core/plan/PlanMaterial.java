package lv.pumpurs.core.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.pumpurs.core.plan.DraftChoices.Group;
import lv.pumpurs.core.plan.DraftChoices.Named;
import lv.pumpurs.core.plan.PlanDraft.MeasureDraft;
import lv.pumpurs.core.plugin.SwitchedOn;
import lv.pumpurs.core.programme.MeasureKind;
import lv.pumpurs.core.programme.Programmes;
import lv.pumpurs.core.programme.Risk;
import lv.pumpurs.core.programme.RiskGroup;
import org.jspecify.annotations.Nullable;

/** What a plan is put together from: the catalogues, and the people of its school. */
@Dependent
public class PlanMaterial {

    private final Programmes programmes;
    private final SupportPlans plans;
    private final BiPredicate<String, UUID> delivered;
    private @Nullable List<Risk> risks;

    /**
     * On the bound tenant.
     *
     * @param programmes the catalogues
     * @param plans the people
     * @param plugins which of them are on, and where
     */
    @Inject
    public PlanMaterial(Programmes programmes, SupportPlans plans, SwitchedOn plugins) {
        this(programmes, plans, plugins::delivers);
    }

    PlanMaterial(Programmes programmes, SupportPlans plans, BiPredicate<String, UUID> delivered) {
        this.programmes = programmes;
        this.plans = plans;
        this.delivered = delivered;
    }

    /**
     * What can be chosen while the plan, or its amendment, is written. A kind of measure that belongs to a plugin is
     * offered where the plugin is on; one that is planned already stays.
     */
    DraftChoices of(SupportPlan plan, PlanDays days) {
        Set<String> planned = contents(plan).flatMap(content -> content.measures().stream())
            .map(MeasureDraft::kind)
            .collect(Collectors.toSet());
        return of(plan, days, providers(plan).collect(Collectors.toSet()))
            .offering(kind -> planned.contains(kind) || delivered.test(kind, plan.subject().schoolId()));
    }

    private DraftChoices of(SupportPlan plan, PlanDays days, Set<UUID> people) {
        // what supports the staff is not planned for a learner
        List<Named> kinds = programmes.measureKinds()
            .stream()
            .filter(kind -> kind.family() != MeasureKind.Family.SYSTEMIC)
            .map(kind -> new Named(kind.code(), kind.nameLv(), kind.nameEn(), kind.unit()))
            .toList();
        return new DraftChoices(risks(), kinds, plans.providers(plan.subject().schoolId(), people), days.first(),
                days.last());
    }

    /** Risks by group, in the order of the catalogue. */
    List<Group> risks() {
        Map<RiskGroup, List<Named>> groups = new LinkedHashMap<>();
        for (Risk risk : catalogue()) {
            groups.computeIfAbsent(risk.group(), group -> new ArrayList<>())
                .add(new Named(risk.code(), risk.nameLv(), risk.nameEn(), ""));
        }
        return groups.entrySet()
            .stream()
            .map(group -> new Group(group.getKey().nameLv(), group.getKey().nameEn(), group.getValue()))
            .toList();
    }

    PlanTitle title(SupportPlan plan) {
        return plans.title(plan);
    }

    /** Codes of the risks that are visible to few. */
    Set<String> special() {
        return catalogue().stream()
            .filter(risk -> risk.specialCategory() != Risk.SpecialCategory.NONE)
            .map(Risk::code)
            .collect(Collectors.toSet());
    }

    private List<Risk> catalogue() {
        List<Risk> read = risks;
        if (read == null) {
            read = programmes.risks();
            risks = read;
        }
        return read;
    }

    /** How much of a content a reader sees. */
    private UnaryOperator<PlanDraft> seen(RiskSight sight) {
        Set<String> special = sight == RiskSight.FULL ? Set.of() : special();
        return content -> content.seenBy(sight, special);
    }

    /** The amendment that is under way, as far as it is seen. */
    @Nullable
    AmendmentView amendment(SupportPlan plan, RiskSight sight) {
        return plan.amendment().map(change -> {
            UnaryOperator<PlanDraft> seen = seen(sight);
            PlanDraft before = seen.apply(PlanDraft.of(plan));
            PlanDraft after = seen.apply(change.proposed());
            DraftChoices names = names(plan);
            return new AmendmentView(change.edition(), change.stage().name(),
                    name(names, change.authorId()), change.startedOn(),
                    change.reason(), before, after, names.only(List.of(before, after)),
                    !before.equals(PlanDraft.of(plan)) || !after.equals(change.proposed()));
        }).orElse(null);
    }

    /** The approved editions, the latest first; none while there is one only. */
    List<EditionLink> editions(SupportPlan plan) {
        return plan.edition() == 1 ? List.of() : editions(plan, names(plan)).reversed();
    }

    /** One of them as it was in force, as far as a reader sees the plan. */
    Optional<EditionView> edition(SupportPlan plan, PlanView view, UUID reader, int number) {
        if (plan.approvedOn() == null || number < 1 || number > plan.edition()) {
            return Optional.empty();
        }
        List<PlanDraft> contents = new ArrayList<>();
        adopted(plan).forEach(change -> contents.add(Objects.requireNonNull(change.replaced())));
        contents.add(PlanDraft.of(plan));
        DraftChoices names = names(plan);
        // whoever gives a measure knows what it is against
        UnaryOperator<PlanDraft> seen = view.about().whole()
                ? seen(view.about().sight())
                : content -> content.onlyOf(reader);
        PlanDraft content = seen.apply(contents.get(number - 1));
        PlanDraft before = number == 1 ? null : seen.apply(contents.get(number - 2));
        return Optional.of(new EditionView(
                new PlanTitle(plan.id(), view.code(), view.about().learnerName(), view.semester()),
                editions(plan, names).get(number - 1), before, content,
                names.only(before == null ? List.of(content) : List.of(before, content))));
    }

    private static List<EditionLink> editions(SupportPlan plan, DraftChoices names) {
        List<EditionLink> all = new ArrayList<>();
        LocalDate from = Objects.requireNonNull(plan.approvedOn());
        UUID author = plan.authorId();
        for (PlanAmendment change : adopted(plan)) {
            all.add(new EditionLink(change.edition() - 1, from, change.endedOn(), name(names, author)));
            from = Objects.requireNonNull(change.endedOn());
            author = change.authorId();
        }
        all.add(new EditionLink(plan.edition(), from, null, name(names, author)));
        return all;
    }

    private static String name(DraftChoices names, UUID person) {
        return Objects.requireNonNullElse(names.name(person), "");
    }

    private static List<PlanAmendment> adopted(SupportPlan plan) {
        return plan.amendments().stream().filter(PlanAmendment::isAdopted).toList();
    }

    /** What everything and everybody is called that the plan names, has named or might name. */
    private DraftChoices names(SupportPlan plan) {
        Stream<UUID> authors = Stream.concat(Stream.of(plan.authorId()),
                plan.amendments().stream().map(PlanAmendment::authorId));
        return of(plan, Objects.requireNonNull(plan.active()),
                Stream.concat(authors, providers(plan)).collect(Collectors.toSet()));
    }

    private static Stream<UUID> providers(SupportPlan plan) {
        return contents(plan)
            .flatMap(one -> one.measures().stream())
            .map(MeasureDraft::provider)
            .filter(Objects::nonNull);
    }

    /** What the plan says, and all that its amendments say and have replaced. */
    private static Stream<PlanDraft> contents(SupportPlan plan) {
        List<PlanDraft> contents = new ArrayList<>(List.of(PlanDraft.of(plan)));
        for (PlanAmendment change : plan.amendments()) {
            contents.add(change.proposed());
            PlanDraft replaced = change.replaced();
            if (replaced != null) {
                contents.add(replaced);
            }
        }
        return contents.stream();
    }
}
