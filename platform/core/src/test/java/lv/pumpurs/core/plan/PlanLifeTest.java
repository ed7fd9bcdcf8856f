package lv.pumpurs.core.plan;

import static lv.pumpurs.core.plan.PlanTries.CHAINS;
import static lv.pumpurs.core.plan.PlanTries.PEOPLE;
import static lv.pumpurs.core.plan.PlanTries.active;
import static lv.pumpurs.core.plan.PlanTries.draft;
import static lv.pumpurs.core.plan.PlanTries.known;
import static lv.pumpurs.core.plan.PlanTries.on;
import static lv.pumpurs.core.plan.PlanTries.portrait;
import static lv.pumpurs.core.plan.PlanTries.step;
import static lv.pumpurs.core.plan.PlanTries.tried;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.plan.PlanApproval.Verdict;
import lv.pumpurs.core.plan.PlanTries.Act;
import lv.pumpurs.core.plan.PlanTries.Try;
import lv.pumpurs.core.programme.ApprovalChain;
import lv.pumpurs.spi.RestrictedText;
import lv.pumpurs.spi.Role;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Whatever people try in whatever order, a plan's life stays one that the domain knows. */
class PlanLifeTest {

    /** From a state to those that one act may lead to, as the domain draws it. */
    private static final Map<String, Set<String>> WAYS = Map.of("DRAFT", Set.of("IN_APPROVAL"), "RETURNED",
            Set.of("IN_APPROVAL"), "IN_APPROVAL", Set.of("IN_APPROVAL", "ACTIVE", "RETURNED", "REJECTED", "DRAFT"),
            "ACTIVE", Set.of("EVALUATED", "TERMINATED", "SUSPENDED"), "SUSPENDED",
            Set.of("ACTIVE", "EVALUATED", "TERMINATED"), "EVALUATED", Set.of("CLOSED"), "CLOSED", Set.of(),
            "TERMINATED", Set.of(), "REJECTED", Set.of());

    @Provide
    Arbitrary<List<Try>> tries() {
        return PlanTries.lists();
    }

    @Property
    void no_act_leads_where_the_domain_knows_no_way_and_the_stored_state_is_that_of_the_facts(
            @ForAll("tries") List<Try> tries, @ForAll boolean late, @ForAll boolean begun) {
        var chain = CHAINS.get(late ? 2 : tries.size() % 2);
        var plan = begun ? active(chain) : draft();
        for (Try any : tries) {
            Try one = any.on(plan, chain);
            String before = plan.state().code();
            boolean done = tried(plan, chain, one);
            String after = plan.state().code();
            assertThat(after).isEqualTo(plan.stateByFacts());
            assertThat(plan.step().isPresent()).isEqualTo(plan.amendment()
                .map(change -> change.stage() == PlanAmendment.Stage.IN_APPROVAL)
                .orElse(after.equals("IN_APPROVAL")));
            Statistics.label("amendment")
                .collect(plan.amendments().isEmpty()
                        ? "NONE"
                        : plan.amendments().getLast().stage().name());
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
        Statistics.label("amendment")
            .coverage(seen -> List.of(PlanAmendment.Stage.values())
                .forEach(stage -> seen.check(stage.name()).count(times -> times > 0)));
    }

    @Property(tries = 300)
    void what_is_in_force_is_what_was_approved_last_every_edition_is_kept_and_nothing_given_is_lost(
            @ForAll("tries") List<Try> tries) {
        var chain = CHAINS.get(tries.size() % CHAINS.size());
        var plan = active(chain);
        List<RestrictedText> editions = new ArrayList<>(List.of(DraftDocument.write(PlanDraft.of(plan))));
        BigDecimal given = BigDecimal.ZERO;
        for (Try any : tries) {
            Try one = any.on(plan, chain);
            RestrictedText written = DraftDocument.write(plan.written());
            int edition = plan.edition();
            if (tried(plan, chain, one) && one.act() == Act.DELIVER) {
                given = given.add(BigDecimal.ONE);
            }
            if (plan.edition() > edition) {
                assertThat(lastApprovals(plan, plan.amendments().getLast())).isEqualTo(chain.steps().size());
                editions.add(written);
            }
            assertThat(plan.edition()).isEqualTo(editions.size());
            assertThat(PlanDraft.of(plan).saysTheSameAs(known(DraftDocument.read(editions.getLast()), plan))).isTrue();
            assertThat(plan.amendments().stream().filter(PlanAmendment::isAdopted).map(PlanAmendment::replaced))
                .usingElementComparator((a, b) -> a.saysTheSameAs(known(b, plan)) ? 0 : 1)
                .containsExactlyElementsOf(editions.subList(0, editions.size() - 1)
                    .stream()
                    .map(DraftDocument::read)
                    .toList());
            assertThat(plan.measures().stream().map(PlannedMeasure::deliveredQuantity).reduce(BigDecimal::add))
                .contains(given);
        }
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
                assertThat(lastApprovals(plan, null)).isEqualTo(chain.steps().size());
            }
        }
    }

    @Property
    void nobody_decides_on_what_they_wrote_whatever_they_try(@ForAll("tries") List<Try> tries) {
        var chain = CHAINS.get(2);
        var plan = tries.size() % 2 == 0 ? active(chain) : draft();
        for (Try any : tries) {
            Try one = any.on(plan, chain);
            boolean decision = EnumSet.of(Act.APPROVE, Act.RETURN, Act.REJECT).contains(one.act());
            UUID amending = plan.amendment().map(PlanAmendment::authorId).orElse(plan.authorId());
            boolean done = tried(plan, chain, one);
            assertThat(decision && done && List.of(plan.authorId(), amending).contains(one.person())).isFalse();
        }
    }

    @Property
    void an_act_that_is_refused_changes_nothing(@ForAll("tries") List<Try> tries) {
        var chain = CHAINS.get(1);
        var plan = tries.size() % 2 == 0 ? active(chain) : draft();
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
        var plan = tries.size() % 2 == 0 ? active(chain) : draft();
        for (Try any : tries) {
            Try one = any.on(plan, chain);
            var actor = new PlanActor(one.person(), EnumSet.allOf(Role.class), chain, on(plan));
            var offered = PlanAct.possible(plan, actor);
            // the day is another matter than the state
            Try now = new Try(one.act(), one.person(), step(plan, chain), on(plan), false);
            boolean done = tried(plan, chain, now);
            switch (one.act()) {
                case WRITE -> assertThat(done).isEqualTo(offered.contains(PlanAct.EDIT));
                case EMPTY -> assertThat(!done || offered.contains(PlanAct.EDIT)).isTrue();
                case SUBMIT -> assertThat(!done || offered.contains(PlanAct.SUBMIT)).isTrue();
                case WITHDRAW -> assertThat(done).isEqualTo(offered.contains(PlanAct.WITHDRAW));
                case APPROVE, RETURN, REJECT -> assertThat(done).isEqualTo(offered.contains(PlanAct.DECIDE));
                case EVALUATE -> assertThat(done).isEqualTo(offered.contains(PlanAct.EVALUATE));
                case CLOSE -> assertThat(done).isEqualTo(offered.contains(PlanAct.CLOSE));
                case TERMINATE -> assertThat(done).isEqualTo(offered.contains(PlanAct.TERMINATE));
                case AMEND -> assertThat(done).isEqualTo(offered.contains(PlanAct.AMEND));
                case DISCARD -> assertThat(done).isEqualTo(offered.contains(PlanAct.DISCARD));
                case SUSPEND -> assertThat(done).isEqualTo(offered.contains(PlanAct.SUSPEND));
                case RESUME -> assertThat(done).isEqualTo(offered.contains(PlanAct.RESUME));
                case DELIVER -> assertThat(done).isEqualTo(plan.state() instanceof PlanState.Active);
            }
        }
    }

    private static final Map<Act, Verdict> DECISIONS = new EnumMap<>(Map.of(Act.APPROVE, Verdict.APPROVED, Act.RETURN,
            Verdict.RETURNED, Act.REJECT, Verdict.REJECTED, Act.WITHDRAW, Verdict.WITHDRAWN));

    /** How many approvals in a row stand at the end of the history of a plan, or of an amendment of it. */
    private static int lastApprovals(SupportPlan plan, @Nullable PlanAmendment of) {
        int count = 0;
        for (PlanApproval one : plan.approvals().reversed()) {
            if (!Objects.equals(one.amendment(), of)) {
                continue;
            }
            if (one.verdict() != Verdict.APPROVED) {
                break;
            }
            count++;
            assertThat(one.step()).isPositive();
        }
        return count;
    }
}
