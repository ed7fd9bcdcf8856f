package lv.pumpurs.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.Admission;
import lv.pumpurs.core.learner.ClassPlace;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.Outcome;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.staff.Staff;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;

/** Plans on real rows: what the database refuses, and what a reader is shown. */
class SupportPlansDbTest {

    private static final Semester AUTUMN = Semester.of("2020/2021-1");
    private static final LocalDate DAY = LocalDate.of(2020, 10, 1);

    @Test
    void a_second_open_plan_is_refused_by_the_database() {
        Town.in(TwoTenants.ALFA, town -> {
            var learner = town.learner("Anna", "Ozola", "2020/2021", 7);
            var provider = provider(town).id();
            town.draft(learner, AUTUMN, provider);
            town.entities();
            town.draft(learner, AUTUMN, provider);
            assertThatThrownBy(town::entities).isInstanceOf(PersistenceException.class)
                .hasMessageContaining("support_plan_one_open");
        });
    }

    @Test
    void a_second_open_plan_is_refused_in_words_first() {
        Town.in(TwoTenants.ALFA, town -> {
            var first = town.draft(town.learner("Anna", "Ozola", "2020/2021", 7), AUTUMN, provider(town).id());
            var plans = new SupportPlans(town.entities());
            var second = new SupportPlan(Ids.next(), new PlanCode("MAZ-2020-1-9999"), first.subject(),
                    town.author().id());
            assertThatThrownBy(() -> plans.add(second)).isInstanceOf(Refused.class);
        });
    }

    @Test
    void a_closed_plan_leaves_room_for_another() {
        Town.in(TwoTenants.ALFA, town -> {
            var learner = town.learner("Anna", "Ozola", "2020/2021", 7);
            var provider = provider(town).id();
            var first = town.approved(learner, AUTUMN, provider, DAY, DAY.plusDays(30));
            first.evaluate(DAY.plusDays(5), PlanResult.ELIMINATED);
            first.close(DAY.plusDays(6));
            town.entities();
            town.draft(learner, AUTUMN, provider);
            town.entities();
            assertThat(new SupportPlans(town.entities()).openPlan(first.subject())).isPresent();
        });
    }

    @Test
    void codes_are_given_out_without_gap_or_repeat() {
        Town.in(TwoTenants.ALFA, town -> {
            var plans = new SupportPlans(town.entities());
            assertThat(plans.nextCodes("LUB", AUTUMN, 2)).extracting(PlanCode::value)
                .containsExactly("LUB-2020-1-0001", "LUB-2020-1-0002");
            assertThat(plans.nextCodes("LUB", AUTUMN, 1)).extracting(PlanCode::value)
                .containsExactly("LUB-2020-1-0003");
            assertThat(plans.nextCodes("LUB", AUTUMN.next(), 1)).extracting(PlanCode::value)
                .containsExactly("LUB-2020-2-0001");
        });
    }

    @Test
    void a_plan_is_read_with_its_risks_and_measures() {
        Town.in(TwoTenants.ALFA, town -> {
            var learner = town.learner("Anna", "Ozola", "2020/2021", 7);
            town.approved(learner, AUTUMN, provider(town).id(), DAY, DAY.plusDays(30));
            var director = town.staff("dir@mazpilseta.test",
                    RolePlace.inSchool(Role.SCHOOL_DIRECTOR, town.home().id()));
            var plan = new SupportPlans(town.entities())
                .byLearner(learner.id(), director.id(), Set.of(Role.SCHOOL_DIRECTOR))
                .getFirst();
            assertThat(plan.code()).isEqualTo("MAZ-2020-1-0001");
            assertThat(plan.state()).isEqualTo("EVALUATION_DUE");
            assertThat(plan.dates().activeFrom()).isEqualTo(DAY);
            assertThat(plan.risks()).extracting(PlanView.RiskView::nameLv)
                .containsExactly("Grūtības mācību satura apguvē");
            var measure = plan.measures().getFirst();
            assertThat(measure.providerName()).isEqualTo("Anna Šķēle");
            assertThat(measure.planned()).isEqualByComparingTo(BigDecimal.TEN);
            assertThat(measure.risks()).containsExactly("STUDY_CONTENT_DIFFICULTY");
        });
    }

    @Test
    void a_plan_is_to_be_evaluated_from_the_day_after_its_last_day_of_support() {
        Town.in(TwoTenants.ALFA, town -> {
            var today = BusinessTime.today(InstantSource.system());
            var lasting = town.approved(town.learner("Anna", "Ozola", "2020/2021", 7), AUTUMN, provider(town).id(),
                    DAY, today);
            var over = town.approved(town.learner("Juris", "Bērzs", "2020/2021", 7), AUTUMN, provider(town).id(), DAY,
                    today.minusDays(1));
            var plans = new SupportPlans(town.entities());
            var author = Set.of(Role.PLAN_AUTHOR);
            assertThat(plans.read(lasting.id(), town.author().id(), author).orElseThrow().state()).isEqualTo("ACTIVE");
            assertThat(plans.read(over.id(), town.author().id(), author).orElseThrow().state())
                .isEqualTo("EVALUATION_DUE");
            assertThat(plans.page(new PlanFilter("EVALUATION_DUE", null, null), PlanSort.STATE,
                    new ListQuery(1, 25, "state", false), town.author().id(), author)
                .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.state()).isEqualTo("EVALUATION_DUE"));
            assertThat(plans.page(new PlanFilter("ACTIVE", null, null), PlanSort.STATE,
                    new ListQuery(1, 25, "state", true), town.author().id(), author)
                .rows()).hasSize(1);
        });
    }

    @Test
    void a_measure_that_is_not_yet_tied_to_a_risk_is_read_as_against_none() {
        Town.in(TwoTenants.ALFA, town -> {
            var learner = town.learner("Anna", "Ozola", "2020/2021", 7);
            town.draft(learner, AUTUMN, provider(town).id());
            var director = town.staff("dir@mazpilseta.test",
                    RolePlace.inSchool(Role.SCHOOL_DIRECTOR, town.home().id()));
            town.entities().createNativeQuery("delete from planned_measure_risk").executeUpdate();
            var plan = new SupportPlans(town.entities())
                .byLearner(learner.id(), director.id(), Set.of(Role.SCHOOL_DIRECTOR))
                .getFirst();
            assertThat(plan.measures()).singleElement().satisfies(measure -> assertThat(measure.risks()).isEmpty());
        });
    }

    @Test
    void a_provider_reads_the_own_measure_and_the_risks_it_is_against() {
        Town.in(TwoTenants.ALFA, town -> {
            var learner = town.learner("Anna", "Ozola", "2020/2021", 7);
            var me = provider(town);
            var plan = town.draft(learner, AUTUMN, me.id());
            plan.seeRisk("HEALTH_PROBLEM", Severity.HIGH, null);
            plan.plan(new MeasurePlan("CONS_PSYCHOLOGIST", provider(town).id(), null, BigDecimal.ONE, DAY, DAY,
                    Set.of("HEALTH_PROBLEM")));
            var plans = new SupportPlans(town.entities());
            var read = plans.byLearner(learner.id(), me.id(), Set.of(Role.PROVIDER)).getFirst();
            assertThat(read.measures()).extracting(PlanView.MeasureView::kind).containsExactly("CONS_SUBJECT_TEACHER");
            assertThat(read.risks()).extracting(PlanView.RiskView::code).containsExactly("STUDY_CONTENT_DIFFICULTY");
            assertThat(plans.byLearner(learner.id(), provider(town).id(), Set.of(Role.PROVIDER))).isEmpty();
            var author = plans.byLearner(learner.id(), town.author().id(), Set.of(Role.PLAN_AUTHOR)).getFirst();
            assertThat(author.measures()).hasSize(2);
        });
    }

    @Test
    void a_plan_of_the_other_tenant_is_not_there() {
        Town.in(TwoTenants.ALFA, town -> {
            var learner = town.learner("Anna", "Ozola", "2020/2021", 7);
            town.draft(learner, AUTUMN, provider(town).id());
            town.entities();
            Town.in(TwoTenants.BETA,
                    other -> assertThat(new SupportPlans(other.entities()).byLearner(learner.id(),
                            other.author().id(), Set.of(Role.PLAN_AUTHOR)))
                        .isEmpty());
        });
    }

    /** Its page offers nothing that would be refused. */
    @Test
    void a_former_school_does_nothing_with_a_plan_that_it_reads() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner learner = town.learner("Anna", "Ozola", "2020/2021", 7);
            UUID home = town.home().id();
            UUID director = town.staff("d@mazpilseta.test", RolePlace.inSchool(Role.SCHOOL_DIRECTOR, home)).id();
            UUID coordinator = town.staff("k@mazpilseta.test", RolePlace.inTenant(Role.TENANT_COORDINATOR)).id();
            var plans = new SupportPlans(town.entities());
            assertThat(plans.rolesAt(home, learner.id(), director)).containsExactly(Role.SCHOOL_DIRECTOR);
            learner.enrol(new Admission(town.school("Cita").id(), "2020/2021", ClassPlace.general(7, "b"),
                    LocalDate.of(2020, 11, 2)), Outcome.TRANSFERRED);
            town.entities().flush();
            assertThat(plans.rolesAt(home, learner.id(), director)).isEmpty();
            assertThat(plans.rolesAt(home, learner.id(), coordinator)).containsExactly(Role.TENANT_COORDINATOR);
        });
    }

    private static Staff provider(Town town) {
        return town.staff(Ids.next() + "@mazpilseta.test", RolePlace.provider(town.home().id(), "EDUCATOR"));
    }
}
