package lv.pumpurs.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.programme.ApprovalChain;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SupportPlanTest {

    private static final Semester AUTUMN = Semester.of("2020/2021-1");
    private static final LocalDate FIRST = LocalDate.of(2020, 9, 1);
    private static final LocalDate LAST = LocalDate.of(2020, 12, 18);
    private static final PlanDays DAYS = new PlanDays(FIRST, LAST);
    private static final UUID AUTHOR = UUID.randomUUID();
    private static final UUID DIRECTOR = UUID.randomUUID();
    private static final UUID COORDINATOR = UUID.randomUUID();
    private static final ApprovalChain CHAIN = new ApprovalChain(
            List.of(Role.SCHOOL_DIRECTOR, Role.TENANT_COORDINATOR, Role.OPERATOR_REVIEWER));

    @Test
    void a_plan_without_an_application_is_refused() {
        var plan = draft();
        plan.seeRisk("A", Severity.LOW, null);
        plan.plan(measure("A"));
        refused(PlanProblem.NO_APPLICATION, plan::submit);
    }

    @Test
    void a_plan_without_a_risk_is_refused() {
        var plan = draft();
        plan.apply(Applicant.GUARDIAN, FIRST);
        refused(PlanProblem.NO_RISK, plan::submit);
    }

    @Test
    void a_plan_without_a_measure_is_refused() {
        var plan = draft();
        plan.apply(Applicant.GUARDIAN, FIRST);
        plan.seeRisk("A", Severity.LOW, null);
        refused(PlanProblem.NO_MEASURE, plan::submit);
    }

    @Test
    void a_measure_against_no_risk_of_the_plan_is_refused() {
        var plan = draft();
        plan.seeRisk("A", Severity.LOW, null);
        refused(PlanProblem.MEASURE_WITHOUT_RISK, () -> plan.plan(measure()));
        refused(PlanProblem.MEASURE_WITHOUT_RISK, () -> plan.plan(measure("A", "B")));
    }

    @Test
    void the_same_risk_is_named_once() {
        var plan = draft();
        plan.seeRisk("A", Severity.LOW, null);
        refused(PlanProblem.RISK_TWICE, () -> plan.seeRisk("A", Severity.HIGH, null));
    }

    @Test
    void the_last_approval_makes_a_plan_active_from_that_day() {
        var plan = submitted();
        plan.approve(CHAIN, by(Role.SCHOOL_DIRECTOR, DIRECTOR), DAYS);
        assertThat(plan.state()).isEqualTo(new PlanState.InApproval(2));
        plan.approve(CHAIN, by(Role.TENANT_COORDINATOR, COORDINATOR), DAYS);
        plan.approve(CHAIN, new Decision(Role.OPERATOR_REVIEWER, null, FIRST.plusDays(9), null), DAYS);
        assertThat(plan.state()).isEqualTo(new PlanState.Active());
        assertThat(plan.active()).isEqualTo(new PlanDays(FIRST.plusDays(9), LAST));
    }

    @Test
    void a_plan_approved_before_its_semester_is_active_from_the_first_day() {
        assertThat(approved(FIRST.minusDays(10)).active()).isEqualTo(DAYS);
    }

    @Test
    void a_plan_can_be_approved_on_the_last_day_of_the_semester_and_no_later() {
        assertThat(approved(LAST).active()).isEqualTo(new PlanDays(LAST, LAST));
        refused(PlanProblem.TOO_LATE, () -> approved(LAST.plusDays(1)));
    }

    @Test
    void a_step_is_decided_by_its_own_role() {
        var plan = submitted();
        refused(PlanProblem.NOT_THIS_STEP,
                () -> plan.approve(CHAIN, by(Role.TENANT_COORDINATOR, COORDINATOR), DAYS));
    }

    @Test
    void nobody_decides_on_what_they_wrote() {
        var plan = submitted();
        refused(PlanProblem.OWN_PLAN, () -> plan.approve(CHAIN, by(Role.SCHOOL_DIRECTOR, AUTHOR), DAYS));
        refused(PlanProblem.OWN_PLAN, () -> plan.giveBack(CHAIN, by(Role.SCHOOL_DIRECTOR, AUTHOR)));
    }

    @Test
    void only_the_operator_decides_without_a_person_of_the_tenant() {
        var plan = submitted();
        refused(PlanProblem.NOT_THIS_STEP, () -> plan.approve(CHAIN, by(Role.SCHOOL_DIRECTOR, null), DAYS));
    }

    @Test
    void a_returned_plan_says_why_and_can_be_submitted_again_from_the_first_step() {
        var plan = submitted();
        plan.approve(CHAIN, by(Role.SCHOOL_DIRECTOR, DIRECTOR), DAYS);
        plan.giveBack(CHAIN, new Decision(Role.TENANT_COORDINATOR, COORDINATOR, FIRST, "Precizēt mērķi"));
        assertThat(plan.state()).isEqualTo(new PlanState.Returned("Precizēt mērķi"));
        plan.submit();
        assertThat(plan.state()).isEqualTo(new PlanState.InApproval(1));
    }

    @Test
    void a_plan_is_not_returned_without_a_reason() {
        var plan = submitted();
        refused(PlanProblem.NO_REASON, () -> plan.giveBack(CHAIN, by(Role.SCHOOL_DIRECTOR, DIRECTOR)));
    }

    @Test
    void a_withdrawn_plan_is_a_draft_again_and_what_was_decided_stays_in_its_history() {
        var plan = submitted();
        plan.approve(CHAIN, by(Role.SCHOOL_DIRECTOR, DIRECTOR), DAYS);
        plan.withdraw(AUTHOR, FIRST);
        assertThat(plan.state()).isEqualTo(new PlanState.Draft());
        assertThat(plan.approvals()).extracting(PlanApproval::verdict)
            .containsExactly(PlanApproval.Verdict.APPROVED,
                    PlanApproval.Verdict.WITHDRAWN);
        plan.submit();
        assertThat(plan.state()).isEqualTo(new PlanState.InApproval(1));
    }

    @Test
    void only_a_plan_before_its_last_decision_is_withdrawn() {
        refused(PlanProblem.WRONG_STATE, () -> draft().withdraw(AUTHOR, FIRST));
        refused(PlanProblem.WRONG_STATE, () -> approved(FIRST).withdraw(AUTHOR, FIRST));
    }

    @Test
    void a_rejected_plan_is_not_open_and_stays_rejected() {
        var plan = submitted();
        plan.reject(CHAIN, new Decision(Role.SCHOOL_DIRECTOR, DIRECTOR, FIRST, "Nav pamata"));
        assertThat(plan.state().isOpen()).isFalse();
        refused(PlanProblem.WRONG_STATE, plan::submit);
    }

    @Test
    void a_plan_in_approval_cannot_be_changed() {
        var plan = submitted();
        refused(PlanProblem.WRONG_STATE, () -> plan.seeRisk("B", Severity.LOW, null));
        refused(PlanProblem.WRONG_STATE, () -> plan.plan(measure("A")));
    }

    @Test
    void only_an_active_plan_delivers() {
        var plan = submitted();
        var measure = plan.measures().getFirst().id();
        refused(PlanProblem.WRONG_STATE, () -> plan.deliver(measure, BigDecimal.ONE));
        var active = approved(FIRST);
        refused(PlanProblem.QUANTITY, () -> active.deliver(active.measures().getFirst().id(), BigDecimal.ZERO));
        active.deliver(active.measures().getFirst().id(), BigDecimal.ONE);
        assertThat(active.measures().getFirst().deliveredQuantity()).isEqualByComparingTo("1");
    }

    @Test
    void a_plan_closed_early_ends_that_day() {
        var plan = approved(FIRST);
        plan.evaluate(FIRST.plusDays(30), PlanResult.ELIMINATED);
        refused(PlanProblem.DATE_ORDER, () -> plan.close(FIRST.plusDays(29)));
        plan.close(FIRST.plusDays(30));
        assertThat(plan.active()).isEqualTo(new PlanDays(FIRST, FIRST.plusDays(30)));
        assertThat(plan.state().isOpen()).isFalse();
    }

    @Test
    void a_plan_closed_after_its_semester_does_not_grow() {
        var plan = approved(FIRST);
        plan.evaluate(LAST.plusDays(3), PlanResult.REDUCED);
        plan.close(LAST.plusDays(5));
        assertThat(plan.active()).isEqualTo(DAYS);
    }

    @Test
    void a_plan_continues_an_earlier_one_of_the_same_learner_only() {
        var plan = draft();
        refused(PlanProblem.DATE_ORDER, () -> plan.continues(draft()));
        var earlier = new SupportPlan(UUID.randomUUID(), new PlanCode("X"),
                new PlanSubject(UUID.randomUUID(), UUID.randomUUID(), AUTUMN.plus(-1), "PUMPURS"), AUTHOR);
        refused(PlanProblem.OTHER_LEARNER, () -> plan.continues(earlier));
    }

    @Test
    void the_code_of_a_plan_names_school_semester_and_number() {
        assertThat(PlanCode.of(PlanCode.prefix("Lubānas vidusskola"), Semester.of("2020/2021-2"), 7).value())
            .isEqualTo("LUB-2020-2-0007");
        assertThat(PlanCode.prefix("Šķ")).isEqualTo("SKX");
    }

    private static void refused(PlanProblem problem, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class,
                refusal -> assertThat(refusal.type()).isEqualTo(problem));
    }

    private static SupportPlan draft() {
        return new SupportPlan(UUID.randomUUID(), new PlanCode("LUB-2020-1-0001"),
                new PlanSubject(UUID.randomUUID(), UUID.randomUUID(), AUTUMN, "PUMPURS"), AUTHOR);
    }

    private static SupportPlan submitted() {
        var plan = draft();
        plan.apply(Applicant.GUARDIAN, FIRST);
        plan.seeRisk("A", Severity.LOW, null);
        plan.plan(measure("A"));
        plan.submit();
        return plan;
    }

    private static SupportPlan approved(LocalDate on) {
        var plan = submitted();
        for (var role : CHAIN.steps()) {
            plan.approve(CHAIN, new Decision(role, DIRECTOR, on, null), DAYS);
        }
        return plan;
    }

    private static Decision by(Role role, @Nullable UUID person) {
        return new Decision(role, person, FIRST, null);
    }

    private static MeasurePlan measure(String... risks) {
        return new MeasurePlan("CONS_SUBJECT_TEACHER", null, "Matemātika", BigDecimal.TEN, FIRST, LAST,
                Set.of(risks));
    }
}
