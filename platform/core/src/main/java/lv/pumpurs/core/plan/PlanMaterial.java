package lv.pumpurs.core.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lv.pumpurs.core.plan.DraftChoices.Group;
import lv.pumpurs.core.plan.DraftChoices.Named;
import lv.pumpurs.core.programme.MeasureKind;
import lv.pumpurs.core.programme.Programmes;
import lv.pumpurs.core.programme.Risk;
import lv.pumpurs.core.programme.RiskGroup;

/** What a plan is put together from: the catalogues, and the people of its school. */
@Dependent
public class PlanMaterial {

    private final Programmes programmes;
    private final SupportPlans plans;

    /**
     * On the bound tenant.
     *
     * @param programmes the catalogues
     * @param plans the people
     */
    @Inject
    public PlanMaterial(Programmes programmes, SupportPlans plans) {
        this.programmes = programmes;
        this.plans = plans;
    }

    DraftChoices of(SupportPlan plan, PlanDays days) {
        Map<RiskGroup, List<Named>> groups = new LinkedHashMap<>();
        for (Risk risk : programmes.risks()) {
            groups.computeIfAbsent(risk.group(), group -> new ArrayList<>())
                .add(new Named(risk.code(), risk.nameLv(), risk.nameEn(), ""));
        }
        // what supports the staff is not planned for a learner
        List<Named> kinds = programmes.measureKinds()
            .stream()
            .filter(kind -> kind.family() != MeasureKind.Family.SYSTEMIC)
            .map(kind -> new Named(kind.code(), kind.nameLv(), kind.nameEn(), kind.unit()))
            .toList();
        return new DraftChoices(groups.entrySet()
            .stream()
            .map(group -> new Group(group.getKey().nameLv(), group.getKey().nameEn(), group.getValue()))
            .toList(), kinds, plans.providers(plan.subject().schoolId(), plan.id()), days.first(), days.last());
    }

    PlanTitle title(SupportPlan plan) {
        return plans.title(plan);
    }
}
