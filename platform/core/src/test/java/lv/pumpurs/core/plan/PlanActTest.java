package lv.pumpurs.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what with a plan, and when. */
class PlanActTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 9, 1);
    private static final LocalDate LAST = LocalDate.of(2020, 12, 18);
    private static final PlanDays DAYS = new PlanDays(FIRST, LAST);
    private static final UUID AUTHOR = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final ApprovalChain CHAIN = new ApprovalChain(
            List.of(Role.SCHOOL_DIRECTOR, Role.TENANT_COORDINATOR));

    @ParameterizedTest
    @CsvSource({"DRAFT,PLAN_AUTHOR,'EDIT,SUBMIT,ATTACH,DETACH'", "DRAFT,SCHOOL_DIRECTOR,''",
            "DRAFT,SCHOOL_COORDINATOR,'ATTACH,DETACH'", "IN_APPROVAL,PLAN_AUTHOR,'WITHDRAW,ATTACH'",
            "IN_APPROVAL,SCHOOL_COORDINATOR,ATTACH",
            "IN_APPROVAL,SCHOOL_DIRECTOR,DECIDE", "IN_APPROVAL,TENANT_COORDINATOR,''",
            "RETURNED,PLAN_AUTHOR,'EDIT,SUBMIT,ATTACH,DETACH'",
            "REJECTED,PLAN_AUTHOR,''", "ACTIVE,PLAN_AUTHOR,'EVALUATE,AMEND,ATTACH'",
            "ACTIVE,SCHOOL_DIRECTOR,'TERMINATE,SUSPEND'", "ACTIVE,SCHOOL_COORDINATOR,'TERMINATE,SUSPEND,ATTACH'",
            "SUSPENDED,PLAN_AUTHOR,ATTACH", "SUSPENDED,SCHOOL_COORDINATOR,'TERMINATE,RESUME,ATTACH'",
            "EVALUATED,PLAN_AUTHOR,'CONTINUE,ATTACH'",
            "EVALUATED,SCHOOL_COORDINATOR,'CLOSE,ATTACH'",
            "EVALUATED,TENANT_COORDINATOR,CLOSE", "CLOSED,PLAN_AUTHOR,CONTINUE", "CLOSED,SCHOOL_COORDINATOR,''",
            "TERMINATED,PLAN_AUTHOR,''"})
    void in_each_state_a_role_can_do_its_own_part_and_nothing_else(String state, Role role, String acts) {
        assertThat(PlanAct.possible(in(state), actor(OTHER, role)).stream().map(PlanAct::name))
            .containsExactly(acts.isEmpty() ? new String[0] : acts.split(","));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"PLAN_AUTHOR", "SCHOOL_DIRECTOR", "SCHOOL_COORDINATOR",
            "TENANT_COORDINATOR"}, mode = EnumSource.Mode.EXCLUDE)
    void no_other_role_does_anything_with_a_plan(Role role) {
        for (String state : List.of("DRAFT", "RETURNED", "IN_APPROVAL", "ACTIVE", "SUSPENDED", "EVALUATED", "CLOSED",
                "TERMINATED", "REJECTED")) {
            assertThat(PlanAct.possible(in(state), actor(OTHER, role))).as(state).isEmpty();
        }
    }

    @Test
    void a_director_who_wrote_the_plan_does_not_decide_on_it_and_a_deputy_does() {
        var plan = in("IN_APPROVAL");
        assertThat(PlanAct.DECIDE.refusal(plan, actor(AUTHOR, Role.SCHOOL_DIRECTOR))).contains(PlanProblem.OWN_PLAN);
        assertThat(PlanAct.DECIDE.refusal(plan, actor(OTHER, Role.SCHOOL_DIRECTOR))).isEmpty();
    }

    /** Nobody could approve it any more. */
    @Test
    void a_plan_whose_semester_is_over_is_judged_and_not_amended() {
        var plan = in("ACTIVE");
        var after = new PlanActor(OTHER, Set.of(Role.PLAN_AUTHOR), CHAIN, LAST.plusDays(1));
        assertThat(PlanAct.possible(plan, after)).containsExactly(PlanAct.EVALUATE, PlanAct.ATTACH);
        assertThat(PlanAct.AMEND.refusal(plan, after)).contains(PlanProblem.TOO_LATE);
    }

    @Test
    void whose_turn_it_is_not_is_told_so_and_whose_school_it_is_not_too() {
        var plan = in("IN_APPROVAL");
        assertThat(PlanAct.DECIDE.refusal(plan, actor(OTHER, Role.TENANT_COORDINATOR)))
            .contains(PlanProblem.NOT_THIS_STEP);
        assertThat(PlanAct.WITHDRAW.refusal(plan, actor(OTHER, Role.CLASS_TEACHER)))
            .contains(PlanProblem.OTHER_SCHOOL);
        assertThat(PlanAct.DECIDE.refusal(in("ACTIVE"), actor(OTHER, Role.SCHOOL_DIRECTOR)))
            .contains(PlanProblem.WRONG_STATE);
    }

    @ParameterizedTest
    @CsvSource({"2020-09-01,2020-12-18,", "2020-08-31,2020-12-18,MEASURE_OUTSIDE_SEMESTER",
            "2020-09-01,2020-12-19,MEASURE_OUTSIDE_SEMESTER", "2020-10-02,2020-10-01,MEASURE_OUTSIDE_SEMESTER",
            "2020-10-01,2020-10-01,"})
    void a_measure_lies_within_the_semester(LocalDate starts, LocalDate ends, @Nullable PlanProblem problem) {
        var draft = content(List.of(new RiskDraft("A", Severity.LOW, null)), measure("1", starts, ends, "A"));
        check(problem, draft);
    }

    @ParameterizedTest
    @CsvSource({"0.01,", "0,QUANTITY", "-1,QUANTITY"})
    void a_quantity_is_more_than_nothing(String quantity, @Nullable PlanProblem problem) {
        check(problem, content(List.of(new RiskDraft("A", Severity.LOW, null)), measure(quantity, FIRST, LAST, "A")));
    }

    @Test
    void a_measure_is_tied_to_risks_that_the_same_draft_names() {
        var risk = List.of(new RiskDraft("A", Severity.LOW, null));
        check(PlanProblem.MEASURE_WITHOUT_RISK, content(risk, measure("1", FIRST, LAST)));
        check(PlanProblem.MEASURE_WITHOUT_RISK, content(risk, measure("1", FIRST, LAST, "A", "B")));
        check(PlanProblem.RISK_TWICE, content(List.of(risk.getFirst(), risk.getFirst())));
    }

    @Test
    void a_draft_that_is_refused_leaves_the_plan_as_it_was() {
        var plan = in("DRAFT");
        var before = plan.measures();
        refused(PlanProblem.MEASURE_OUTSIDE_SEMESTER, () -> plan.rewrite(content(
                List.of(new RiskDraft("B", Severity.HIGH, null)), measure("1", FIRST, LAST, "B"),
                measure("1", FIRST, LAST.plusDays(1), "B")), DAYS));
        assertThat(plan.measures()).isEqualTo(before);
        assertThat(plan.risks()).extracting(PlanRisk::risk).containsExactly("A");
    }

    @Test
    void an_evaluation_names_each_risk_and_each_measure_once() {
        var plan = in("ACTIVE");
        var risk = new PlanEvaluation.RiskOutcome("A", PlanResult.REDUCED, null);
        var measure = new PlanEvaluation.MeasureOutcome(plan.measures().getFirst().id(), BigDecimal.ZERO, null);
        var foreign = new PlanEvaluation.MeasureOutcome(UUID.randomUUID(), BigDecimal.ZERO, null);
        refused(PlanProblem.EVALUATION_NOT_WHOLE, () -> evaluate(plan, List.of(), List.of(measure)));
        refused(PlanProblem.EVALUATION_NOT_WHOLE, () -> evaluate(plan, List.of(risk), List.of()));
        refused(PlanProblem.EVALUATION_NOT_WHOLE, () -> evaluate(plan, List.of(risk), List.of(foreign)));
        refused(PlanProblem.EVALUATION_NOT_WHOLE, () -> evaluate(plan, List.of(risk, risk), List.of(measure)));
        assertThat(plan.state()).isEqualTo(new PlanState.Active());
        evaluate(plan, List.of(risk), List.of(measure));
        assertThat(plan.state()).isEqualTo(new PlanState.Evaluated(PlanResult.REDUCED));
        assertThat(plan.risks().getFirst().result()).isEqualTo(PlanResult.REDUCED);
    }

    private static void evaluate(SupportPlan plan, List<PlanEvaluation.RiskOutcome> risks,
            List<PlanEvaluation.MeasureOutcome> measures) {
        plan.evaluate(LAST, new PlanEvaluation(null, PlanResult.REDUCED, risks, measures));
    }

    private static void check(@Nullable PlanProblem problem, PlanDraft draft) {
        var plan = in("DRAFT");
        if (problem == null) {
            plan.rewrite(draft, DAYS);
            assertThat(plan.measures()).hasSameSizeAs(draft.measures());
        } else {
            refused(problem, () -> plan.rewrite(draft, DAYS));
        }
    }

    private static void refused(PlanProblem problem, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class,
                refusal -> assertThat(refusal.type()).isEqualTo(problem));
    }

    private static PlanActor actor(UUID person, Role role) {
        return new PlanActor(person, Set.of(role), CHAIN, LAST);
    }

    private static PlanDraft content(List<RiskDraft> risks, MeasureDraft... measures) {
        return new PlanDraft(null, FIRST, Applicant.GUARDIAN, null, null, risks, List.of(measures));
    }

    private static MeasureDraft measure(String quantity, LocalDate starts, LocalDate ends, String... risks) {
        return new MeasureDraft(null, "CONS_SUBJECT_TEACHER", null, null, new BigDecimal(quantity), starts, ends,
                List.of(risks));
    }

    /** A plan that came to a state on the way that leads there. */
    private static SupportPlan in(String state) {
        var plan = new SupportPlan(UUID.randomUUID(), new PlanCode("LUB-2020-1-0001"),
                new PlanSubject(UUID.randomUUID(), UUID.randomUUID(), Semester.of("2020/2021-1"), "PUMPURS"), AUTHOR);
        plan.rewrite(content(List.of(new RiskDraft("A", Severity.LOW, null)), measure("1", FIRST, LAST, "A")), DAYS);
        if (state.equals("DRAFT")) {
            return plan;
        }
        plan.submit();
        var director = new Decision(Role.SCHOOL_DIRECTOR, OTHER, FIRST, "iemesls");
        switch (state) {
            case "IN_APPROVAL" -> {
                // it is
            }
            case "RETURNED" -> plan.giveBack(CHAIN, director);
            case "REJECTED" -> plan.reject(CHAIN, director);
            default -> {
                plan.approve(CHAIN, director, DAYS);
                plan.approve(CHAIN, new Decision(Role.TENANT_COORDINATOR, OTHER, FIRST, null), DAYS);
                end(plan, state);
            }
        }
        assertThat(plan.state().code()).isEqualTo(state);
        return plan;
    }

    private static void end(SupportPlan plan, String state) {
        if (state.equals("TERMINATED")) {
            plan.terminate(LAST, "aizbrauca");
        } else if (state.equals("SUSPENDED")) {
            plan.suspend(OTHER, FIRST, "ārkārtējā situācija");
        } else if (!state.equals("ACTIVE")) {
            plan.evaluate(LAST, PlanResult.REDUCED);
            if (state.equals("CLOSED")) {
                plan.close(LAST);
            }
        }
    }
}
