package lv.pumpurs.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.pumpurs.core.plan.PlanAmendment.Stage;
import lv.pumpurs.core.plan.PlanDraft.MeasureDraft;
import lv.pumpurs.core.plan.PlanDraft.RiskDraft;
import lv.pumpurs.core.programme.ApprovalChain;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amending an approved plan, and letting it rest. */
class PlanAmendmentTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 9, 1);
    private static final LocalDate LAST = LocalDate.of(2020, 12, 18);
    private static final PlanDays DAYS = new PlanDays(FIRST, LAST);
    private static final UUID AUTHOR = new UUID(0, 1);
    private static final UUID COLLEAGUE = new UUID(0, 2);
    private static final UUID DIRECTOR = new UUID(0, 3);
    private static final ApprovalChain CHAIN = new ApprovalChain(List.of(Role.SCHOOL_DIRECTOR));

    @Test
    void what_is_approved_is_in_force_and_counts_until_the_last_step_approves_the_amendment() {
        var plan = active();
        var measure = plan.measures().getFirst().id();
        plan.amend(COLLEAGUE, FIRST);
        plan.rewrite(content("Lasa", measure(measure, "20"), measure(null, "3")), DAYS);
        plan.submit();
        plan.deliver(measure, BigDecimal.ONE);
        assertThat(plan.state()).isEqualTo(new PlanState.Active());
        assertThat(plan.measures()).extracting(PlannedMeasure::plannedQuantity).containsExactly(BigDecimal.TEN);
        plan.approve(CHAIN, by(DIRECTOR), DAYS);
        assertThat(plan.edition()).isEqualTo(2);
        assertThat(plan.measure(measure).plannedQuantity()).isEqualByComparingTo("20");
        assertThat(plan.measure(measure).deliveredQuantity()).isEqualByComparingTo("1");
        assertThat(plan.measures()).hasSize(2);
        assertThat(plan.strengths()).isEqualTo("Lasa");
        assertThat(plan.state()).isEqualTo(new PlanState.Active());
        assertThat(plan.active()).isEqualTo(DAYS);
        var before = Objects.requireNonNull(plan.amendments().getFirst().replaced());
        assertThat(before.strengths()).isEqualTo("Zīmē");
        assertThat(before.measures()).extracting(MeasureDraft::id, one -> one.quantity().intValue())
            .containsExactly(tuple(measure, 10));
    }

    @Test
    void a_refused_amendment_leaves_the_plan_as_it_was_and_another_can_be_begun() {
        var plan = amended();
        plan.reject(CHAIN, by(DIRECTOR));
        assertThat(plan.state()).isEqualTo(new PlanState.Active());
        assertThat(plan.edition()).isEqualTo(1);
        assertThat(plan.measures().getFirst().plannedQuantity()).isEqualByComparingTo("10");
        assertThat(plan.amendments().getFirst().stage()).isEqualTo(Stage.REJECTED);
        plan.amend(AUTHOR, FIRST);
        assertThat(plan.written().measures().getFirst().quantity()).isEqualByComparingTo("10");
    }

    @Test
    void neither_who_wrote_the_plan_nor_who_wrote_the_amendment_decides_on_it() {
        var plan = amended();
        refused(PlanProblem.OWN_PLAN, () -> plan.approve(CHAIN, by(AUTHOR), DAYS));
        refused(PlanProblem.OWN_PLAN, () -> plan.giveBack(CHAIN, by(COLLEAGUE)));
        plan.giveBack(CHAIN, by(DIRECTOR));
        assertThat(plan.amendment().orElseThrow().reason()).isEqualTo("iemesls");
    }

    @Test
    void the_application_stays_the_one_that_the_plan_was_approved_with() {
        var plan = active();
        plan.amend(AUTHOR, FIRST);
        plan.rewrite(new PlanDraft(null, LAST, Applicant.LEARNER, null, null,
                List.of(new RiskDraft("A", Severity.LOW, null)), List.of()), DAYS);
        assertThat(plan.written().appliedOn()).isEqualTo(FIRST);
        assertThat(plan.written().appliedBy()).isEqualTo(Applicant.GUARDIAN);
    }

    @Test
    void an_amendment_that_says_what_the_plan_says_is_not_handed_in() {
        var plan = active();
        plan.amend(AUTHOR, FIRST);
        refused(PlanProblem.NOTHING_AMENDED, plan::submit);
        plan.rewrite(content("Zīmē", measure(plan.measures().getFirst().id(), "10.00")), DAYS);
        refused(PlanProblem.NOTHING_AMENDED, plan::submit);
    }

    @ParameterizedTest
    @CsvSource({"CONS_SUBJECT_TEACHER,4,", "CONS_SUBJECT_TEACHER,3.5,", "CONS_SUBJECT_TEACHER,3.49,MEASURE_BEGUN",
            "COMP_MEALS,10,MEASURE_BEGUN", ",10,MEASURE_BEGUN"})
    void what_was_given_of_a_measure_stays_planned(@Nullable String kind, String quantity,
            @Nullable PlanProblem problem) {
        var plan = active();
        var measure = plan.measures().getFirst().id();
        plan.deliver(measure, new BigDecimal("3.5"));
        plan.amend(AUTHOR, FIRST);
        var change = kind == null
                ? content("Lasa", measure(null, quantity))
                : content("Lasa", new MeasureDraft(measure, kind, null, null, new BigDecimal(quantity), FIRST, LAST,
                        List.of("A")));
        if (problem == null) {
            plan.rewrite(change, DAYS);
            assertThat(plan.written().measures().getFirst().quantity()).isEqualByComparingTo(quantity);
        } else {
            refused(problem, () -> plan.rewrite(change, DAYS));
        }
    }

    @Test
    void what_was_given_since_the_amendment_was_written_holds_its_approval_back() {
        var plan = active();
        var measure = plan.measures().getFirst().id();
        plan.amend(COLLEAGUE, FIRST);
        plan.rewrite(content("Lasa", measure(measure, "2")), DAYS);
        plan.submit();
        plan.deliver(measure, BigDecimal.valueOf(3));
        refused(PlanProblem.MEASURE_BEGUN, () -> plan.approve(CHAIN, by(DIRECTOR), DAYS));
        assertThat(plan.step()).contains(1);
        assertThat(plan.approvals()).hasSize(1);
    }

    @Test
    void an_amendment_ends_with_the_plan() {
        var evaluated = amended();
        evaluated.evaluate(LAST, PlanResult.REDUCED);
        var ended = amended();
        ended.terminate(LAST, "aizbrauca");
        for (var plan : List.of(evaluated, ended)) {
            assertThat(plan.amendments().getFirst().stage()).isEqualTo(Stage.DISCARDED);
            assertThat(plan.step()).isEmpty();
            assertThat(plan.edition()).isEqualTo(1);
        }
    }

    @Test
    void a_plan_that_rests_and_one_that_is_amended_end_when_the_learner_goes_to_another_school() {
        var resting = active();
        resting.suspend(DIRECTOR, FIRST.plusDays(20), "ārkārtējā situācija");
        var amended = amended();
        for (var plan : List.of(resting, amended)) {
            plan.leave(FIRST.plusDays(9),
                    new Decision(Role.SCHOOL_COORDINATOR, DIRECTOR, FIRST.plusDays(30), "pārgāja"));
            assertThat(plan.state()).isEqualTo(new PlanState.Terminated("pārgāja"));
            assertThat(plan.active()).isEqualTo(new PlanDays(FIRST, FIRST.plusDays(9)));
            assertThat(plan.stateByFacts()).isEqualTo("TERMINATED");
            assertThat(plan.step()).isEmpty();
        }
        assertThat(resting.suspensions().getFirst().endedOn()).isEqualTo(FIRST.plusDays(30));
        assertThat(amended.amendments().getFirst().stage()).isEqualTo(Stage.DISCARDED);
    }

    @Test
    void an_amendment_in_approval_is_taken_back_before_it_is_given_up() {
        var plan = amended();
        refused(PlanProblem.WRONG_STATE, () -> plan.discard(FIRST));
        plan.withdraw(COLLEAGUE, FIRST);
        plan.discard(FIRST);
        assertThat(plan.amendment()).isEmpty();
        assertThat(plan.measures().getFirst().plannedQuantity()).isEqualByComparingTo("10");
    }

    @Test
    void of_a_plan_that_rests_nothing_is_given_until_it_goes_on() {
        var plan = active();
        var measure = plan.measures().getFirst().id();
        plan.suspend(DIRECTOR, FIRST, "ārkārtējā situācija");
        refused(PlanProblem.WRONG_STATE, () -> plan.deliver(measure, BigDecimal.ONE));
        refused(PlanProblem.WRONG_STATE, () -> plan.amend(AUTHOR, FIRST));
        assertThat(plan.state()).isEqualTo(new PlanState.Suspended("ārkārtējā situācija"));
        assertThat(plan.state().isOpen()).isTrue();
        plan.resume(FIRST.plusDays(10));
        plan.deliver(measure, BigDecimal.ONE);
        assertThat(plan.suspensions()).extracting(PlanSuspension::since, PlanSuspension::endedOn)
            .containsExactly(tuple(FIRST, FIRST.plusDays(10)));
    }

    @ParameterizedTest
    @CsvSource({"2020-08-31,false", "2020-09-01,true", "2020-12-18,true", "2020-12-19,false"})
    void a_plan_rests_from_a_day_of_its_own_time(LocalDate day, boolean possible) {
        var plan = active();
        if (possible) {
            plan.suspend(DIRECTOR, day, "ārkārtējā situācija");
            assertThat(plan.state().code()).isEqualTo("SUSPENDED");
        } else {
            refused(PlanProblem.DATE_ORDER, () -> plan.suspend(DIRECTOR, day, "ārkārtējā situācija"));
        }
    }

    @Test
    void a_plan_that_rests_is_judged_only_once_its_semester_is_over() {
        var plan = active();
        plan.suspend(DIRECTOR, FIRST, "ārkārtējā situācija");
        refused(PlanProblem.WRONG_STATE, () -> plan.evaluate(LAST, PlanResult.UNCHANGED));
        plan.evaluate(LAST.plusDays(1), PlanResult.UNCHANGED);
        assertThat(plan.state().code()).isEqualTo("EVALUATED");
        assertThat(plan.suspensions().getFirst().isOver()).isTrue();
    }

    @Test
    void two_rests_do_not_overlap() {
        var plan = active();
        plan.suspend(DIRECTOR, FIRST, "ārkārtējā situācija");
        plan.resume(FIRST.plusDays(10));
        refused(PlanProblem.DATE_ORDER, () -> plan.suspend(DIRECTOR, FIRST.plusDays(9), "vēlreiz"));
        var other = active();
        other.suspend(DIRECTOR, FIRST.plusDays(5), "ārkārtējā situācija");
        other.resume(FIRST.plusDays(10));
        refused(PlanProblem.DATE_ORDER, () -> other.suspend(DIRECTOR, FIRST, "agrāk nekā pirmā"));
        plan.suspend(DIRECTOR, FIRST.plusDays(10), "vēlreiz");
        refused(PlanProblem.DATE_ORDER, () -> plan.resume(FIRST.plusDays(9)));
    }

    private static void refused(PlanProblem problem, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class,
                refusal -> assertThat(refusal.type()).isEqualTo(problem));
    }

    private static Decision by(UUID person) {
        return new Decision(Role.SCHOOL_DIRECTOR, person, FIRST, "iemesls");
    }

    private static PlanDraft content(String strengths, MeasureDraft... measures) {
        return new PlanDraft(null, FIRST, Applicant.GUARDIAN, strengths, null,
                List.of(new RiskDraft("A", Severity.LOW, null)), List.of(measures));
    }

    private static MeasureDraft measure(@Nullable UUID id, String quantity) {
        return new MeasureDraft(id, "CONS_SUBJECT_TEACHER", null, null, new BigDecimal(quantity), FIRST, LAST,
                List.of("A"));
    }

    private static SupportPlan active() {
        var plan = new SupportPlan(UUID.randomUUID(), new PlanCode("LUB-2020-1-0001"),
                new PlanSubject(UUID.randomUUID(), UUID.randomUUID(), Semester.of("2020/2021-1"), "PUMPURS"), AUTHOR);
        plan.rewrite(content("Zīmē", measure(null, "10")), DAYS);
        plan.submit();
        plan.approve(CHAIN, by(DIRECTOR), DAYS);
        return plan;
    }

    /** Active, with an amendment of a colleague in approval. */
    private static SupportPlan amended() {
        var plan = active();
        plan.amend(COLLEAGUE, FIRST);
        plan.rewrite(content("Lasa", measure(plan.measures().getFirst().id(), "20")), DAYS);
        plan.submit();
        return plan;
    }
}
