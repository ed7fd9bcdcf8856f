package lv.pumpurs.core.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.UUID;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.Guardian;
import lv.pumpurs.core.learner.Learners;
import lv.pumpurs.core.learner.Relation;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;

class AccountsDbTest {

    @Test
    void a_person_is_found_by_e_mail_in_any_case_with_the_roles_of_today() {
        Town.in(TwoTenants.ALFA, town -> {
            var person = town.staff("Kopa@Mazpilseta.test", RolePlace.inTenant(Role.TENANT_ADMIN));
            person.grant(RolePlace.inSchool(Role.PLAN_AUTHOR, town.home().id()), LocalDate.of(2018, 9, 1));
            person.grant(RolePlace.inSchool(Role.SCHOOL_ADMIN, town.home().id()), LocalDate.of(2099, 9, 1));
            var found = new Accounts(town.entities()).byEmail(" KOPA@mazpilseta.test").orElseThrow();
            assertThat(found.personId()).isEqualTo(person.id());
            assertThat(found.roles()).containsExactlyInAnyOrder(Role.TENANT_ADMIN, Role.PLAN_AUTHOR);
        });
    }

    @Test
    void a_person_without_a_role_is_known_and_may_nothing() {
        Town.in(TwoTenants.ALFA, town -> {
            var person = town.staff("bijusais@mazpilseta.test", RolePlace.inTenant(Role.TENANT_ADMIN));
            person.roles().getFirst().endOn(LocalDate.of(2020, 1, 1));
            assertThat(new Accounts(town.entities()).byEmail("bijusais@mazpilseta.test").orElseThrow().roles())
                .isEmpty();
        });
    }

    @Test
    void a_teacher_who_is_a_parent_is_one_person_with_both_roles() {
        Town.in(TwoTenants.ALFA, town -> {
            var teacher = town.staff("abi@mazpilseta.test", RolePlace.provider(town.home().id(), "EDUCATOR"));
            var parent = new Guardian(teacher.id(), teacher.email(), teacher.givenName(), teacher.familyName());
            parent.represent(town.learner("Anna", "Ozola", "2020/2021", 5).id(), Relation.PARENT,
                    LocalDate.of(2020, 9, 1));
            new Learners(town.entities()).add(parent);
            assertThat(new Accounts(town.entities()).byEmail("abi@mazpilseta.test").orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.PROVIDER, Role.GUARDIAN);
        });
    }

    @Test
    void nobody_is_found_in_the_other_tenant() {
        Town.in(TwoTenants.ALFA, town -> {
            town.staff("viens@mazpilseta.test", RolePlace.inTenant(Role.TENANT_ADMIN));
            town.entities();
            Town.in(TwoTenants.BETA,
                    other -> assertThat(new Accounts(other.entities()).byEmail("viens@mazpilseta.test")).isEmpty());
        });
    }

    @Test
    void a_role_names_the_place_it_needs() {
        var school = UUID.randomUUID();
        assertThatIllegalArgumentException().isThrownBy(() -> RolePlace.inTenant(Role.SCHOOL_DIRECTOR));
        assertThatIllegalArgumentException().isThrownBy(() -> RolePlace.inSchool(Role.TENANT_ADMIN, school));
        assertThatIllegalArgumentException().isThrownBy(() -> RolePlace.inSchool(Role.PROVIDER, school));
        assertThatIllegalArgumentException().isThrownBy(() -> RolePlace.inSchool(Role.CLASS_TEACHER, school));
        assertThatIllegalArgumentException().isThrownBy(() -> RolePlace.inSchool(Role.GUARDIAN, school));
    }
}
