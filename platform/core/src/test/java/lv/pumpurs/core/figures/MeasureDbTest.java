package lv.pumpurs.core.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import lv.pumpurs.core.figures.Overview.Counts;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.Outcome;
import lv.pumpurs.core.plan.PlanResult;
import lv.pumpurs.core.plan.SupportPlan;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.spi.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The boundaries of the measures' definitions, on real rows. Autumn 2020: 1 September to 18 December. */
class MeasureDbTest {

    private static final Semester AUTUMN = Semester.of("2020/2021-1");
    private static final Semester SPRING = Semester.of("2020/2021-2");
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 9, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2020, 12, 18);

    @Test
    void a_plan_active_on_the_last_day_of_the_semester_supports_its_learner() {
        Town.in(TwoTenants.ALFA, town -> {
            plan(town, SPRING, LAST_DAY, LAST_DAY.plusMonths(3));
            assertThat(counts(town, AUTUMN).learnersSupported()).isOne();
        });
    }

    @Test
    void a_plan_active_from_the_day_after_the_semester_does_not() {
        Town.in(TwoTenants.ALFA, town -> {
            plan(town, SPRING, LAST_DAY.plusDays(1), LAST_DAY.plusMonths(3));
            assertThat(counts(town, AUTUMN).learnersSupported()).isZero();
        });
    }

    @Test
    void a_plan_that_ended_the_day_before_the_semester_does_not() {
        Town.in(TwoTenants.ALFA, town -> {
            plan(town, Semester.of("2019/2020-2"), FIRST_DAY.minusMonths(3), FIRST_DAY.minusDays(1));
            assertThat(counts(town, AUTUMN).learnersSupported()).isZero();
        });
    }

    @Test
    void a_plan_counts_in_its_own_semester_whenever_it_was_approved() {
        Town.in(TwoTenants.ALFA, town -> {
            plan(town, SPRING, LAST_DAY, LAST_DAY.plusMonths(3));
            assertThat(counts(town, AUTUMN).plansPrepared()).isZero();
            assertThat(counts(town, SPRING).plansPrepared()).isOne();
        });
    }

    @Test
    void a_learner_with_two_plans_is_supported_once() {
        Town.in(TwoTenants.ALFA, town -> {
            var learner = town.learner("Ilze", "Ozola", "2020/2021", 7);
            var provider = provider(town);
            town.approved(learner, AUTUMN, provider, FIRST_DAY, LAST_DAY);
            town.approved(learner, SPRING, provider, LAST_DAY.plusMonths(1), LAST_DAY.plusMonths(3));
            town.entities();
            assertThat(new Overviews(town.entities()).of(AUTUMN, SPRING).totals()).isEqualTo(new Counts(2, 0, 1, 1));
        });
    }

    @Test
    void a_draft_does_not_count() {
        Town.in(TwoTenants.ALFA, town -> {
            town.draft(town.learner("Ilze", "Ozola", "2020/2021", 7), AUTUMN, provider(town));
            assertThat(counts(town, AUTUMN)).isEqualTo(Counts.NONE);
        });
    }

    @Test
    void a_plan_in_approval_does_not_count() {
        Town.in(TwoTenants.ALFA, town -> {
            town.draft(town.learner("Ilze", "Ozola", "2020/2021", 7), AUTUMN, provider(town)).submit();
            assertThat(counts(town, AUTUMN)).isEqualTo(Counts.NONE);
        });
    }

    @Test
    void a_plan_is_realised_when_it_is_evaluated_and_something_was_delivered() {
        Town.in(TwoTenants.ALFA, town -> {
            var plan = plan(town, AUTUMN, FIRST_DAY, LAST_DAY);
            plan.deliver(plan.measures().getFirst().id(), BigDecimal.ONE);
            assertThat(counts(town, AUTUMN).plansRealised()).isZero();
            plan.evaluate(LAST_DAY, PlanResult.REDUCED);
            assertThat(counts(town, AUTUMN).plansRealised()).isOne();
        });
    }

    @Test
    void an_evaluated_plan_of_which_nothing_was_delivered_is_not_realised() {
        Town.in(TwoTenants.ALFA, town -> {
            plan(town, AUTUMN, FIRST_DAY, LAST_DAY).evaluate(LAST_DAY, PlanResult.UNCHANGED);
            assertThat(counts(town, AUTUMN)).isEqualTo(new Counts(1, 0, 1, 1));
        });
    }

    @Test
    void a_plan_that_ended_early_does_not_reach_the_next_semester() {
        Town.in(TwoTenants.ALFA, town -> {
            var plan = plan(town, AUTUMN, FIRST_DAY, LAST_DAY.plusMonths(2));
            plan.terminate(LAST_DAY, "aizbrauca");
            assertThat(counts(town, SPRING).learnersSupported()).isZero();
        });
    }

    @Test
    void the_other_tenant_is_not_counted() {
        Town.in(TwoTenants.ALFA, town -> {
            plan(town, AUTUMN, FIRST_DAY, LAST_DAY);
            town.entities();
            Town.in(TwoTenants.BETA,
                    other -> assertThat(counts(other, AUTUMN)).as("counted in the other tenant")
                        .isEqualTo(Counts.NONE));
        });
    }

    @Test
    void only_final_grades_count_for_completion() {
        Town.in(TwoTenants.ALFA, town -> {
            for (var graduate : new int[]{9, 9, 12, 8}) {
                var learner = town.learner("Jānis", "Bērziņš", "2020/2021", graduate);
                learner.finish(LocalDate.of(2021, 6, 18), graduate == 8 ? Outcome.PROMOTED : Outcome.GRADUATED);
                town.approved(learner, AUTUMN, provider(town), FIRST_DAY, LAST_DAY);
            }
            var left = town.learner("Juris", "Kalniņš", "2020/2021", 9);
            left.finish(LocalDate.of(2021, 2, 1), Outcome.LEFT);
            town.approved(left, AUTUMN, provider(town), FIRST_DAY, LAST_DAY);
            publish(town, Measure.M7_COMPLETION, "100", null);
            var figure = new Figures(town.entities()).all().getFirst();
            assertThat(figure.computed()).isEqualTo("75");
            assertThat(figure.difference()).isEqualByComparingTo("-25");
        });
    }

    @Test
    void the_most_used_measure_is_ranked_by_plans() {
        Town.in(TwoTenants.ALFA, town -> {
            plan(town, AUTUMN, FIRST_DAY, LAST_DAY);
            publish(town, Measure.M6_MEASURE_USE_RANK, "CONS_SUBJECT_TEACHER", null);
            var figure = new Figures(town.entities()).all().getFirst();
            assertThat(figure.computed()).isEqualTo("CONS_SUBJECT_TEACHER");
            assertThat(figure.difference()).isZero();
        });
    }

    @Test
    void a_figure_of_a_school_counts_that_school_only() {
        Town.in(TwoTenants.ALFA, town -> {
            plan(town, AUTUMN, FIRST_DAY, LAST_DAY);
            publish(town, Measure.M3_LEARNERS_SUPPORTED, "1", town.school("Cita skola").id());
            var figure = new Figures(town.entities()).all().getFirst();
            assertThat(figure.scope()).isEqualTo("Cita skola");
            assertThat(figure.computed()).isEqualTo("0");
            assertThat(figure.difference()).isEqualByComparingTo("-1");
        });
    }

    private static SupportPlan plan(Town town, Semester semester, LocalDate from, LocalDate to) {
        return town.approved(town.learner("Ilze", "Ozola", "2020/2021", 7), semester, provider(town), from, to);
    }

    private static UUID provider(Town town) {
        return town.staff(Ids.next() + "@mazpilseta.test", RolePlace.provider(town.home().id(), "EDUCATOR")).id();
    }

    private static Counts counts(Town town, Semester semester) {
        return new Overviews(town.entities()).of(semester, semester).totals();
    }

    private static void publish(Town town, Measure measure, String value, @Nullable UUID school) {
        town.entities()
            .createNativeQuery("""
                insert into published_figure (id, code, measure, school_id, semester_from, semester_to, unit, value,
                    source) values (?1, 'X1', ?2, cast(?3 as uuid), '2020/2021-1', '2020/2021-1', 'units', ?4, 'test')
                """)
            .setParameter(1, Ids.next())
            .setParameter(2, measure.name())
            .setParameter(3, school == null ? null : school.toString())
            .setParameter(4, value)
            .executeUpdate();
    }
}
