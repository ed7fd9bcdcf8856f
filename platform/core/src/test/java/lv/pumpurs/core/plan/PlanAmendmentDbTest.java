package lv.pumpurs.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.fixture.Statements;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.plan.PlanDraft.MeasureDraft;
import lv.pumpurs.core.programme.ApprovalChain;
import lv.pumpurs.core.programme.Programmes;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.staff.Staff;
import lv.pumpurs.core.tenancy.StandaloneEntityManagers;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amending plans and letting them rest, on real rows. */
class PlanAmendmentDbTest {

    private static final Semester AUTUMN = Semester.of("2020/2021-1");
    private static final LocalDate DAY = LocalDate.of(2020, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2020, 12, 18);

    @Test
    void an_adopted_amendment_keeps_the_keys_of_what_stays_and_every_edition() {
        Town.in(TwoTenants.ALFA, town -> {
            SupportPlan plan = active(town, today(town).plusDays(30));
            UUID measure = plan.measures().getFirst().id();
            plan.deliver(measure, BigDecimal.TWO);
            SupportPlan again = adopted(town, plan, "12");
            assertThat(again.edition()).isEqualTo(2);
            assertThat(again.measures()).extracting(PlannedMeasure::id, one -> one.plannedQuantity().intValue(),
                    one -> one.deliveredQuantity().intValue())
                .containsExactly(tuple(measure, 12, 2));
            assertThat(count(town, "select count(*) from support_plan where learner_id = ?1",
                    plan.subject().learnerId()))
                .isOne();
            adopted(town, again, "14");
            var material = new PlanMaterial(new Programmes(town.entities()), new SupportPlans(town.entities()),
                    (kind, school) -> true);
            SupportPlan third = again(town, plan);
            UUID author = town.author().id();
            PlanView read = new SupportPlans(town.entities()).read(plan.id(), author, Set.of(Role.PLAN_AUTHOR))
                .orElseThrow();
            assertThat(material.editions(third)).extracting(EditionLink::number, link -> link.until() == null)
                .containsExactly(tuple(3, true), tuple(2, false), tuple(1, false));
            for (int edition = 1; edition <= 3; edition++) {
                EditionView view = material.edition(third, read, author, edition).orElseThrow();
                assertThat(view.measures()).extracting(one -> one.planned().intValue())
                    .containsExactly(edition == 1 ? 10 : 10 + 2 * (edition - 1));
                assertThat(view.measures().getFirst().providerName()).isNotBlank();
                assertThat(view.before() == null).isEqualTo(edition == 1);
            }
            assertThat(material.edition(third, read, author, 0)).isEmpty();
            assertThat(material.edition(third, read, author, 4)).isEmpty();
        });
    }

    @Test
    void what_is_amended_is_listed_as_that_and_keeps_its_providers() {
        Town.in(TwoTenants.ALFA, town -> {
            SupportPlan plan = active(town, today(town).plusDays(30));
            UUID provider = Objects.requireNonNull(plan.measures().getFirst().providerId());
            assertThat(found(town, "ACTIVE")).isOne();
            plan.amend(town.author().id(), DAY);
            plan.rewrite(changed(plan, "12"), new PlanDays(DAY, LAST));
            plan.submit();
            town.entities().flush();
            assertThat(found(town, "ACTIVE")).isZero();
            assertThat(found(town, "AMENDMENT_PENDING")).isOne();
            assertThat(new SupportPlans(town.entities()).byLearner(plan.subject().learnerId(), provider,
                    Set.of(Role.PROVIDER)))
                .singleElement()
                .satisfies(view -> {
                    assertThat(view.state()).isEqualTo("AMENDMENT_PENDING");
                    assertThat(view.measures()).extracting(one -> one.planned().intValue()).containsExactly(10);
                });
        });
    }

    @Test
    void a_plan_in_hand_is_read_in_as_many_statements_for_one_measure_as_for_many() {
        Town.publishCatalogues();
        var statements = new Statements();
        try (var heard = new StandaloneEntityManagers(statements.on(TwoTenants.database().app()))) {
            List<Integer> taken = new ArrayList<>();
            for (int measures : List.of(1, 9)) {
                assertThatThrownBy(() -> heard.inTransaction(TwoTenants.ALFA, null, em -> {
                    Town town = Town.kept(em);
                    SupportPlan plan = active(town, today(town).plusDays(30));
                    for (int i = 1; i < measures; i++) {
                        more(town, plan);
                    }
                    town.entities().clear();
                    statements.taken();
                    SupportPlan known = new SupportPlans(em).known(plan.id());
                    assertThat(known.suspensions()).isEmpty();
                    PlanDraft content = PlanDraft.of(known);
                    taken.add(statements.taken().size());
                    assertThat(content.measures()).hasSize(measures)
                        .allSatisfy(one -> assertThat(one.risks()).isNotEmpty());
                    throw new IllegalStateException("nothing of it is kept");
                })).hasMessage("nothing of it is kept");
            }
            assertThat(taken).as("plan with its rests, their risks, measures, risks").containsExactly(4, 4);
        }
    }

    @Test
    void neither_author_finds_the_amendment_in_the_own_queue_and_the_director_does() {
        Town.in(TwoTenants.ALFA, town -> {
            Staff director = director(town, "dir");
            Staff writing = director(town, "raksta");
            town.author().grant(RolePlace.inSchool(Role.SCHOOL_DIRECTOR, town.home().id()), LocalDate.of(2017, 9, 1));
            SupportPlan plan = active(town, today(town).plusDays(30));
            plan.amend(writing.id(), DAY);
            plan.rewrite(changed(plan, "12"), new PlanDays(DAY, LAST));
            plan.submit();
            town.entities().flush();
            assertThat(queue(town, director)).containsExactly(plan.id());
            assertThat(queue(town, writing)).isEmpty();
            assertThat(queue(town, town.author())).isEmpty();
        });
    }

    @Test
    void a_plan_that_rested_twice_is_known_once_with_both_times() {
        Town.in(TwoTenants.ALFA, town -> {
            SupportPlan plan = active(town, today(town).plusDays(30));
            for (int days : List.of(0, 5)) {
                plan.suspend(town.author().id(), DAY.plusDays(days), "Prombūtne");
                plan.resume(DAY.plusDays(days + 2));
            }
            town.entities().flush();
            town.entities().clear();
            assertThat(new SupportPlans(town.entities()).known(plan.id()).suspensions())
                .extracting(PlanSuspension::since, PlanSuspension::endedOn)
                .containsExactlyInAnyOrder(tuple(DAY, DAY.plusDays(2)), tuple(DAY.plusDays(5), DAY.plusDays(7)));
        });
    }

    @Test
    void of_a_plan_one_amendment_is_pending_whatever_two_authors_do() {
        assertThatThrownBy(() -> Town.in(TwoTenants.ALFA, town -> {
            SupportPlan plan = active(town, today(town).plusDays(30));
            town.entities().persist(new PlanAmendment(Ids.next(), plan, 2, town.author().id(), DAY));
            town.entities().persist(new PlanAmendment(Ids.next(), plan, 2, town.author().id(), DAY));
            town.entities().flush();
        })).isInstanceOf(PersistenceException.class).hasMessageContaining("plan_amendment_one_pending");
    }

    @ParameterizedTest
    @CsvSource({"1,SUSPENDED", "0,SUSPENDED", "-1,EVALUATION_DUE"})
    void a_plan_that_rests_is_listed_as_that_until_its_time_is_over(int days, String state) {
        Town.in(TwoTenants.ALFA, town -> {
            SupportPlan plan = active(town, today(town).plusDays(days));
            plan.suspend(town.author().id(), DAY, "ārkārtējā situācija");
            town.entities().flush();
            for (String one : List.of("SUSPENDED", "EVALUATION_DUE", "ACTIVE")) {
                assertThat(found(town, one)).as(one).isEqualTo(one.equals(state) ? 1 : 0);
            }
        });
    }

    private static void more(Town town, SupportPlan plan) {
        UUID id = Ids.next();
        town.entities()
            .createNativeQuery("""
                    insert into planned_measure (id, plan_id, kind, planned_quantity, delivered_quantity, starts_on, ends_on)
                    select ?1, p.id, 'CONS_PSYCHOLOGIST', 1, 0, p.active_from, p.active_to from support_plan p
                    where p.id = ?2""")
            .setParameter(1, id)
            .setParameter(2, plan.id())
            .executeUpdate();
        town.entities()
            .createNativeQuery(
                    "insert into planned_measure_risk (planned_measure_id, risk) values (?1, 'STUDY_BACKLOG')")
            .setParameter(1, id)
            .executeUpdate();
    }

    private static SupportPlan active(Town town, LocalDate last) {
        Staff provider = town.staff(Ids.next() + "@mazpilseta.test", RolePlace.provider(town.home().id(), "EDUCATOR"));
        SupportPlan plan = town.approved(town.learner("Anna", "Ozola", "2020/2021", 7), AUTUMN, provider.id(), DAY,
                last);
        town.entities().flush();
        return plan;
    }

    /** The plan, read anew after an amendment of it went through all steps. */
    private static SupportPlan adopted(Town town, SupportPlan plan, String quantity) {
        ApprovalChain chain = new Programmes(town.entities()).approvalChain(Town.PROGRAMME);
        plan.amend(town.author().id(), DAY);
        plan.rewrite(changed(plan, quantity), new PlanDays(DAY, LAST));
        plan.submit();
        town.entities().flush();
        UUID other = director(town, "lemj" + quantity).id();
        for (Role role : chain.steps()) {
            plan.approve(chain, new Decision(role, role == Role.OPERATOR_REVIEWER ? null : other, DAY, null),
                    new PlanDays(DAY, LAST));
        }
        return again(town, plan);
    }

    private static SupportPlan again(Town town, SupportPlan plan) {
        town.entities().flush();
        town.entities().clear();
        return new SupportPlans(town.entities()).known(plan.id());
    }

    private static PlanDraft changed(SupportPlan plan, String quantity) {
        PlanDraft now = plan.written();
        MeasureDraft one = now.measures().getFirst();
        return new PlanDraft(null, null, null, now.strengths(), now.voice(), now.risks(),
                List.of(new MeasureDraft(one.id(), one.kind(), one.provider(), one.subject(), new BigDecimal(quantity),
                        DAY,
                        LAST, one.risks())));
    }

    private static Staff director(Town town, String name) {
        return town.staff(name + "@mazpilseta.test", RolePlace.inSchool(Role.SCHOOL_DIRECTOR, town.home().id()));
    }

    private static List<UUID> queue(Town town, Staff who) {
        return new SupportPlans(town.entities()).waitingFor(who.id(), Set.of(Role.SCHOOL_DIRECTOR))
            .stream()
            .map(PlanView::id)
            .toList();
    }

    private static long found(Town town, String state) {
        return new SupportPlans(town.entities()).page(new PlanFilter(state, null, null), PlanSort.NAME,
                new ListQuery(1, 25, "name", false), town.author().id(), Set.of(Role.PLAN_AUTHOR))
            .total();
    }

    private static LocalDate today(Town town) {
        return ((Date) town.entities().createNativeQuery("select t.day from today t").getSingleResult()).toLocalDate();
    }

    private static long count(Town town, String sql, UUID key) {
        return ((Number) town.entities().createNativeQuery(sql).setParameter(1, key).getSingleResult()).longValue();
    }
}
