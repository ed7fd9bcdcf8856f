package lv.pumpurs.core.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import lv.pumpurs.core.plan.PlanView.MeasureView;
import lv.pumpurs.core.plugin.SwitchedOn;
import lv.pumpurs.spi.plan.MeasureDelivery;

/**
 * What plugins have counted of measures, put into the plans that somebody reads. Until a plan is evaluated, what is
 * counted is what was delivered; from then on the evaluation says it.
 */
@Dependent
public class Deliveries {

    private final Supplier<List<MeasureDelivery>> switchedOn;

    /**
     * Asks every plugin that counts and is on.
     *
     * @param plugins found by CDI
     * @param on which of them are on
     */
    @Inject
    public Deliveries(@Any Instance<MeasureDelivery> plugins, SwitchedOn on) {
        // asked when plans are read: a resource is made before the gate knows who asks, and what is on for whom
        this(() -> on.among(plugins));
    }

    Deliveries(List<MeasureDelivery> plugins) {
        this(() -> plugins);
    }

    private Deliveries(Supplier<List<MeasureDelivery>> switchedOn) {
        this.switchedOn = switchedOn;
    }

    /**
     * Plans with what was delivered so far.
     *
     * @param plans as they are stored
     * @return the same plans in the same order
     */
    public List<PlanView> counted(List<PlanView> plans) {
        List<UUID> open = plans.stream()
            .filter(Deliveries::isOpen)
            .flatMap(plan -> plan.measures().stream())
            .map(MeasureView::id)
            .filter(Objects::nonNull)
            .toList();
        if (open.isEmpty()) {
            return plans;
        }
        Map<UUID, BigDecimal> counted = of(open);
        return plans.stream().map(plan -> isOpen(plan) ? plan.counted(counted) : plan).toList();
    }

    /**
     * What was delivered so far of measures.
     *
     * @param measures keys of measures
     * @return measure to quantity in the unit of its kind, of those that a plugin counts
     */
    public Map<UUID, BigDecimal> of(Collection<UUID> measures) {
        Map<UUID, BigDecimal> counted = new HashMap<>();
        switchedOn.get()
            .forEach(plugin -> plugin.delivered(measures)
                .forEach((measure, more) -> counted.merge(measure, more, BigDecimal::add)));
        return counted;
    }

    PlanView counted(PlanView plan) {
        return counted(List.of(plan)).getFirst();
    }

    private static boolean isOpen(PlanView plan) {
        return plan.dates().evaluatedOn() == null;
    }
}
