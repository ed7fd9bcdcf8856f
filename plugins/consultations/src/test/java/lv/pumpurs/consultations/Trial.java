package lv.pumpurs.consultations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.consultations.Intended.Around;
import lv.pumpurs.consultations.Intended.Taken;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.learner.RosterLearner;
import lv.pumpurs.spi.plan.LearnerPlan;
import lv.pumpurs.spi.plan.PlanMeasure;
import lv.pumpurs.spi.plan.PlanRest;
import org.jspecify.annotations.Nullable;

/** A consultation that every rule allows, to be changed in one thing. The views of the SPI are filled by their fields. */
final class Trial {

    static final UUID PROVIDER = Ids.next();
    static final UUID SCHOOL = Ids.next();
    static final UUID LEARNER = Ids.next();
    /** A Tuesday. */
    static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    static final LocalDateTime NOW = DAY.atTime(15, 0);
    static final ConsultationRules RULES = new ConsultationRules(40, 40, 7, 72, Set.of(), Set.of());

    private UUID by = PROVIDER;
    private Slot slot = new Slot(DAY, LocalTime.of(14, 0), 40);
    private boolean held = true;
    private Mode mode = Mode.IN_PERSON;
    private @Nullable DirectorOrder order;
    private LocalDate from = DAY.minusDays(30);
    private LocalDate to = DAY.plusDays(30);
    private LocalDate starts = DAY.minusDays(20);
    private LocalDate ends = DAY.plusDays(20);
    private String unit = "consultation hour";
    private String used = "0";
    private List<PlanRest> rests = List.of();
    private Taken taken = new Taken(List.of(), List.of());
    private Set<LocalDate> daysOff = Set.of();
    private LocalDateTime now = NOW;

    Trial by(UUID person) {
        by = person;
        return this;
    }

    Trial at(LocalDate day, String time, int minutes) {
        slot = new Slot(day, LocalTime.parse(time), minutes);
        return this;
    }

    Trial planned() {
        held = false;
        return this;
    }

    Trial remote(@Nullable DirectorOrder under) {
        mode = Mode.REMOTE;
        order = under;
        return this;
    }

    Trial plan(LocalDate first, LocalDate last) {
        from = first;
        to = last;
        return this;
    }

    Trial measure(LocalDate first, LocalDate last) {
        starts = first;
        ends = last;
        return this;
    }

    Trial unit(String code) {
        unit = code;
        return this;
    }

    Trial used(String quantity) {
        used = quantity;
        return this;
    }

    Trial rested(LocalDate since, @Nullable LocalDate ended) {
        rests = List.of(filled(PlanRest.class, "since", since, "endedOn", ended));
        return this;
    }

    Trial taken(List<Slot> provider, List<Slot> learner) {
        taken = new Taken(provider, learner);
        return this;
    }

    Trial daysOff(LocalDate... days) {
        daysOff = Set.of(days);
        return this;
    }

    Trial now(LocalDateTime moment) {
        now = moment;
        return this;
    }

    Intended intended() {
        LearnerPlan plan = filled(LearnerPlan.class, "id", Ids.next(), "code", "LUB-1", "learnerId", LEARNER,
                "schoolId",
                SCHOOL, "activeFrom", from, "activeTo", to);
        PlanMeasure measure = filled(PlanMeasure.class, "id", Ids.next(), "planId", plan.id(), "unit", unit,
                "providerId", PROVIDER, "plannedQuantity", BigDecimal.TEN, "startsOn", starts, "endsOn", ends);
        return new Intended(by, slot, held, mode, order,
                new MeasureAtHand(filled(RosterLearner.class), plan, measure, rests, new BigDecimal(used)), taken,
                new Around(new ConsultationRules(40, 40, 7, 72, EnumSet.noneOf(Rule.class), daysOff), now));
    }

    List<Rule> broken() {
        return Rule.broken(intended());
    }

    Consultation written() {
        return new Consultation(Ids.next(), Ids.next(), intended(), "Matemātika", List.of());
    }

    private static <T> T filled(Class<T> view, @Nullable Object... fields) {
        try {
            var constructor = view.getDeclaredConstructor();
            constructor.setAccessible(true);
            T made = constructor.newInstance();
            for (int i = 0; i < fields.length; i += 2) {
                var field = view.getDeclaredField(String.valueOf(fields[i]));
                field.setAccessible(true);
                field.set(made, fields[i + 1]);
            }
            return made;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
