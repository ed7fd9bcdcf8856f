package lv.pumpurs.consultations;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.pumpurs.consultations.ConsultationState.Planned;

/**
 * What a provider has of a month, to be handed in.
 *
 * @param month the month
 * @param rows consultations by measures of plans, in the order of the days
 * @param now in Latvia
 */
record ProviderMonth(YearMonth month, List<Consultation> rows, LocalDateTime now) {

    /** By plan. */
    Map<UUID, List<Consultation>> plans() {
        return byPlan(rows);
    }

    /** By plan what is confirmed and with nobody else: also what was returned. */
    Map<UUID, List<Consultation>> toHandIn() {
        return byPlan(rows.stream().filter(one -> state(one).isToHandIn()).toList());
    }

    /** How many are still planned, though their time is over. */
    long open() {
        return rows.stream().filter(this::isOpen).count();
    }

    boolean isOpen(Consultation one) {
        return state(one) instanceof Planned && !one.slot().isAfter(now);
    }

    ConsultationState state(Consultation one) {
        return one.state(now.toLocalDate());
    }

    private static Map<UUID, List<Consultation>> byPlan(List<Consultation> some) {
        return some.stream()
            .collect(Collectors.groupingBy(one -> Objects.requireNonNull(one.planId()), LinkedHashMap::new,
                    Collectors.toList()));
    }
}
