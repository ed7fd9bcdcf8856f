package lv.pumpurs.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.plan.PlanApproval.Verdict;
import lv.pumpurs.core.plan.PlanDraft.MeasureDraft;
import lv.pumpurs.core.plan.PlanDraft.RiskDraft;
import lv.pumpurs.core.programme.ApprovalChain;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Whatever people try in whatever order, a plan's life stays one that the domain knows. */
class PlanLifeTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 9, 1);
    private static final LocalDate LAST = LocalDate.of(2020, 12, 18);
    private static final PlanDays DAYS = new PlanDays(FIRST, LAST);
    private static final List<UUID> PEOPLE = List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3));
    private static final List<ApprovalChain> CHAINS = List.of(new ApprovalChain(List.of(Role.SCHOOL_DIRECTOR)),
            new ApprovalChain(List.of(Role.SCHOOL_DIRECTOR, Role.TENANT_COORDINATOR)),
            new ApprovalChain(List.of(Role.SCHOOL_DIRECTOR, Role.TENANT_COORDINATOR, Role.OPERATOR_REVIEWER)));

    /** From a state to those that one act may lead to, as the domain draws it. */
    private static final Map<String, Set<String>> WAYS = Map.of("DRAFT", Set.of("IN_APPROVAL"), "RETURNED",
            Set.of("IN_APPROVAL"), "IN_APPROVAL", Set.of("IN_APPROVAL", "ACTIVE", "RETURNED", "REJECTED", "DRAFT"),
            "ACTIVE", Set.of("EVALUATED", "TERMINATED"), "EVALUATED", Set.of("CLOSED"), "CLOSED", Set.of(),
            "TERMINATED", Set.of(), "REJECTED", Set.of());

    enum Act {
        EMPTY,
        WRITE,
        SUBMIT,
        WITHDRAW,
        APPROVE,
        RETURN,
        REJECT,
        EVALUATE,
        CLOSE,
        TERMINATE
    }

    /** What leads on is tried more often than what leads back. */
    private static final List<Act> LIKELY = List.of(Act.EMPTY, Act.WRITE, Act.WRITE, Act.SUBMIT, Act.SUBMIT, Act.SUBMIT,
            Act.WITHDRAW, Act.APPROVE, Act.APPROVE, Act.APPROVE, Act.APPROVE, Act.RETURN, Act.REJECT, Act.EVALUATE,
            Act.EVALUATE, Act.CLOSE, Act.CLOSE, Act.TERMINATE);

    /** What somebody tries, in some role, on some day; the role may not be theirs to decide in. */
    record Try(Act act, UUID person, Role role, LocalDate on, boolean fits) {

        /** The same by somebody whose turn it is, on a day on which it can be done: else few plans come far. */
        Try on(SupportPlan plan, ApprovalChain chain) {
            return fits ? new Try(act, PEOPLE.getLast(), step(plan, chain), PlanLifeTest.on(plan), true) : this;
        }
    }

    @Provide
    Arbitrary<List<Try>> tries() {
        return Combinators
            .combine(Arbitraries.of(LIKELY), Arbitraries.of(PEOPLE),
                    Arbitraries.of(Role.SCHOOL_DIRECTOR, Role.TENANT_COORDINATOR, Role.OPERATOR_REVIEWER),
                    Arbitraries.integers().between(-3, 115), Arbitraries.of(true, true, false))
            .as((act, person, role, day, fits) -> new Try(act, person, role, FIRST.plusDays(day), fits))
            .list()
            .ofMaxSize(40);
    }

    @Property
    void no_act_leads_where_the_domain_knows_no_way_and_the_stored_state_is_that_of_the_facts(
            @ForAll("tries") List<Try> tries, @ForAll boolean late) {
        var chain = CHAINS.get(late ? 2 : tries.size() % 2);
        var plan = draft();
        for (Try any : tries) {
            Try one = any.on(plan, chain);
            String before = plan.state().code();
            boolean done = tried(plan, chain, one);
            String after = plan.state().code();
            assertThat(after).isEqualTo(plan.stateByFacts());
            if (!after.equals(before)) {
                assertThat(done).isTrue();
                assertThat(WAYS.get(before)).as(before + " by " + one).contains(after);
            }
            Statistics.label("came to").collect(after);
        }
        // a way that no try ever takes would prove nothing
        Statistics.label("came to")
            .coverage(
                    seen -> WAYS.keySet().forEach(state -> seen.check(state).count(times -> times > 0)));
    }

    @Property
    void every_decision_stays_in_the_history_and_no_plan_is_active_without_all_of_its_approvals(
            @ForAll("tries") List<Try> tries) {
        var chain = CHAINS.get(tries.size() % CHAINS.size());
        var plan = draft();
        List<Verdict> made = new ArrayList<>();
        for (Try any : tries) {
            Try one = any.on(plan, chain);
            int before = plan.approvals().size();
            boolean done = tried(plan, chain, one);
            if (done && DECISIONS.containsKey(one.act())) {
                made.add(DECISIONS.get(one.act()));
            }
            assertThat(plan.approvals().size() - before).isBetween(0, 1);
            assertThat(plan.approvals()).extracting(PlanApproval::verdict).isEqualTo(made);
            if (EnumSet.of(Act.EVALUATE, Act.TERMINATE, Act.CLOSE).contains(one.act()) && done) {
                assertThat(lastApprovals(plan)).isEqualTo(chain.steps().size());
            }
        }
    }

    @Property
    void nobody_decides_on_what_they_wrote_whatever_they_try(@ForAll("tries") List<Try> tries) {
        var chain = CHAINS.get(2);
        var plan = draft();
        for (Try any : tries) {
            Try one = any.on(plan, chain);
            boolean decision = EnumSet.of(Act.APPROVE, Act.RETURN, Act.REJECT).contains(one.act());
            boolean done = tried(plan, chain, one);
            assertThat(decision && done && one.person().equals(PEOPLE.getFirst())).isFalse();
        }
    }

    @Property
    void an_act_that_is_refused_changes_nothing(@ForAll("tries") List<Try> tries) {
        var chain = CHAINS.get(1);
        var plan = draft();
        for (Try any : tries) {
            Try one = any.on(plan, chain);
            String before = portrait(plan);
            if (!tried(plan, chain, one)) {
                assertThat(portrait(plan)).as(one.toString()).isEqualTo(before);
            }
        }
    }

    @Property
    void what_a_page_offers_is_possible_and_what_it_does_not_is_refused(@ForAll("tries") List<Try> tries) {
        var chain = CHAINS.get(1);
        var plan = draft();
        for (Try any : tries) {
            Try one = any.on(plan, chain);
            var actor = new PlanActor(one.person(), EnumSet.allOf(Role.class), chain);
            var offered = PlanAct.possible(plan, actor);
            // the day is another matter than the state
            Try now = new Try(one.act(), one.person(), step(plan, chain), on(plan), false);
            boolean done = tried(plan, chain, now);
            switch (one.act()) {
                case EMPTY, WRITE -> assertThat(done).isEqualTo(offered.contains(PlanAct.EDIT));
                case SUBMIT -> assertThat(!done || offered.contains(PlanAct.SUBMIT)).isTrue();
                case WITHDRAW -> assertThat(done).isEqualTo(offered.contains(PlanAct.WITHDRAW));
                case APPROVE, RETURN, REJECT -> assertThat(done).isEqualTo(offered.contains(PlanAct.DECIDE));
                case EVALUATE -> assertThat(done).isEqualTo(offered.contains(PlanAct.EVALUATE));
                case CLOSE -> assertThat(done).isEqualTo(offered.contains(PlanAct.CLOSE));
                case TERMINATE -> assertThat(done).isEqualTo(offered.contains(PlanAct.TERMINATE));
            }
        }
    }

    private static final Map<Act, Verdict> DECISIONS = new EnumMap<>(Map.of(Act.APPROVE, Verdict.APPROVED, Act.RETURN,
            Verdict.RETURNED, Act.REJECT, Verdict.REJECTED, Act.WITHDRAW, Verdict.WITHDRAWN));

    private static Role step(SupportPlan plan, ApprovalChain chain) {
        return chain.decider(plan.state() instanceof PlanState.InApproval(int step) ? step : 1);
    }

    private static LocalDate on(SupportPlan plan) {
        return plan.active() == null ? FIRST : LAST;
    }

    private static boolean tried(SupportPlan plan, ApprovalChain chain, Try one) {
        var decision = new Decision(one.role(), one.person(), one.on(), "iemesls");
        try {
            switch (one.act()) {
                case EMPTY -> plan.rewrite(new PlanDraft(null, null, null, null, null, List.of(), List.of()), DAYS);
                case WRITE -> plan.rewrite(content(), DAYS);
                case SUBMIT -> plan.submit();
                case WITHDRAW -> plan.withdraw(one.person(), one.on());
                case APPROVE -> plan.approve(chain, decision, DAYS);
                case RETURN -> plan.giveBack(chain, decision);
                case REJECT -> plan.reject(chain, decision);
                case EVALUATE -> plan.evaluate(one.on(), PlanResult.REDUCED);
                case CLOSE -> plan.close(one.on());
                case TERMINATE -> plan.terminate(one.on(), "aizbrauca");
            }
            return true;
        } catch (Refused notNow) {
            return false;
        }
    }

    /** How many approvals in a row stand at the end of the history. */
    private static int lastApprovals(SupportPlan plan) {
        int count = 0;
        for (PlanApproval one : plan.approvals().reversed()) {
            if (one.verdict() != Verdict.APPROVED) {
                break;
            }
            count++;
            assertThat(one.step()).isPositive();
        }
        return count;
    }

    private static String portrait(SupportPlan plan) {
        return plan.state() + " " + plan.active() + " " + plan.appliedOn() + " "
                + plan.risks().stream().map(PlanRisk::risk).toList() + " " + plan.measures().size() + " "
                + plan.approvals().size() + " " + plan.stateByFacts();
    }

    private static PlanDraft content() {
        return new PlanDraft(null, FIRST, Applicant.GUARDIAN, null, null,
                List.of(new RiskDraft("A", Severity.LOW, null)),
                List.of(new MeasureDraft(null, "CONS_SUBJECT_TEACHER", null, null, BigDecimal.TEN, FIRST, LAST,
                        List.of("A"))));
    }

    private static SupportPlan draft() {
        return new SupportPlan(UUID.randomUUID(), new PlanCode("LUB-2020-1-0001"),
                new PlanSubject(UUID.randomUUID(), UUID.randomUUID(), Semester.of("2020/2021-1"), "PUMPURS"),
                PEOPLE.getFirst());
    }
}
