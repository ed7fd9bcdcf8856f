package lv.pumpurs.core.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.pumpurs.core.fixture.Statements;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.identity.Permissions;
import lv.pumpurs.core.learner.Admission;
import lv.pumpurs.core.learner.ClassPlace;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.Outcome;
import lv.pumpurs.core.plan.Decision;
import lv.pumpurs.core.plan.PlanDays;
import lv.pumpurs.core.plan.PlanResult;
import lv.pumpurs.core.plan.SupportPlan;
import lv.pumpurs.core.programme.Programmes;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.staff.Staff;
import lv.pumpurs.core.tenancy.StandaloneEntityManagers;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is due for whom, on real rows. */
class WorklistDbTest {

    private static final Semester AUTUMN = Semester.of("2020/2021-1");
    private static final LocalDate DAY = LocalDate.of(2020, 10, 1);
    private static final PlanDays DAYS = new PlanDays(LocalDate.of(2020, 9, 1), LocalDate.of(2020, 12, 18));

    @Test
    void a_submitted_plan_waits_for_the_step_that_is_next_and_for_nobody_who_has_acted() {
        Town.in(TwoTenants.ALFA, town -> {
            Staff director = town.staff("dir@mazpilseta.test",
                    RolePlace.inSchool(Role.SCHOOL_DIRECTOR, town.home().id()));
            Staff coordinator = town.staff("koord@mazpilseta.test", RolePlace.inTenant(Role.TENANT_COORDINATOR));
            SupportPlan plan = draft(town, "Anna");
            assertThat(due(town, town.author(), Role.PLAN_AUTHOR)).containsExactly(Due.WRITE);
            plan.submit();
            assertThat(due(town, town.author(), Role.PLAN_AUTHOR)).isEmpty();
            assertThat(due(town, director, Role.SCHOOL_DIRECTOR)).containsExactly(Due.DECIDE);
            assertThat(due(town, coordinator, Role.TENANT_COORDINATOR)).isEmpty();
            var chain = new Programmes(town.entities()).approvalChain(Town.PROGRAMME);
            plan.approve(chain, new Decision(Role.SCHOOL_DIRECTOR, director.id(), DAY, null), DAYS);
            assertThat(due(town, director, Role.SCHOOL_DIRECTOR)).isEmpty();
            assertThat(due(town, coordinator, Role.TENANT_COORDINATOR)).containsExactly(Due.DECIDE);
            plan.giveBack(chain, new Decision(Role.TENANT_COORDINATOR, coordinator.id(), DAY, "Precizējiet riskus."));
            assertThat(due(town, coordinator, Role.TENANT_COORDINATOR)).isEmpty();
            assertThat(due(town, town.author(), Role.PLAN_AUTHOR)).containsExactly(Due.CORRECT);
        });
    }

    @Test
    void after_its_time_a_plan_waits_for_its_author_and_then_for_whoever_closes_it() {
        Town.in(TwoTenants.ALFA, town -> {
            Staff coordinator = town.staff("koord@mazpilseta.test",
                    RolePlace.inSchool(Role.SCHOOL_COORDINATOR, town.home().id()));
            SupportPlan plan = town.approved(learner(town, "Anna"), AUTUMN, provider(town), DAYS.first(), DAYS.last());
            assertThat(due(town, town.author(), Role.PLAN_AUTHOR)).containsExactly(Due.EVALUATE);
            assertThat(due(town, coordinator, Role.SCHOOL_COORDINATOR)).isEmpty();
            plan.evaluate(DAYS.last(), PlanResult.ELIMINATED);
            assertThat(due(town, town.author(), Role.PLAN_AUTHOR)).isEmpty();
            assertThat(due(town, coordinator, Role.SCHOOL_COORDINATOR)).containsExactly(Due.CLOSE);
            plan.close(DAYS.last());
            assertThat(due(town, coordinator, Role.SCHOOL_COORDINATOR)).isEmpty();
        });
    }

    @Test
    void a_proposed_plan_waits_for_the_authors_of_the_school_until_one_answers() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner learner = learner(town, "Anna");
            town.entities().flush();
            town.entities()
                .createNativeQuery("""
                        insert into plan_proposal (id, learner_id, school_id, proposer_id, proposed_on, risks, note)
                        values (?1, ?1, ?2, ?3, ?4, array['STUDY_BACKLOG'], 'Kavē')""")
                .setParameter(1, learner.id())
                .setParameter(2, town.home().id())
                .setParameter(3, town.author().id())
                .setParameter(4, Date.valueOf(DAY))
                .executeUpdate();
            assertThat(groups(town, town.author(), AUTUMN.code(), Role.PLAN_AUTHOR)).singleElement()
                .satisfies(group -> {
                    assertThat(group.due()).isEqualTo(Due.PROPOSED);
                    assertThat(group.items()).extracting(WorkItem::plan, WorkItem::code)
                        .containsExactly(tuple(learner.id(), null));
                });
            Staff elsewhere = town.staff("talu@mazpilseta.test",
                    RolePlace.inSchool(Role.PLAN_AUTHOR, town.school("Cita skola").id()));
            assertThat(due(town, elsewhere, Role.PLAN_AUTHOR)).isEmpty();
            town.entities()
                .createNativeQuery(
                        "update plan_proposal set stage = 'DECLINED', reason = 'x', answered_by = proposer_id,"
                                + " answered_on = proposed_on")
                .executeUpdate();
            assertThat(due(town, town.author(), Role.PLAN_AUTHOR)).isEmpty();
        });
    }

    /** An act on a plan needs the learner in reach: what the former school cannot do is not its work. */
    @Test
    void a_plan_of_a_learner_who_is_at_another_school_waits_for_nobody_of_the_former_one() {
        Town.in(TwoTenants.ALFA, town -> {
            Staff director = town.staff("dir@mazpilseta.test",
                    RolePlace.inSchool(Role.SCHOOL_DIRECTOR, town.home().id()));
            Staff coordinator = town.staff("koord@mazpilseta.test",
                    RolePlace.inSchool(Role.SCHOOL_COORDINATOR, town.home().id()));
            Learner over = learner(town, "Anna");
            Learner judged = learner(town, "Juris");
            Learner waits = learner(town, "Dace");
            town.approved(over, AUTUMN, provider(town), DAYS.first(), DAYS.last());
            town.approved(judged, AUTUMN, provider(town), DAYS.first(), DAYS.last())
                .evaluate(DAYS.last(), PlanResult.ELIMINATED);
            town.draft(waits, AUTUMN, provider(town)).submit();
            assertThat(due(town, town.author(), Role.PLAN_AUTHOR)).containsExactly(Due.EVALUATE);
            assertThat(due(town, director, Role.SCHOOL_DIRECTOR)).containsExactly(Due.DECIDE, Due.CLOSE);
            for (Learner learner : List.of(over, judged, waits)) {
                learner.finish(LocalDate.of(2021, 1, 8), Outcome.LEFT);
                learner.enrol(new Admission(town.school("Cita " + learner.givenName()).id(), "2020/2021",
                        ClassPlace.general(8, "a"), LocalDate.of(2021, 1, 11)), Outcome.LEFT);
            }
            assertThat(due(town, town.author(), Role.PLAN_AUTHOR)).isEmpty();
            assertThat(due(town, director, Role.SCHOOL_DIRECTOR)).isEmpty();
            assertThat(due(town, coordinator, Role.SCHOOL_COORDINATOR)).isEmpty();
            assertThat(new WorkCounts(town.entities()).of(director.id(),
                    permission -> Permissions.all().holders(permission).contains(Role.SCHOOL_DIRECTOR)
                            ? Set.of(Role.SCHOOL_DIRECTOR)
                            : Set.of()))
                .isEmpty();
        });
    }

    @Test
    void a_returned_amendment_waits_for_its_author_and_goes_with_the_plans_time() {
        Town.in(TwoTenants.ALFA, town -> {
            SupportPlan plan = town.approved(learner(town, "Anna"), AUTUMN, provider(town), DAYS.first(),
                    LocalDate.of(2099, 12, 18));
            town.entities().flush();
            town.entities()
                .createNativeQuery("""
                        insert into plan_amendment (id, plan_id, edition, author_id, stage, started_on, reason, proposed)
                        values (?1, ?1, 2, ?2, 'RETURNED', ?3, 'Precizējiet', '{}')""")
                .setParameter(1, plan.id())
                .setParameter(2, town.author().id())
                .setParameter(3, Date.valueOf(DAY))
                .executeUpdate();
            assertThat(due(town, town.author(), Role.PLAN_AUTHOR)).containsExactly(Due.CORRECT);
            town.entities()
                .createNativeQuery("update support_plan set state = 'SUSPENDED', reason = 'x', active_to = ?1")
                .setParameter(1, Date.valueOf(DAY))
                .executeUpdate();
            assertThat(due(town, town.author(), Role.PLAN_AUTHOR)).containsExactly(Due.EVALUATE);
        });
    }

    @Test
    void a_learner_whose_risks_have_not_ended_needs_the_next_plan_until_it_is_begun() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner stays = learner(town, "Anna");
            Learner done = learner(town, "Juris");
            town.approved(stays, AUTUMN, provider(town), DAYS.first(), DAYS.last())
                .evaluate(DAYS.last(), PlanResult.REDUCED);
            town.approved(done, AUTUMN, provider(town), DAYS.first(), DAYS.last())
                .evaluate(DAYS.last(), PlanResult.ELIMINATED);
            assertThat(groups(town, town.author(), "2020/2021-2", Role.PLAN_AUTHOR)).singleElement()
                .satisfies(group -> {
                    assertThat(group.due()).isEqualTo(Due.CONTINUE);
                    assertThat(group.items()).extracting(WorkItem::learner).containsExactly("Anna Ozola");
                });
            // two semesters later nobody has asked any more
            assertThat(groups(town, town.author(), "2021/2022-1", Role.PLAN_AUTHOR)).isEmpty();
            town.draft(stays, AUTUMN.next(), provider(town));
            assertThat(groups(town, town.author(), "2020/2021-2", Role.PLAN_AUTHOR)).extracting(WorkGroup::due)
                .containsExactly(Due.WRITE);
        });
    }

    @Test
    void the_work_of_an_author_who_writes_no_more_falls_to_the_other_authors_of_the_school() {
        Town.in(TwoTenants.ALFA, town -> {
            Staff other = town.staff("cita@mazpilseta.test", RolePlace.inSchool(Role.PLAN_AUTHOR, town.home().id()));
            Staff elsewhere = town.staff("talu@mazpilseta.test",
                    RolePlace.inSchool(Role.PLAN_AUTHOR, town.school("Cita skola").id()));
            draft(town, "Anna");
            assertThat(due(town, other, Role.PLAN_AUTHOR)).isEmpty();
            town.entities()
                .createNativeQuery("update staff_role set valid_to = date '2018-01-01' where staff_id = ?1")
                .setParameter(1, town.author().id())
                .executeUpdate();
            assertThat(due(town, other, Role.PLAN_AUTHOR)).containsExactly(Due.WRITE);
            assertThat(due(town, elsewhere, Role.PLAN_AUTHOR)).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({"5, false", "4, true"})
    void work_is_late_from_the_day_after_its_last_one(int days, boolean late) {
        Town.in(TwoTenants.ALFA, town -> {
            LocalDate today = ((Date) town.entities()
                .createNativeQuery("select t.day from today t")
                .getSingleResult()).toLocalDate();
            town.approved(learner(town, "Anna"), AUTUMN, provider(town), DAYS.first(), today.minusDays(5));
            limit(town, "EVALUATE", 0, today.plusDays(1));
            limit(town, "EVALUATE", days, today);
            limit(town, "EVALUATE", 0, today.minusDays(1));
            assertThat(groups(town, town.author(), AUTUMN.code(), Role.PLAN_AUTHOR)).singleElement()
                .satisfies(group -> {
                    assertThat(group.late()).isEqualTo(late ? 1 : 0);
                    assertThat(group.items().getFirst().late()).isEqualTo(late);
                    assertThat(group.items().getFirst().dueOn()).isEqualTo(today.minusDays(5).plusDays(days));
                });
        });
    }

    @Test
    void without_a_limit_nothing_is_late() {
        Town.in(TwoTenants.ALFA, town -> {
            draft(town, "Anna");
            assertThat(groups(town, town.author(), AUTUMN.code(), Role.PLAN_AUTHOR)).singleElement()
                .satisfies(group -> {
                    assertThat(group.late()).isZero();
                    assertThat(group.items().getFirst().dueOn()).isNull();
                });
        });
    }

    @Test
    void of_many_the_first_ten_are_shown_and_all_are_counted() {
        Town.in(TwoTenants.ALFA, town -> {
            for (int i = 0; i < Worklist.SHOWN + 1; i++) {
                draft(town, "Anna");
            }
            assertThat(groups(town, town.author(), AUTUMN.code(), Role.PLAN_AUTHOR)).singleElement()
                .satisfies(group -> {
                    assertThat(group.total()).isEqualTo(Worklist.SHOWN + 1);
                    assertThat(group.items()).hasSize(Worklist.SHOWN);
                });
        });
    }

    @Test
    void whatever_somebody_has_to_do_it_is_one_statement() {
        Town.publishCatalogues();
        var statements = new Statements();
        try (var heard = new StandaloneEntityManagers(statements.on(TwoTenants.database().app()))) {
            heard.inTransaction(TwoTenants.ALFA, null,
                    em -> new Worklist(em, List::of).of(new UUID(1, 1),
                            permission -> Permissions.all().holders(permission),
                            AUTUMN.code()));
            assertThat(statements.taken()).as("bound, work").hasSize(2);
        }
    }

    private static SupportPlan draft(Town town, String name) {
        return town.draft(learner(town, name), AUTUMN, provider(town));
    }

    private static Learner learner(Town town, String name) {
        return town.learner(name, "Ozola", "2020/2021", 7);
    }

    private static UUID provider(Town town) {
        return town.staff(UUID.randomUUID() + "@mazpilseta.test",
                RolePlace.provider(town.home().id(), "EDUCATOR"))
            .id();
    }

    private static void limit(Town town, String work, int days, LocalDate from) {
        town.entities()
            .createNativeQuery("insert into work_deadline (programme, work, days, valid_from) values (?1, ?2, ?3, ?4)")
            .setParameter(1, Town.PROGRAMME)
            .setParameter(2, work)
            .setParameter(3, days)
            .setParameter(4, from)
            .executeUpdate();
    }

    private static List<Due> due(Town town, Staff person, Role role) {
        return groups(town, person, AUTUMN.code(), role).stream().map(WorkGroup::due).collect(Collectors.toList());
    }

    private static List<WorkGroup> groups(Town town, Staff person, String semester, Role role) {
        return new Worklist(town.entities(), List::of).of(person.id(),
                permission -> Permissions.all().holders(permission).contains(role) ? Set.of(role) : Set.of(), semester);
    }
}
