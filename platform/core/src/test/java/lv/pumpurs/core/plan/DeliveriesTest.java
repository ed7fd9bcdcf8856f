package lv.pumpurs.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.plan.PlanView.MeasureView;
import lv.pumpurs.spi.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

    private static final UUID COUNTED = Ids.next();
    private static final UUID UNKNOWN = Ids.next();

    private final List<Collection<UUID>> asked = new ArrayList<>();

    @Test
    void until_the_evaluation_what_is_counted_is_what_was_delivered() {
        assertThat(deliveries(Map.of(COUNTED, new BigDecimal("3.5"))).counted(List.of(plan(null))))
            .flatExtracting(PlanView::measures)
            .extracting(MeasureView::id, MeasureView::delivered)
            .containsExactly(tuple(COUNTED, new BigDecimal("3.5")),
                    tuple(UNKNOWN, BigDecimal.ONE));
        assertThat(asked).containsExactly(List.of(COUNTED, UNKNOWN));
    }

    @Test
    void what_an_evaluation_has_said_stands() {
        PlanView evaluated = plan(LocalDate.of(2026, 12, 18));
        assertThat(deliveries(Map.of(COUNTED, BigDecimal.TEN)).counted(evaluated)).isEqualTo(evaluated);
        assertThat(asked).isEmpty();
    }

    @Test
    void several_plugins_add_up_and_each_is_asked_once_however_many_plans_there_are() {
        Deliveries two = new Deliveries(List.of(
                measures -> Map.of(COUNTED, BigDecimal.TWO), measures -> {
                    asked.add(List.copyOf(measures));
                    return Map.of(COUNTED, BigDecimal.ONE);
                }));
        assertThat(two.counted(List.of(plan(null), plan(null))))
            .extracting(plan -> plan.measures().getFirst().delivered())
            .containsExactly(new BigDecimal("3"), new BigDecimal("3"));
        assertThat(asked).hasSize(1);
    }

    private Deliveries deliveries(Map<UUID, BigDecimal> counts) {
        return new Deliveries(List.of(measures -> {
            asked.add(List.copyOf(measures));
            return counts;
        }));
    }

    private static PlanView plan(@Nullable LocalDate evaluatedOn) {
        return new PlanView(Ids.next(), new PlanView.About(Ids.next(), "Anna Ozola", 1, true, RiskSight.FULL), "X-1",
                "2026/2027-1", "P", "P", "Skola", "Autore", "ACTIVE", null,
                new PlanView.Dates(null, null, null, evaluatedOn, null), null, null, List.of(),
                List.of(measure(COUNTED), measure(UNKNOWN)));
    }

    private static MeasureView measure(UUID id) {
        return new MeasureView("CONS_SUBJECT_TEACHER", "K", "K", "consultation hour", null, null, BigDecimal.TEN,
                BigDecimal.ONE, List.of(), id, null, null, null);
    }
}
