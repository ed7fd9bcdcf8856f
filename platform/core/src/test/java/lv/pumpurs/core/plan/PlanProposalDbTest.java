package lv.pumpurs.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lv.pumpurs.core.fixture.Somebody;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.programme.Programmes;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.staff.Staff;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.RestrictedText;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;

/** Proposing a plan, on real rows. */
class PlanProposalDbTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final Semester AUTUMN = Semester.of("2026/2027-1");

    @Test
    void one_proposal_at_a_time_waits_and_its_proposer_sees_what_became_of_it() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner learner = town.learner("Anna", "Ozola", "2026/2027", 7);
            Staff teacher = teacher(town, "klase");
            Staff colleague = teacher(town, "kolege");
            var proposals = new PlanProposals(town.entities());
            LearnerPlace place = place(town, teacher, learner);
            proposals.propose(place, teacher.id(), DAY, what());
            assertThatThrownBy(() -> proposals.propose(place, colleague.id(), DAY, what()))
                .isInstanceOfSatisfying(Refused.class,
                        refused -> assertThat(refused.type()).isEqualTo(PlanProblem.PROPOSED_ALREADY));
            proposals.decline(learner.id(), town.author().id(), DAY.plusDays(1), " Plāns jau ir ");
            assertThat(proposals.by(teacher.id(), learner.id())).extracting(ProposalView::stage, ProposalView::reason,
                    ProposalView::answeredBy)
                .containsExactly(tuple("DECLINED", "Plāns jau ir", "Anna Šķēle"));
            assertThat(proposals.by(colleague.id(), learner.id())).isEmpty();
            assertThatThrownBy(() -> proposals.decline(learner.id(), town.author().id(), DAY, "vēlreiz"))
                .isInstanceOfSatisfying(Refused.class,
                        refused -> assertThat(refused.type()).isEqualTo(PlanProblem.NO_PROPOSAL));
            proposals.propose(place, colleague.id(), DAY, what());
            SupportPlan plan = town.draft(learner, AUTUMN, teacher.id());
            town.entities().flush();
            proposals.take(plan, DAY);
            assertThat(proposals.open(learner.id())).isEmpty();
            assertThat(proposals.by(colleague.id(), learner.id())).singleElement().satisfies(taken -> {
                assertThat(taken.stage()).isEqualTo("TAKEN");
                assertThat(taken.plan()).isEqualTo(plan.id());
                assertThat(taken.risks()).containsExactly("STUDY_BACKLOG", "STUDY_MOTIVATION");
            });
        });
    }

    /** The one note tells of all that was seen; read beside another risk, it would tell everybody. */
    @Test
    void what_tells_of_a_risk_that_few_may_see_stands_beside_no_other() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner learner = town.learner("Anna", "Ozola", "2026/2027", 7);
            Staff teacher = teacher(town, "klase");
            var proposals = new PlanProposals(town.entities());
            var plans = new SupportPlans(town.entities());
            proposals.propose(place(town, teacher, learner), teacher.id(), DAY,
                    new ProposePlan(List.of("STUDY_BACKLOG", "HEALTH_PROBLEM"), "Ilgi ārstējas"));
            SupportPlan plan = town.draft(learner, AUTUMN, teacher.id());
            town.entities().flush();
            new ProposalDesk(proposals, plans, new LearnerPlaces(town.entities()),
                    new PlanMaterial(new Programmes(town.entities()), plans, (kind, school) -> true),
                    new Somebody(teacher.id(), "Anna", Set.of(Role.PLAN_AUTHOR)), InstantSource.system())
                .begin(plan);
            assertThat(plan.risks()).filteredOn(risk -> RestrictedText.of("Ilgi ārstējas").equals(risk.note()))
                .extracting(PlanRisk::risk)
                .containsExactly("HEALTH_PROBLEM");
            assertThat(plan.risks()).extracting(PlanRisk::risk).contains("STUDY_BACKLOG");
        });
    }

    @Test
    void a_teacher_of_another_class_does_not_reach_the_learner() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner learner = town.learner("Anna", "Ozola", "2026/2027", 7);
            Staff other = town.staff("cita@mazpilseta.test", RolePlace.classTeacher(town.home().id(), "8.b"));
            town.entities().flush();
            assertThat(new LearnerPlaces(town.entities()).find(learner.id(), other.id(), Set.of(Role.CLASS_TEACHER)))
                .isEmpty();
        });
    }

    private static ProposePlan what() {
        return new ProposePlan(List.of("STUDY_BACKLOG", "STUDY_MOTIVATION"), "Kavē katru pirmdienu");
    }

    private static LearnerPlace place(Town town, Staff teacher, Learner learner) {
        town.entities().flush();
        return new LearnerPlaces(town.entities()).find(learner.id(), teacher.id(), Set.of(Role.CLASS_TEACHER))
            .orElseThrow();
    }

    private static Staff teacher(Town town, String name) {
        return town.staff(name + "@mazpilseta.test", RolePlace.classTeacher(town.home().id(), "7.a"));
    }
}
