package lv.pumpurs.consultations;

import java.util.List;
import java.util.stream.Stream;

/** What must hold when a consultation is planned or written down, each a sentence of the domain. */
public enum Rule {
    /** What was held has begun. */
    NOT_IN_FUTURE(ConsultationProblem.IN_FUTURE, "heldOn", false),
    /** The plan is approved and in force on the day. */
    PLAN_ACTIVE(ConsultationProblem.PLAN_NOT_ACTIVE, "heldOn", false),
    /** The measure is planned for the day. */
    IN_PERIOD(ConsultationProblem.OUT_OF_PERIOD, "heldOn", true),
    /** The plan names the provider for the measure. */
    OWN_MEASURE(ConsultationProblem.NOT_OWN_MEASURE, "measures", false),
    /** Together with what is planned and was held, it is no more than the plan says. */
    IN_QUANTITY(ConsultationProblem.OVER_QUANTITY, "minutes", true),
    /** The provider has nothing else at the time. */
    PROVIDER_FREE(ConsultationProblem.PROVIDER_TAKEN, "startsAt", false),
    /** The learner has nothing else at the time. */
    LEARNER_FREE(ConsultationProblem.LEARNER_TAKEN, "startsAt", false),
    /** It is no public holiday, and no day on which the school does not teach. */
    NO_HOLIDAY(ConsultationProblem.ON_HOLIDAY, "heldOn", true),
    /** A remote one has an order of the director that covers day, provider and plan. */
    ORDERED(ConsultationProblem.NO_ORDER, "mode", false);

    private final ConsultationProblem problem;
    private final String field;
    private final boolean mayWarn;

    Rule(ConsultationProblem problem, String field, boolean mayWarn) {
        this.problem = problem;
        this.field = field;
        this.mayWarn = mayWarn;
    }

    /** All that do not hold, in their order. */
    static List<Rule> broken(Intended one) {
        return Stream.of(values()).filter(rule -> !rule.holds(one)).toList();
    }

    private boolean holds(Intended one) {
        Slot slot = one.slot();
        MeasureAtHand measure = one.measure();
        return switch (this) {
            case NOT_IN_FUTURE -> !one.held() || !slot.isAfter(one.around().now());
            case PLAN_ACTIVE -> measure.isPlanActiveOn(slot.day());
            case IN_PERIOD -> measure.isPlannedOn(slot.day());
            case OWN_MEASURE -> one.by().equals(measure.measure().providerId());
            case IN_QUANTITY -> measure.hasLeft(one.quantity());
            case PROVIDER_FREE -> one.taken().provider().stream().noneMatch(slot::overlaps);
            case LEARNER_FREE -> one.taken().learner().stream().noneMatch(slot::overlaps);
            case NO_HOLIDAY -> !PublicHolidays.isHoliday(slot.day())
                    && !one.around().rules().daysOff().contains(slot.day());
            case ORDERED -> one.mode() == Mode.IN_PERSON || one.order() != null;
        };
    }

    /** What is told when it does not hold. */
    ConsultationProblem problem() {
        return problem;
    }

    /** The field of the form at which it is told. */
    String field() {
        return field;
    }

    /** Whether a school may choose to be warned only. */
    boolean mayWarn() {
        return mayWarn;
    }
}
