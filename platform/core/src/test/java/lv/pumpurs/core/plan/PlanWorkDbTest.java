package lv.pumpurs.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.fixture.Statements;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.plan.PlanDraft.MeasureDraft;
import lv.pumpurs.core.plan.PlanDraft.RiskDraft;
import lv.pumpurs.core.programme.Programmes;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.staff.Staff;
import lv.pumpurs.core.tenancy.StandaloneEntityManagers;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.RestrictedText;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writing plans and deciding on them, on real rows. */
class PlanWorkDbTest {

    private static final Semester AUTUMN = Semester.of("2020/2021-1");
    private static final LocalDate DAY = LocalDate.of(2020, 10, 1);
    private static final PlanDays DAYS = new PlanDays(LocalDate.of(2020, 9, 1), LocalDate.of(2020, 12, 18));
    private static final String DIFFICULTY = "STUDY_CONTENT_DIFFICULTY";

    @ParameterizedTest
    @CsvSource({"DRAFT,,1", "ACTIVE,,0", ",2020/2021-1,2", ",2020/2021-2,1", "DRAFT,2020/2021-2,0", ",,3"})
    void every_criterion_narrows_the_list(String state, String semester, long found) {
        Town.in(TwoTenants.ALFA, town -> {
            var provider = provider(town).id();
            town.draft(town.learner("Anna", "Ozola", "2020/2021", 7), AUTUMN, provider).submit();
            town.draft(town.learner("Juris", "Bērzs", "2020/2021", 7), AUTUMN, provider);
            town.draft(town.learner("Zane", "Ābola", "2020/2021", 7), AUTUMN.next(), provider).submit();
            var page = page(town, new PlanFilter(state, semester, null), PlanSort.NAME);
            assertThat(page.total()).isEqualTo(found);
            assertThat(page.rows()).hasSize((int) found);
            assertThat(page(town, new PlanFilter(state, semester, town.home().id()), PlanSort.STATE).total())
                .isEqualTo(found);
            assertThat(page(town, new PlanFilter(null, null, UUID.randomUUID()), PlanSort.SCHOOL).rows()).isEmpty();
        });
    }

    @Test
    void the_list_is_sorted_by_the_latvian_alphabet_and_shows_who_decides_next() {
        Town.in(TwoTenants.ALFA, town -> {
            var provider = provider(town).id();
            town.draft(town.learner("Anna", "Čakste", "2020/2021", 7), AUTUMN, provider).submit();
            town.draft(town.learner("Juris", "Cālis", "2020/2021", 7), AUTUMN, provider);
            town.draft(town.learner("Zane", "Ābola", "2020/2021", 7), AUTUMN, provider);
            assertThat(page(town, new PlanFilter(null, null, null), PlanSort.NAME).rows())
                .extracting(PlanRow::learnerName, PlanRow::waitingFor)
                .containsExactly(tuple("Zane Ābola", null),
                        tuple("Juris Cālis", null),
                        tuple("Anna Čakste", "SCHOOL_DIRECTOR"));
            assertThat(page(town, new PlanFilter(null, null, null), PlanSort.STATE).rows().getLast().state())
                .isEqualTo("IN_APPROVAL");
        });
    }

    @Test
    void a_list_takes_as_many_statements_for_one_row_as_for_a_hundred_and_so_does_the_queue() {
        Town.publishCatalogues();
        var statements = new Statements();
        try (var heard = new StandaloneEntityManagers(statements.on(TwoTenants.database().app()))) {
            for (int size : List.of(25, 100)) {
                heard.inTransaction(TwoTenants.ALFA, null,
                        em -> new SupportPlans(em).page(new PlanFilter("DRAFT", null, null), PlanSort.NAME,
                                new ListQuery(1, size, "name", false), new UUID(1, 1),
                                Set.of(Role.TENANT_COORDINATOR)));
                assertThat(statements.taken()).as("bound, count, rows").hasSizeLessThanOrEqualTo(3);
                heard.inTransaction(TwoTenants.ALFA, null,
                        em -> new SupportPlans(em).waitingFor(new UUID(1, 1), Set.of(Role.TENANT_COORDINATOR)));
                assertThat(statements.taken()).as("bound, plans, risks, measures").hasSize(4);
            }
        }
    }

    @Test
    void the_queue_holds_what_waits_for_ones_own_step_at_ones_own_school_and_was_not_written_by_oneself() {
        Town.in(TwoTenants.ALFA, town -> {
            var director = town.staff("dir@mazpilseta.test",
                    RolePlace.inSchool(Role.SCHOOL_DIRECTOR, town.home().id()));
            var foreign = town.staff("cits@mazpilseta.test",
                    RolePlace.inSchool(Role.SCHOOL_DIRECTOR, town.school("Cita skola").id()));
            var coordinator = town.staff("koord@mazpilseta.test", RolePlace.inTenant(Role.TENANT_COORDINATOR));
            town.author().grant(RolePlace.inSchool(Role.SCHOOL_DIRECTOR, town.home().id()), LocalDate.of(2017, 9, 1));
            var plan = town.draft(town.learner("Anna", "Ozola", "2020/2021", 7), AUTUMN, provider(town).id());
            town.draft(town.learner("Juris", "Bērzs", "2020/2021", 7), AUTUMN, provider(town).id());
            plan.submit();
            assertThat(queue(town, director)).containsExactly(plan.id());
            assertThat(queue(town, foreign)).isEmpty();
            assertThat(queue(town, town.author())).isEmpty();
            assertThat(queue(town, coordinator)).isEmpty();
            plan.approve(new Programmes(town.entities()).approvalChain(Town.PROGRAMME),
                    new Decision(Role.SCHOOL_DIRECTOR, director.id(), DAY, null), DAYS);
            assertThat(queue(town, director)).isEmpty();
            assertThat(queue(town, coordinator)).containsExactly(plan.id());
        });
    }

    /** Keys that are made in the same moment stand in no order: loaded data have many of them. */
    @Test
    void decisions_are_told_by_their_day_the_latest_first() {
        Town.in(TwoTenants.ALFA, town -> {
            var director = town.staff("dir@mazpilseta.test",
                    RolePlace.inSchool(Role.SCHOOL_DIRECTOR, town.home().id()));
            var coordinator = town.staff("koord@mazpilseta.test", RolePlace.inTenant(Role.TENANT_COORDINATOR));
            var chain = new Programmes(town.entities()).approvalChain(Town.PROGRAMME);
            for (int i = 0; i < 20; i++) {
                var plan = town.draft(town.learner("Anna", "Ozola", "2020/2021", 7), AUTUMN, provider(town).id());
                plan.submit();
                plan.approve(chain, new Decision(Role.SCHOOL_DIRECTOR, director.id(), DAY, null), DAYS);
                plan.approve(chain, new Decision(Role.TENANT_COORDINATOR, coordinator.id(), DAY.plusDays(2), null),
                        DAYS);
                assertThat(new SupportPlans(town.entities()).decisions(plan.id())).extracting(DecisionView::on)
                    .containsExactly(DAY.plusDays(2), DAY);
            }
        });
    }

    @Test
    void what_stays_of_a_draft_keeps_its_row_and_each_change_of_its_content_is_a_new_version() {
        Town.in(TwoTenants.ALFA, town -> {
            var plans = new SupportPlans(town.entities());
            var learner = town.learner("Anna", "Ozola", "2020/2021", 7);
            var plan = town.draft(learner, AUTUMN, provider(town).id());
            town.entities();
            int before = plan.version();
            var kept = plan.measures().getFirst();
            plan.rewrite(draft(List.of(new RiskDraft(DIFFICULTY, Severity.HIGH, RestrictedText.of("redzams")),
                    new RiskDraft("STUDY_MOTIVATION", Severity.LOW, null)),
                    measure(kept.id(), "5", DIFFICULTY, "STUDY_MOTIVATION"), measure(null, "7", "STUDY_MOTIVATION")),
                    DAYS);
            plans.write();
            assertThat(plan.version()).isGreaterThan(before);
            var read = read(town, plan);
            assertThat(read.risks()).extracting(PlanView.RiskView::code, PlanView.RiskView::severity,
                    PlanView.RiskView::note)
                .containsExactlyInAnyOrder(tuple(DIFFICULTY, "HIGH", RestrictedText.of("redzams")),
                        tuple("STUDY_MOTIVATION", "LOW", null));
            assertThat(read.measures()).extracting(PlanView.MeasureView::id).contains(kept.id()).hasSize(2);
            int after = plan.version();
            plan.rewrite(draft(List.of(new RiskDraft("STUDY_MOTIVATION", Severity.LOW, null)),
                    measure(kept.id(), "5", "STUDY_MOTIVATION")), DAYS);
            plans.write();
            assertThat(plan.version()).isGreaterThan(after);
            assertThat(read(town, plan).measures()).singleElement()
                .satisfies(one -> assertThat(one.risks()).containsExactly("STUDY_MOTIVATION"));
        });
    }

    @Test
    void whoever_wrote_on_a_plan_is_not_asked_to_decide_on_it() {
        Town.in(TwoTenants.ALFA, town -> {
            var director = town.staff(Ids.next() + "@mazpilseta.test",
                    RolePlace.inSchool(Role.SCHOOL_DIRECTOR, town.home().id()));
            var plan = town.draft(town.learner("Anna", "Ozola", "2020/2021", 7), AUTUMN, provider(town).id());
            plan.rewrite(PlanDraft.of(plan), DAYS, director.id());
            plan.submit();
            town.entities();
            assertThat(waitsFor(town, director.id())).isEmpty();
            assertThat(plan.isBy(director.id())).isTrue();
            plan.withdraw(town.author().id(), DAYS.first());
            plan.rewrite(PlanDraft.of(plan), DAYS, town.author().id());
            plan.submit();
            town.entities();
            assertThat(waitsFor(town, director.id())).isEmpty();
            var other = town.staff(Ids.next() + "@mazpilseta.test",
                    RolePlace.inSchool(Role.SCHOOL_DIRECTOR, town.home().id()));
            assertThat(waitsFor(town, other.id())).isEqualTo(List.of(plan.id()));
        });
    }

    private static List<?> waitsFor(Town town, UUID person) {
        return town.entities()
            .createNativeQuery("select plan_id from waiting_decision where person_id = ?1")
            .setParameter(1, person)
            .getResultList();
    }

    @Test
    void a_plan_out_of_reach_is_not_taken_in_hand() {
        Town.in(TwoTenants.ALFA, town -> {
            var plan = town.draft(town.learner("Anna", "Ozola", "2020/2021", 7), AUTUMN, provider(town).id());
            var foreign = town.staff("cits@mazpilseta.test",
                    RolePlace.inSchool(Role.PLAN_AUTHOR, town.school("Cita skola").id()));
            var plans = new SupportPlans(town.entities());
            assertThat(plans.atHand(plan.id(), town.author().id(), Set.of(Role.PLAN_AUTHOR))).contains(plan);
            assertThat(plans.atHand(plan.id(), foreign.id(), Set.of(Role.PLAN_AUTHOR))).isEmpty();
            assertThat(plans.atHand(plan.id(), town.author().id(), Set.of())).isEmpty();
            assertThat(plans.atHand(UUID.randomUUID(), town.author().id(), Set.of(Role.PLAN_AUTHOR))).isEmpty();
        });
    }

    @Test
    void an_evaluated_plan_is_copied_forward_without_the_risks_that_are_gone() {
        Town.in(TwoTenants.ALFA, town -> {
            var learner = town.learner("Anna", "Ozola", "2020/2021", 7);
            var plan = town.draft(learner, AUTUMN, provider(town).id());
            plan.rewrite(draft(List.of(new RiskDraft(DIFFICULTY, Severity.HIGH, null),
                    new RiskDraft("STUDY_MOTIVATION", Severity.LOW, null)),
                    measure(null, "5", DIFFICULTY, "STUDY_MOTIVATION"), measure(null, "7", "STUDY_MOTIVATION")), DAYS);
            approve(town, plan);
            assertThatThrownBy(() -> plan.next(Ids.next(), new PlanCode("A"), town.author().id(), DAYS))
                .isInstanceOf(Refused.class);
            plan.evaluate(DAY, new PlanEvaluation(null, PlanResult.REDUCED,
                    List.of(new PlanEvaluation.RiskOutcome(DIFFICULTY, PlanResult.REDUCED, "labāk"),
                            new PlanEvaluation.RiskOutcome("STUDY_MOTIVATION", PlanResult.ELIMINATED, null)),
                    plan.measures()
                        .stream()
                        .map(one -> new PlanEvaluation.MeasureOutcome(one.id(), BigDecimal.TWO, "bija"))
                        .toList()));
            var spring = new PlanDays(LocalDate.of(2021, 1, 4), LocalDate.of(2021, 5, 31));
            var plans = new SupportPlans(town.entities());
            var next = plan.next(Ids.next(), plans.nextCodes("MAZ", AUTUMN.next(), 1).getFirst(),
                    town.author().id(), spring);
            plans.add(next);
            var read = read(town, next);
            assertThat(read.semester()).isEqualTo("2020/2021-2");
            assertThat(read.risks()).extracting(PlanView.RiskView::code).containsExactly(DIFFICULTY);
            assertThat(read.measures()).singleElement().satisfies(one -> {
                assertThat(one.startsOn()).isEqualTo(spring.first());
                assertThat(one.delivered()).isZero();
                assertThat(one.risks()).containsExactly(DIFFICULTY);
            });
            assertThat(SubmissionRule.missing(next)).containsExactly(PlanProblem.NO_APPLICATION);
            assertThat(plans.neighbours(next.id())).extracting(PlanLink::id, PlanLink::after)
                .containsExactly(tuple(plan.id(), false));
            assertThat(read(town, plan).measures()).allSatisfy(one -> {
                assertThat(one.delivered()).isEqualByComparingTo("2");
                assertThat(one.remark()).isEqualTo(RestrictedText.of("bija"));
            });
        });
    }

    private static void approve(Town town, SupportPlan plan) {
        var chain = new Programmes(town.entities()).approvalChain(Town.PROGRAMME);
        plan.submit();
        for (var role : chain.steps()) {
            var person = role == Role.OPERATOR_REVIEWER ? null : provider(town).id();
            plan.approve(chain, new Decision(role, person, DAY, null), DAYS);
        }
    }

    private static List<UUID> queue(Town town, Staff who) {
        return new SupportPlans(town.entities())
            .waitingFor(who.id(), Set.of(Role.SCHOOL_DIRECTOR, Role.TENANT_COORDINATOR))
            .stream()
            .map(PlanView::id)
            .toList();
    }

    private static PlanView read(Town town, SupportPlan plan) {
        return new SupportPlans(town.entities())
            .read(plan.id(), town.author().id(), Set.of(Role.PLAN_AUTHOR))
            .orElseThrow();
    }

    private static PlanPage page(Town town, PlanFilter filter, PlanSort sort) {
        return new SupportPlans(town.entities()).page(filter, sort, new ListQuery(1, 25, "name", false),
                town.author().id(), Set.of(Role.PLAN_AUTHOR));
    }

    private static PlanDraft draft(List<RiskDraft> risks, MeasureDraft... measures) {
        return new PlanDraft(null, DAY, Applicant.GUARDIAN, "zīmē", null, risks, List.of(measures));
    }

    private static MeasureDraft measure(@Nullable UUID id, String quantity,
            String... risks) {
        return new MeasureDraft(id, "CONS_SUBJECT_TEACHER", null, null, new BigDecimal(quantity), DAYS.first(),
                DAYS.last(), List.of(risks));
    }

    private static Staff provider(Town town) {
        return town.staff(Ids.next() + "@mazpilseta.test", RolePlace.provider(town.home().id(), "EDUCATOR"));
    }
}
