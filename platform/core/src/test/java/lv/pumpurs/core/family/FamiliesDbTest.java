package lv.pumpurs.core.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.family.FamilyView.Child;
import lv.pumpurs.core.family.FamilyView.Contact;
import lv.pumpurs.core.family.FamilyView.OpenPlan;
import lv.pumpurs.core.fixture.Statements;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.Guardian;
import lv.pumpurs.core.identity.InScope;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.Relation;
import lv.pumpurs.core.plan.SupportPlan;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.tenancy.StandaloneEntityManagers;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;

/** What a family is told of its children, on real rows. */
class FamiliesDbTest {

    private static final Set<Role> GUARDIAN = Set.of(Role.GUARDIAN);
    private static final Semester FIRST = Semester.of("2020/2021-1");
    private static final LocalDate TODAY = BusinessTime.today(InstantSource.system());

    @Test
    void two_parents_see_the_same_children_and_each_the_own_ones_only() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner anna = town.learner("Anna", "Ozola", "2020/2021", 7);
            Learner juris = town.learner("Juris", "Ozols", "2020/2021", 9);
            Learner other = town.learner("Cita", "Liepa", "2020/2021", 7);
            UUID mother = guardian(town, anna, juris);
            UUID father = guardian(town, anna);
            UUID neighbour = guardian(town, other);
            assertThat(names(town, mother)).containsExactly("Anna Ozola", "Juris Ozols");
            assertThat(names(town, father)).containsExactly("Anna Ozola");
            assertThat(names(town, neighbour)).containsExactly("Cita Liepa");
            assertThat(names(town, Ids.next())).isEmpty();
        });
    }

    @Test
    void a_child_is_gone_with_the_last_day_of_the_guardianship_and_an_adult_sees_oneself() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner anna = town.learner("Anna", "Ozola", "2020/2021", 12);
            UUID mother = guardian(town, anna);
            town.entities()
                .createNativeQuery("update guardianship set valid_to = ?1 where guardian_id = ?2")
                .setParameter(1, java.sql.Date.valueOf(TODAY))
                .setParameter(2, mother)
                .executeUpdate();
            assertThat(names(town, mother)).containsExactly("Anna Ozola");
            town.entities()
                .createNativeQuery("update guardianship set valid_to = ?1 where guardian_id = ?2")
                .setParameter(1, java.sql.Date.valueOf(TODAY.minusDays(1)))
                .setParameter(2, mother)
                .executeUpdate();
            assertThat(names(town, mother)).isEmpty();

            Set<Role> adult = Set.of(Role.LEARNER);
            assertThat(new Families(town.entities()).children(anna.id(), adult)).isEmpty();
            anna.invite("anna@mazpilseta.test");
            assertThat(new Families(town.entities()).children(anna.id(), adult)).extracting(Child::name)
                .containsExactly("Anna Ozola");
        });
    }

    @Test
    void an_approved_plan_tells_what_was_agreed_by_whom_and_what_was_given() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner anna = town.learner("Anna", "Ozola", "2020/2021", 7);
            town.approved(anna, FIRST, town.author().id(), TODAY.minusDays(10), TODAY);
            OpenPlan plan = plans(town, guardian(town, anna)).getFirst();
            assertThat(plan.state()).isEqualTo("ACTIVE");
            assertThat(plan.to()).isEqualTo(TODAY);
            assertThat(plan.authorName()).isEqualTo("Anna Šķēle");
            assertThat(plan.support()).singleElement().satisfies(one -> {
                assertThat(one.providerName()).isEqualTo("Anna Šķēle");
                assertThat(one.subject()).isEqualTo("Matemātika");
                assertThat(one.planned()).isEqualByComparingTo("10");
                assertThat(one.delivered()).isEqualByComparingTo("0");
            });
        });
    }

    @Test
    void a_plan_whose_time_is_over_waits_for_its_evaluation() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner anna = town.learner("Anna", "Ozola", "2020/2021", 7);
            town.approved(anna, FIRST, town.author().id(), TODAY.minusDays(10), TODAY.minusDays(1));
            assertThat(plans(town, guardian(town, anna))).extracting(OpenPlan::state)
                .containsExactly("EVALUATION_DUE");
        });
    }

    @Test
    void a_family_reads_a_plan_from_its_approval_on_and_never_a_draft() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner anna = town.learner("Anna", "Ozola", "2020/2021", 7);
            UUID mother = guardian(town, anna);
            SupportPlan approved = town.approved(anna, FIRST, town.author().id(), TODAY.minusDays(10), TODAY);
            SupportPlan draft = town.draft(anna, FIRST.next(), town.author().id());
            for (Set<Role> roles : List.of(Set.of(Role.GUARDIAN), Set.of(Role.GUARDIAN, Role.PROVIDER))) {
                assertThat(read(town, mother, roles)).containsExactly(approved.id());
            }
            assertThat(read(town, town.author().id(), Set.of(Role.PLAN_AUTHOR, Role.GUARDIAN)))
                .containsExactlyInAnyOrder(approved.id(), draft.id());
        });
    }

    private static List<UUID> read(Town town, UUID reader, Set<Role> roles) {
        List<?> found = town.entities()
            .createNativeQuery("select p.id from support_plan p where " + InScope.plan("p", "?1", roles))
            .setParameter(1, reader)
            .getResultList();
        return found.stream().map(UUID.class::cast).toList();
    }

    @Test
    void a_plan_on_its_way_tells_that_it_is_and_no_more_and_one_that_is_over_is_not_there() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner anna = town.learner("Anna", "Ozola", "2020/2021", 7);
            SupportPlan plan = town.draft(anna, FIRST, town.author().id());
            UUID mother = guardian(town, anna);
            assertThat(plans(town, mother)).singleElement().satisfies(draft -> {
                assertThat(draft.state()).isEqualTo("DRAFT");
                assertThat(draft.support()).isEmpty();
            });
            plan.submit();
            assertThat(plans(town, mother)).singleElement().satisfies(waiting -> {
                assertThat(waiting.state()).isEqualTo("IN_APPROVAL");
                assertThat(waiting.support()).isEmpty();
            });
            town.entities()
                .createNativeQuery(
                        "update support_plan set state = 'RETURNED', approval_step = null, reason = 'x' where id = ?1")
                .setParameter(1, plan.id())
                .executeUpdate();
            assertThat(plans(town, mother)).extracting(OpenPlan::state).containsExactly("DRAFT");
            town.entities()
                .createNativeQuery(
                        "update support_plan set state = 'REJECTED', approval_step = null, reason = 'x' where id = ?1")
                .setParameter(1, plan.id())
                .executeUpdate();
            assertThat(plans(town, mother)).isEmpty();
        });
    }

    @Test
    void the_family_can_ask_the_class_teacher_and_the_coordinator_of_where_the_child_is_now() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner anna = town.learner("Anna", "Ozola", "2020/2021", 7);
            town.staff("audz@mazpilseta.test",
                    RolePlace.classTeacher(town.home().id(), anna.latest().place().className()));
            town.staff("cits@mazpilseta.test", RolePlace.classTeacher(town.home().id(), "12.z"));
            town.staff("koord@mazpilseta.test", RolePlace.inSchool(Role.SCHOOL_COORDINATOR, town.home().id()));
            town.staff("svess@mazpilseta.test",
                    RolePlace.inSchool(Role.SCHOOL_COORDINATOR, town.school("Cita skola").id()));
            UUID mother = guardian(town, anna);
            assertThat(new Families(town.entities()).children(mother, GUARDIAN).getFirst().people())
                .extracting(Contact::role)
                .containsExactly("CLASS_TEACHER", "SCHOOL_COORDINATOR");
        });
    }

    @Test
    void a_family_of_many_takes_as_many_statements_as_one_of_none() {
        Statements statements = new Statements();
        try (var heard = new StandaloneEntityManagers(statements.on(TwoTenants.database().app()))) {
            heard.inTransaction(TwoTenants.ALFA, null, em -> new Families(em).children(Ids.next(), GUARDIAN));
            assertThat(statements.taken()).as("bound, support, plans, people, children").hasSize(5);
            Town.publishCatalogues();
            heard.inTransaction(TwoTenants.ALFA, null, em -> {
                Town town = Town.kept(em);
                Learner anna = town.learner("Anna", "Ozola", "2020/2021", 7);
                Learner juris = town.learner("Juris", "Ozols", "2020/2021", 9);
                town.draft(anna, FIRST, town.author().id());
                town.draft(juris, FIRST, town.author().id());
                UUID mother = guardian(town, anna, juris);
                em.flush();
                statements.taken();
                assertThat(new Families(em).children(mother, GUARDIAN)).hasSize(2);
                assertThat(statements.taken()).hasSize(4);
                em.getTransaction().setRollbackOnly();
                return true;
            });
        } catch (jakarta.persistence.RollbackException forgotten) {
            // nothing of it stays
        }
    }

    private static UUID guardian(Town town, Learner... children) {
        Guardian guardian = new Guardian(Ids.next(), Ids.next() + "@mazpilseta.test", "Māra", "Ozola");
        for (Learner child : children) {
            guardian.represent(child.id(), Relation.PARENT, LocalDate.of(2017, 9, 1));
        }
        town.entities().persist(guardian);
        return guardian.id();
    }

    private static List<String> names(Town town, UUID person) {
        return new Families(town.entities()).children(person, GUARDIAN).stream().map(Child::name).toList();
    }

    private static List<OpenPlan> plans(Town town, UUID person) {
        return new Families(town.entities()).children(person, GUARDIAN).getFirst().plans();
    }
}
