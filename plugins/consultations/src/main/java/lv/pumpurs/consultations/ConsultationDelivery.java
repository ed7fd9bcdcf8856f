package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.spi.plan.MeasureDelivery;

/** What was held of a measure, whether the learner's side has confirmed it or not: delivered is not yet payable. */
@Dependent
public class ConsultationDelivery implements MeasureDelivery {

    private final Consultations consultations;

    /**
     * On the bound tenant.
     *
     * @param consultations the consultations
     */
    @Inject
    public ConsultationDelivery(Consultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public Map<UUID, BigDecimal> delivered(Collection<UUID> measures) {
        return consultations.held(measures);
    }
}
