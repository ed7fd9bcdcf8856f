package lv.pumpurs.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.plan.PlanDraft.MeasureDraft;
import lv.pumpurs.core.plan.PlanDraft.RiskDraft;
import lv.pumpurs.core.programme.ApprovalChain;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Whatever people may try with a plan, in whatever order. */
final class PlanTries {

    private PlanTries() {}

    private static final LocalDate FIRST = LocalDate.of(2020, 9, 1);
    private static final LocalDate LAST = LocalDate.of(2020, 12, 18);
    private static final PlanDays DAYS = new PlanDays(FIRST, LAST);
    static final List<UUID> PEOPLE = List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3));
    static final List<ApprovalChain> CHAINS = List.of(new ApprovalChain(List.of(Role.SCHOOL_DIRECTOR)),
            new ApprovalChain(List.of(Role.SCHOOL_DIRECTOR, Role.TENANT_COORDINATOR)),
            new ApprovalChain(List.of(Role.SCHOOL_DIRECTOR, Role.TENANT_COORDINATOR, Role.OPERATOR_REVIEWER)));

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
        TERMINATE,
        AMEND,
        DISCARD,
        SUSPEND,
        RESUME,
        DELIVER
    }

    /** What leads on is tried more often than what leads back. */
    private static final List<Act> LIKELY = List.of(Act.EMPTY, Act.WRITE, Act.WRITE, Act.WRITE, Act.WRITE, Act.SUBMIT,
            Act.SUBMIT, Act.SUBMIT, Act.SUBMIT, Act.SUBMIT, Act.SUBMIT, Act.WITHDRAW, Act.APPROVE, Act.APPROVE,
            Act.APPROVE, Act.APPROVE, Act.APPROVE, Act.APPROVE, Act.RETURN, Act.RETURN, Act.REJECT, Act.EVALUATE,
            Act.CLOSE, Act.CLOSE, Act.TERMINATE, Act.AMEND, Act.AMEND, Act.AMEND, Act.AMEND, Act.DISCARD, Act.SUSPEND,
            Act.RESUME, Act.RESUME, Act.DELIVER, Act.DELIVER);

    /** What somebody tries, in some role, on some day; the role may not be theirs to decide in. */
    record Try(Act act, UUID person, Role role, LocalDate on, boolean fits) {

        /** The same by somebody whose turn it is, on a day on which it can be done: else few plans come far. */
        Try on(SupportPlan plan, ApprovalChain chain) {
            UUID other = act == Act.AMEND ? PEOPLE.get(1) : PEOPLE.getLast();
            return fits ? new Try(act, other, step(plan, chain), PlanTries.on(plan), true) : this;
        }
    }

    static Arbitrary<List<Try>> lists() {
        return Combinators
            .combine(Arbitraries.of(LIKELY), Arbitraries.of(PEOPLE),
                    Arbitraries.of(Role.SCHOOL_DIRECTOR, Role.TENANT_COORDINATOR, Role.OPERATOR_REVIEWER),
                    Arbitraries.integers().between(-3, 115), Arbitraries.of(true, true, false))
            .as((act, person, role, day, fits) -> new Try(act, person, role, FIRST.plusDays(day), fits))
            .list()
            .ofMaxSize(60);
    }

    static Role step(SupportPlan plan, ApprovalChain chain) {
        return chain.decider(plan.step().orElse(1));
    }

    static LocalDate on(SupportPlan plan) {
        return plan.active() == null ? FIRST : LAST;
    }

    static boolean tried(SupportPlan plan, ApprovalChain chain, Try one) {
        var decision = new Decision(one.role(), one.person(), one.on(), "iemesls");
        try {
            switch (one.act()) {
                case EMPTY -> plan.rewrite(new PlanDraft(null, null, null, null, null, List.of(), List.of()), DAYS);
                case WRITE -> plan.rewrite(content(plan, one.on()), DAYS);
                case SUBMIT -> plan.submit();
                case WITHDRAW -> plan.withdraw(one.person(), one.on());
                case APPROVE -> plan.approve(chain, decision, DAYS);
                case RETURN -> plan.giveBack(chain, decision);
                case REJECT -> plan.reject(chain, decision);
                case EVALUATE -> plan.evaluate(one.on(), PlanResult.REDUCED);
                case CLOSE -> plan.close(one.on());
                case TERMINATE -> plan.terminate(one.on(), "aizbrauca");
                case AMEND -> plan.amend(one.person(), one.on());
                case DISCARD -> plan.discard(one.on());
                case SUSPEND -> plan.suspend(one.person(), one.on(), "ārkārtējā situācija");
                case RESUME -> plan.resume(one.on());
                case DELIVER -> plan.deliver(
                        plan.measures().isEmpty() ? PEOPLE.getFirst() : plan.measures().getFirst().id(),
                        BigDecimal.ONE);
            }
            return true;
        } catch (Refused notNow) {
            return false;
        }
    }

    static String portrait(SupportPlan plan) {
        return plan.state() + " " + plan.active() + " " + plan.appliedOn() + " "
                + plan.risks().stream().map(PlanRisk::risk).toList() + " " + plan.measures().size() + " "
                + plan.approvals().size() + " " + plan.stateByFacts() + " " + plan.step() + " " + plan.edition() + " "
                + plan.amendments().stream().map(PlanAmendment::stage).toList() + plan.written() + " "
                + plan.suspensions().stream().map(PlanSuspension::endedOn).toList();
    }

    /** What is written on one day is not what is written on another; a measure that is there stays the same one. */
    static PlanDraft content(SupportPlan plan, LocalDate on) {
        UUID measure = plan.measures().isEmpty() ? null : plan.measures().getFirst().id();
        return new PlanDraft(null, FIRST, Applicant.GUARDIAN, null, null,
                List.of(new RiskDraft("A", Severity.LOW, null)),
                List.of(new MeasureDraft(measure, "CONS_SUBJECT_TEACHER", null, null,
                        BigDecimal.valueOf(on.getDayOfYear()), FIRST, LAST, List.of("A"))));
    }

    /** The same, naming the measure by the key that it has by now: what is new has none before it is approved. */
    static PlanDraft known(PlanDraft content, SupportPlan plan) {
        return new PlanDraft(null, content.appliedOn(), content.appliedBy(), content.strengths(), content.voice(),
                content.risks(), content.measures()
                    .stream()
                    .map(one -> new MeasureDraft(plan.measures().getFirst().id(), one.kind(), one.provider(),
                            one.subject(), one.quantity(), one.startsOn(), one.endsOn(), one.risks()))
                    .toList());
    }

    static SupportPlan draft() {
        return new SupportPlan(UUID.randomUUID(), new PlanCode("LUB-2020-1-0001"),
                new PlanSubject(UUID.randomUUID(), UUID.randomUUID(), Semester.of("2020/2021-1"), "PUMPURS"),
                PEOPLE.getFirst());
    }

    static SupportPlan active(ApprovalChain chain) {
        var plan = draft();
        for (Act act : List.of(Act.WRITE, Act.SUBMIT, Act.APPROVE, Act.APPROVE, Act.APPROVE)) {
            tried(plan, chain, new Try(act, PEOPLE.getLast(), step(plan, chain), FIRST, true));
        }
        assertThat(plan.state()).isEqualTo(new PlanState.Active());
        return plan;
    }
}
