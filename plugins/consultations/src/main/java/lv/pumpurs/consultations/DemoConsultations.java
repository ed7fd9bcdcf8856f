package lv.pumpurs.consultations;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import lv.pumpurs.spi.Demonstration;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;
import lv.pumpurs.spi.learner.RosterLearner;
import lv.pumpurs.spi.plan.LearnerPlan;
import lv.pumpurs.spi.plan.PlanMeasure;
import lv.pumpurs.spi.plan.PlanRest;

/**
 * Consultations of the demonstration, for the measures of its plans: of plans that were evaluated as many as the evaluation
 * says, of the others as many as are due until the next two weeks. Those of spring 2020 are remote, under an order a school.
 * Months that are over were handed in.
 */
public final class DemoConsultations implements Demonstration {

    private static final String MEASURES = """
            select l, p, m from RosterLearner l, LearnerPlan p, PlanMeasure m
            where p.learnerId = l.id and m.planId = p.id and m.providerId is not null
              and p.state in ('ACTIVE', 'EVALUATED', 'CLOSED')
              and (m.kind like 'CONS\\_%' escape '\\' or m.kind like 'SERV\\_%' escape '\\')
              and exists (select e.schoolId from EnabledSchool e
                          where e.plugin = 'consultations' and e.schoolId = p.schoolId)
            order by m.startsOn, p.code, m.kind""";

    /** What is evaluated is over. */
    private static final int DAYS_OF_EVALUATION = 4;
    private static final int DAYS_AHEAD = 14;
    private static final int DAYS_OF_DOUBT = 3;
    private static final int EVERY_VAIN = 25;
    private static final int EVERY_SHARED = 3;
    private static final int PER_CENT_CONFIRMED = 95;

    /** For the service loader. */
    public DemoConsultations() {}

    @Override
    public boolean show(Stage stage) {
        EntityManager entities = stage.entities();
        List<MeasureAtHand> measures = measures(entities);
        if (measures.isEmpty() || entities.createQuery("select count(c) from Consultation c", Long.class)
            .getSingleResult() > 0) {
            return false;
        }
        Map<UUID, DirectorOrder> orders = orders(measures, entities);
        orders.values().forEach(entities::persist);
        entities.flush();
        Tale tale = new Tale(stage, new DemoTimetable(stage.now(), orders));
        measures.forEach(tale::tell);
        new DemoSheets(entities, stage.now().toLocalDate()).tell(tale.all);
        entities.flush();
        return true;
    }

    private static List<MeasureAtHand> measures(EntityManager entities) {
        Map<UUID, List<PlanRest>> rests = entities.createQuery("select r from PlanRest r", PlanRest.class)
            .getResultStream()
            .collect(Collectors.groupingBy(PlanRest::planId));
        return entities.createQuery(MEASURES, Object[].class)
            .getResultStream()
            .map(row -> {
                LearnerPlan plan = (LearnerPlan) row[1];
                return new MeasureAtHand((RosterLearner) row[0], plan, (PlanMeasure) row[2],
                        rests.getOrDefault(plan.id(), List.of()), BigDecimal.ZERO);
            })
            .toList();
    }

    /** By school; each names who consults whom, as the directors' orders of that spring had to. */
    private static Map<UUID, DirectorOrder> orders(List<MeasureAtHand> measures, EntityManager entities) {
        Map<UUID, Set<UUID>> providers = new HashMap<>();
        Map<UUID, Set<String>> plans = new HashMap<>();
        measures.stream()
            .filter(one -> one.isPlanActiveOn(DemoDays.CLOSED_FROM))
            .forEach(one -> {
                UUID school = one.plan().schoolId();
                providers.computeIfAbsent(school, key -> new HashSet<>())
                    .add(Objects.requireNonNull(one.measure().providerId()));
                plans.computeIfAbsent(school, key -> new HashSet<>()).add(one.plan().code());
            });
        Map<UUID, DirectorOrder> orders = new HashMap<>();
        providers.forEach((school, people) -> {
            DirectorOrder order = new DirectorOrder(Ids.next(), school, new DirectorOrder.Paper("1-8/2020-17",
                    DemoDays.CLOSED_FROM, DemoDays.CLOSED_FROM, DemoDays.CLOSED_TO), director(school, entities));
            order.only(people, plans.getOrDefault(school, Set.of()));
            orders.put(school, order);
        });
        return orders;
    }

    private static UUID director(UUID school, EntityManager entities) {
        return entities
            .createQuery("select a.personId from SchoolAccess a where a.schoolId = :school and a.role = :role"
                    + " order by a.personId", UUID.class)
            .setParameter("school", school)
            .setParameter("role", Role.SCHOOL_DIRECTOR)
            .setMaxResults(1)
            .getSingleResult();
    }

    /** One telling, from the first plan to the last. */
    private static final class Tale {

        private final EntityManager entities;
        private final RandomGenerator random;
        private final LocalDateTime now;
        private final Map<UUID, BigDecimal> evaluated;
        private final DemoTimetable timetable;
        private final List<Consultation> all = new ArrayList<>();
        private int told;

        Tale(Stage stage, DemoTimetable timetable) {
            this.entities = stage.entities();
            this.random = stage.random();
            this.now = stage.now();
            this.evaluated = stage.evaluated();
            this.timetable = timetable;
        }

        void tell(MeasureAtHand one) {
            LocalDate from = later(Objects.requireNonNull(one.plan().activeFrom()), one.measure().startsOn());
            LocalDate to = Objects.requireNonNull(one.plan().activeTo());
            BigDecimal said = evaluated.get(one.id());
            if (said != null) {
                LocalDate last = to.minusDays(DAYS_OF_EVALUATION);
                DemoDays.spread(DemoDays.between(from, last), said.intValue())
                    .forEach(day -> consult(one, day, last.plusDays(1)));
                return;
            }
            // of what goes on something is left, so that one can still be written down
            LocalDate ahead = now.toLocalDate().plusDays(DAYS_AHEAD);
            LocalDate last = ahead.isBefore(to) ? ahead : to;
            DemoDays.spread(DemoDays.between(from, to), one.measure().plannedQuantity().intValue() * 3 / 4)
                .stream()
                .filter(day -> !day.isAfter(last))
                .forEach(day -> consult(one, day, last));
        }

        /** On the day, or on the next that has room; what finds none until the end is left out. */
        private void consult(MeasureAtHand one, LocalDate wanted, LocalDate last) {
            told++;
            boolean vain = told % EVERY_VAIN == 0 && inVain(one, wanted);
            for (LocalDate day : DemoDays.between(vain ? wanted.plusDays(1) : wanted, last)) {
                Optional<Consultation> found = told % EVERY_SHARED == 0 ? timetable.among(one, day) : Optional.empty();
                if (found.isEmpty()) {
                    found = timetable.alone(one, day, isHeld(one, day));
                }
                if (found.isPresent()) {
                    confirm(found.get());
                    timetable.keep(found.get());
                    add(found.get());
                    return;
                }
            }
        }

        private void add(Consultation one) {
            entities.persist(one);
            all.add(one);
        }

        /** The learner does not come, or it is called off: it is held on another day. */
        private boolean inVain(MeasureAtHand one, LocalDate day) {
            Optional<Consultation> found = timetable.alone(one, day, false);
            found.ifPresent(made -> {
                timetable.close(made);
                if (told % (2 * EVERY_VAIN) == 0 && day.isBefore(now.toLocalDate())) {
                    made.miss(now);
                } else {
                    made.cancel("Pedagogs ir kursos.");
                    timetable.free(made);
                }
                add(made);
            });
            return found.isPresent();
        }

        /** Of the last days some still wait for somebody to say what became of them. */
        private boolean isHeld(MeasureAtHand one, LocalDate day) {
            LocalDate today = now.toLocalDate();
            boolean doubtful = !day.isBefore(today.minusDays(DAYS_OF_DOUBT)) && random.nextInt(4) == 0;
            return day.isBefore(today) && (evaluated.containsKey(one.id()) || !doubtful);
        }

        /** A remote one on the day itself; of the others a few by nobody. */
        private void confirm(Consultation one) {
            LocalDate day = one.slot().day();
            LocalDate until = one.confirmBy();
            if (until == null) {
                return;
            }
            LocalDate on = day.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(day, until) + 1));
            if (!on.isAfter(now.toLocalDate())
                    && (one.mode() == Mode.REMOTE || random.nextInt(100) < PER_CENT_CONFIRMED)) {
                one.confirm(random.nextInt(3) == 0 ? Way.GUARDIAN : Way.CODE, on);
            }
        }

        private static LocalDate later(LocalDate one, LocalDate other) {
            return one.isAfter(other) ? one : other;
        }
    }
}
