package lv.pumpurs.consultations;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.spi.learner.RosterLearner;
import lv.pumpurs.spi.plan.LearnerPlan;
import lv.pumpurs.spi.plan.PlanMeasure;
import lv.pumpurs.spi.plan.PlanRest;

/**
 * A measure for which a consultation is planned or written down, with the plan it stands in.
 *
 * @param learner with whom
 * @param plan the plan
 * @param measure what is planned
 * @param rests when the plan rested
 * @param used how much of the measure is planned or was held so far
 */
record MeasureAtHand(RosterLearner learner, LearnerPlan plan, PlanMeasure measure, List<PlanRest> rests,
        BigDecimal used) {

    private static final int MINUTES_OF_HOUR = 60;

    UUID id() {
        return measure.id();
    }

    /** Whether support is agreed on a day: the plan was approved for it, has not ended and does not rest. */
    boolean isPlanActiveOn(LocalDate day) {
        LocalDate from = plan.activeFrom();
        LocalDate to = plan.activeTo();
        return from != null && to != null && !day.isBefore(from) && !day.isAfter(to)
                && rests.stream().noneMatch(rest -> isIn(rest, day));
    }

    boolean isPlannedOn(LocalDate day) {
        return !day.isBefore(measure.startsOn()) && !day.isAfter(measure.endsOn());
    }

    /** Whether something can be given on a day: the plan is in force, the measure planned, and some of it is left. */
    boolean isOpenOn(LocalDate day) {
        return isPlanActiveOn(day) && isPlannedOn(day) && used.compareTo(measure.plannedQuantity()) < 0;
    }

    /** How much of the measure so many minutes are. */
    BigDecimal quantity(int minutes, int lessonMinutes) {
        int unit = switch (measure.unit()) {
            case "session" -> minutes;
            case "hour" -> MINUTES_OF_HOUR;
            default -> lessonMinutes;
        };
        return BigDecimal.valueOf(minutes)
            .divide(BigDecimal.valueOf(unit), 2, RoundingMode.HALF_UP)
            .max(new BigDecimal("0.01"));
    }

    boolean hasLeft(BigDecimal more) {
        return used.add(more).compareTo(measure.plannedQuantity()) <= 0;
    }

    /** The day on which it goes on is a day of support again. */
    private static boolean isIn(PlanRest rest, LocalDate day) {
        LocalDate ended = rest.endedOn();
        return !day.isBefore(rest.since()) && (ended == null || day.isBefore(ended));
    }
}
