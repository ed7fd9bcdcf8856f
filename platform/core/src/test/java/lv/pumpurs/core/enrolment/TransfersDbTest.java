package lv.pumpurs.core.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.fixture.Somebody;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.ClassPlace;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.Learners;
import lv.pumpurs.core.learner.Outcome;
import lv.pumpurs.core.paper.PlanPapers;
import lv.pumpurs.core.plan.PlanProposals;
import lv.pumpurs.core.plan.PlanResult;
import lv.pumpurs.core.plan.PlanView;
import lv.pumpurs.core.plan.RiskSight;
import lv.pumpurs.core.plan.SupportPlan;
import lv.pumpurs.core.plan.SupportPlans;
import lv.pumpurs.core.school.School;
import lv.pumpurs.core.school.Schools;
import lv.pumpurs.core.schoolyear.SchoolYears;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.web.Texts;
import lv.pumpurs.core.web.WebProblem;
import lv.pumpurs.spi.ProblemType;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A learner goes to another school: the history stays, access moves, and both sides are asked. */
class TransfersDbTest {

    private static final Semester AUTUMN = Semester.of("2020/2021-1");
    private static final LocalDate TODAY = LocalDate.of(2020, 11, 16);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2020-11-16T10:00:00Z"));
    private static final Texts TEXTS = new Texts();

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"PLAN_AUTHOR", "SCHOOL_COORDINATOR", "SCHOOL_DIRECTOR", "SCHOOL_ADMIN",
            "PROVIDER"})
    void the_new_school_reaches_the_learner_from_that_day_and_the_former_school_no_longer(Role role) {
        Town.in(TwoTenants.ALFA, town -> {
            School next = town.school("Jaunā skola");
            UUID here = staff(town, role, town.home());
            UUID there = staff(town, role, next);
            Learner learner = town.learner("Anna", "Ozola", "2020/2021", 5);
            closed(town, learner, role == Role.PROVIDER ? here : town.author().id());
            assertThat(reaches(town, here, role, learner)).isTrue();
            assertThat(reaches(town, there, role, learner)).isFalse();

            transfer(town, learner, to(next, TODAY));
            assertThat(reaches(town, here, role, learner)).isFalse();
            // a provider reaches by measures, and none is given at the new school yet
            assertThat(reaches(town, there, role, learner)).isEqualTo(role != Role.PROVIDER);
        });
    }

    @Test
    void the_former_school_reads_its_own_plans_whole_and_nothing_newer_and_the_new_school_reads_all() {
        Town.in(TwoTenants.ALFA, town -> {
            School next = town.school("Jaunā skola");
            UUID here = staff(town, Role.SCHOOL_DIRECTOR, town.home());
            UUID there = staff(town, Role.SCHOOL_DIRECTOR, next);
            Learner learner = town.learner("Anna", "Ozola", "2020/2021", 5);
            SupportPlan old = closed(town, learner, town.author().id());
            transfer(town, learner, to(next, TODAY));
            SupportPlan newer = town.draft(learner, AUTUMN.next(), town.author().id());
            town.entities()
                .createNativeQuery("update support_plan set school_id = ?1 where id = ?2")
                .setParameter(1, next.id())
                .setParameter(2, newer.id())
                .executeUpdate();

            assertThat(plans(town, learner, here)).extracting(PlanView::id).containsExactly(old.id());
            assertThat(plans(town, learner, here).getFirst().measures()).isNotEmpty();
            // all of a plan of its own: what it knew of the learner's health it wrote itself
            assertThat(plans(town, learner, here).getFirst().about().sight()).isEqualTo(RiskSight.FULL);
            assertThat(paper(town, old, here)).isTrue();
            assertThat(paper(town, newer, here)).isFalse();
            assertThat(plans(town, learner, there)).extracting(PlanView::id)
                .containsExactlyInAnyOrder(old.id(), newer.id());
        });
    }

    @Test
    void a_plan_of_any_state_ends_in_the_same_act() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner learner = town.learner("Anna", "Ozola", "2020/2021", 5);
            UUID provider = town.author().id();
            SupportPlan active = town.approved(learner, AUTUMN, provider, LocalDate.of(2020, 10, 1),
                    LocalDate.of(2020, 12, 18));
            SupportPlan draft = town.draft(learner, AUTUMN.next(), provider);
            SupportPlan waiting = town.draft(learner, Semester.of("2021/2022-1"), provider);
            waiting.submit();
            SupportPlan judged = town.approved(learner, Semester.of("2019/2020-2"), provider,
                    LocalDate.of(2020, 2, 1), LocalDate.of(2020, 5, 29));
            judged.evaluate(LocalDate.of(2020, 5, 20), PlanResult.REDUCED);
            transfer(town, learner, to(town.school("Jaunā skola"), TODAY));

            assertThat(List.of(active, draft, waiting, judged)).extracting(plan -> plan.state().code())
                .containsExactly("TERMINATED", "REJECTED", "REJECTED", "CLOSED");
            assertThat(active.active()).isNotNull()
                .satisfies(days -> assertThat(days.last()).isEqualTo(TODAY.minusDays(1)));
            assertThat(new SupportPlans(town.entities()).openAt(learner.id(), town.home().id())).isEmpty();
            Object reasons = town.entities()
                .createNativeQuery("select string_agg(distinct p.reason, '') from support_plan p")
                .getSingleResult();
            assertThat(reasons).isEqualTo("Izglītojamais pārgāja uz citu izglītības iestādi.");
        });
    }

    /** Else nobody at the new school could propose: a learner has one proposal at a time. */
    @Test
    void a_proposal_that_waits_is_answered() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner learner = town.learner("Anna", "Ozola", "2020/2021", 5);
            propose(town, learner);
            transfer(town, learner, to(town.school("Jaunā skola"), TODAY));
            assertThat(town.entities()
                .createNativeQuery("select stage || ' ' || reason from plan_proposal where learner_id = ?1")
                .setParameter(1, learner.id())
                .getSingleResult()).isEqualTo("DECLINED Izglītojamais pārgāja uz citu izglītības iestādi.");
        });
    }

    @Test
    void the_old_class_ends_the_day_before_and_the_history_stays() {
        Town.in(TwoTenants.ALFA, town -> {
            School next = town.school("Jaunā skola");
            Learner learner = town.learner("Anna", "Ozola", "2020/2021", 5);
            transfer(town, learner, to(next, TODAY.minusDays(3)));
            assertThat(learner.enrolments()).hasSize(2);
            assertThat(learner.latest().schoolId()).isEqualTo(next.id());
            assertThat(learner.latest().place()).isEqualTo(ClassPlace.general(5, "z"));
            assertThat(learner.enrolments()).filteredOn(one -> one.validTo() != null)
                .singleElement()
                .satisfies(one -> assertThat(one.outcome() + " " + one.validTo())
                    .isEqualTo(Outcome.TRANSFERRED + " " + TODAY.minusDays(4)));
        });
    }

    @ParameterizedTest
    @CsvSource({"2020-11-17,DAY", "2020-09-01,DAY", "2020-09-02,", "2020-11-16,"})
    void the_day_is_not_to_come_and_after_the_beginning_of_the_class(LocalDate day, TransferProblem problem) {
        Town.in(TwoTenants.ALFA, town -> {
            Learner learner = town.learner("Anna", "Ozola", "2020/2021", 5);
            School next = town.school("Jaunā skola");
            if (problem == null) {
                transfer(town, learner, to(next, day));
                assertThat(learner.latest().validFrom()).isEqualTo(day);
            } else {
                refused(town, learner, to(next, day), problem);
                assertThat(learner.enrolments()).hasSize(1);
            }
        });
    }

    @Test
    void a_transfer_goes_to_another_school_that_is_here_and_into_a_grade_that_there_is() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner learner = town.learner("Anna", "Ozola", "2020/2021", 5);
            School next = town.school("Jaunā skola");
            refused(town, learner, to(town.home(), TODAY), TransferProblem.SCHOOL);
            refused(town, learner, new TransferLearner(UUID.randomUUID(), TODAY, "5.a", 5, false),
                    TransferProblem.SCHOOL);
            refused(town, learner, new TransferLearner(next.id(), TODAY, "P1-5", 5, true), TransferProblem.GRADE);
            UUID stranger = staff(town, Role.SCHOOL_ADMIN, next);
            assertThatThrownBy(() -> transfers(town, stranger).transfer(learner.id(), to(next, TODAY), TEXTS))
                .isInstanceOf(Refused.class)
                .extracting(refused -> ((Refused) refused).type())
                .isEqualTo(WebProblem.NOT_FOUND);
        });
    }

    private static TransferLearner to(School school, LocalDate day) {
        return new TransferLearner(school.id(), day, "5.z", 5, false);
    }

    private static void transfer(Town town, Learner learner, TransferLearner input) {
        transfers(town, staff(town, Role.SCHOOL_COORDINATOR, town.home())).transfer(learner.id(), input, TEXTS);
        town.entities();
    }

    private static void refused(Town town, Learner learner, TransferLearner input, ProblemType problem) {
        assertThatThrownBy(() -> transfer(town, learner, input)).isInstanceOf(Refused.class)
            .extracting(refused -> ((Refused) refused).type())
            .isEqualTo(problem);
    }

    private static void propose(Town town, Learner learner) {
        town.entities()
            .createNativeQuery("""
                insert into plan_proposal (id, learner_id, school_id, proposer_id, proposed_on, risks, note)
                values (gen_random_uuid(), ?1, ?2, ?3, '2020-11-01', '{STUDY_CONTENT_DIFFICULTY}', 'Kavē')""")
            .setParameter(1, learner.id())
            .setParameter(2, town.home().id())
            .setParameter(3, town.author().id())
            .executeUpdate();
    }

    private static Transfers transfers(Town town, UUID who) {
        var entities = town.entities();
        return new Transfers(new Learners(entities), new SupportPlans(entities), new PlanProposals(entities),
                new Transfers.Places(new Schools(entities), new SchoolYears(entities)),
                new Somebody(who, "", Set.of(Role.SCHOOL_COORDINATOR, Role.SCHOOL_ADMIN)),
                CLOCK);
    }

    private static UUID staff(Town town, Role role, School school) {
        return town.staff(UUID.randomUUID() + "@alfa.test", role == Role.PROVIDER
                ? RolePlace.provider(school.id(), "EDUCATOR")
                : RolePlace.inSchool(role, school.id()))
            .id();
    }

    private static SupportPlan closed(Town town, Learner learner, UUID provider) {
        SupportPlan plan = town.approved(learner, AUTUMN, provider, LocalDate.of(2020, 10, 1),
                LocalDate.of(2020, 12, 18));
        plan.evaluate(LocalDate.of(2020, 11, 1), PlanResult.REDUCED);
        plan.close(LocalDate.of(2020, 11, 2));
        return plan;
    }

    private static boolean reaches(Town town, UUID who, Role role, Learner learner) {
        return new Learners(town.entities()).find(learner.id(), who, Set.of(role)).isPresent();
    }

    private static List<PlanView> plans(Town town, Learner learner, UUID reader) {
        return new SupportPlans(town.entities()).byLearner(learner.id(), reader, Set.of(Role.SCHOOL_DIRECTOR));
    }

    private static boolean paper(Town town, SupportPlan plan, UUID reader) {
        return new PlanPapers(town.entities()).find(plan.id(), reader, Set.of(Role.SCHOOL_DIRECTOR), CLOCK.instant())
            .isPresent();
    }
}
