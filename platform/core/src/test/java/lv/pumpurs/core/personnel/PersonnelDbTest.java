package lv.pumpurs.core.personnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.fixture.Somebody;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.invitation.Invitation;
import lv.pumpurs.core.invitation.Invitations;
import lv.pumpurs.core.learner.Guardian;
import lv.pumpurs.core.staff.Accounts;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.staff.Staff;
import lv.pumpurs.core.staff.StaffMembers;
import lv.pumpurs.core.web.ListQuery;
import lv.pumpurs.core.web.WebProblem;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What administrators see of their staff and do with it, on real rows. */
class PersonnelDbTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final LocalDate TODAY = BusinessTime.today(CLOCK);
    private static final Set<Role> SCHOOL = Set.of(Role.SCHOOL_ADMIN);
    private static final Set<Role> TENANT = Set.of(Role.TENANT_ADMIN);
    private static final StaffFilter ALL = new StaffFilter(null, null, null);

    @Test
    void a_school_sees_its_own_staff_with_their_roles_there_and_a_municipality_everybody() {
        Town.in(TwoTenants.ALFA, town -> {
            var other = town.school("Cita skola");
            Staff registrar = town.staff("reg@alfa.test", RolePlace.inSchool(Role.SCHOOL_ADMIN, town.home().id()));
            Staff both = town.staff("abas@alfa.test", RolePlace.provider(town.home().id(), "PSYCHOLOGIST"));
            both.grant(RolePlace.provider(other.id(), "PSYCHOLOGIST"), TODAY);
            Staff elsewhere = town.staff("cita@alfa.test", RolePlace.inSchool(Role.PLAN_AUTHOR, other.id()));
            Staff admin = town.staff("adm@alfa.test", RolePlace.inTenant(Role.TENANT_ADMIN));
            Personnel personnel = new Personnel(town.entities());

            assertThat(keys(personnel, ALL, registrar.id(), SCHOOL)).contains(registrar.id(), both.id())
                .doesNotContain(elsewhere.id(), admin.id());
            assertThat(personnel.find(both.id(), registrar.id(), SCHOOL).orElseThrow().roles()).hasSize(1);
            assertThat(personnel.find(elsewhere.id(), registrar.id(), SCHOOL)).isEmpty();
            assertThat(keys(personnel, ALL, admin.id(), TENANT)).contains(registrar.id(), both.id(), elsewhere.id(),
                    admin.id());
            assertThat(personnel.find(both.id(), admin.id(), TENANT).orElseThrow().roles()).hasSize(2);
            assertThat(keys(personnel, ALL, registrar.id(), TENANT)).doesNotContain(elsewhere.id());
            assertThat(keys(personnel, ALL, both.id(), Set.of())).isEmpty();
            assertThat(personnel.schools(registrar.id(), SCHOOL)).hasSize(1);
            assertThat(personnel.schools(admin.id(), TENANT)).hasSize(2);
        });
    }

    @Test
    void the_other_tenants_staff_is_not_there() {
        Town.in(TwoTenants.BETA, town -> {
            Staff admin = town.staff("adm@beta.test", RolePlace.inTenant(Role.TENANT_ADMIN));
            Personnel personnel = new Personnel(town.entities());
            assertThat(keys(personnel, ALL, admin.id(), TENANT)).containsExactlyInAnyOrder(admin.id(),
                    town.author().id());
        });
    }

    @Test
    void every_criterion_is_of_one_role_and_the_count_is_of_people() {
        Town.in(TwoTenants.ALFA, town -> {
            Staff admin = town.staff("adm@alfa.test", RolePlace.inTenant(Role.TENANT_ADMIN));
            Staff person = town.staff("x@alfa.test", RolePlace.inSchool(Role.PLAN_AUTHOR, town.home().id()));
            person.grant(RolePlace.inSchool(Role.SCHOOL_DIRECTOR, town.home().id()), TODAY.minusDays(9))
                .endOn(TODAY.minusDays(1));
            person.grant(RolePlace.provider(town.home().id(), "PSYCHOLOGIST"), TODAY.plusDays(1));
            Personnel personnel = new Personnel(town.entities());
            UUID school = town.home().id();

            assertThat(found(personnel, new StaffFilter(school, Role.SCHOOL_DIRECTOR, null), admin)).isEqualTo(1);
            assertThat(found(personnel, new StaffFilter(school, Role.SCHOOL_DIRECTOR, "NOW"), admin)).isZero();
            assertThat(found(personnel, new StaffFilter(school, Role.SCHOOL_DIRECTOR, "ENDED"), admin)).isEqualTo(1);
            assertThat(found(personnel, new StaffFilter(school, Role.PROVIDER, "LATER"), admin)).isEqualTo(1);
            assertThat(found(personnel, new StaffFilter(school, null, null), admin)).isEqualTo(2);
            assertThat(found(personnel, new StaffFilter(Ids.next(), null, null), admin)).isZero();
            // both have one role or more in the school: the author of the town and the person
            assertThat(personnel.page(ALL, new ListQuery(1, 25, "email", true), admin.id(), TENANT))
                .extracting(StaffRow::email)
                .containsExactly("x@alfa.test", "autors@mazpilseta.test", "adm@alfa.test");
            assertThat(personnel.find(person.id(), admin.id(), TENANT).orElseThrow().roles())
                .extracting(RoleLine::state)
                .containsExactlyInAnyOrder("NOW", "ENDED", "LATER");
        });
    }

    @Test
    void an_invitation_keeps_the_person_with_a_role_and_waits_to_be_sent() {
        Town.in(TwoTenants.ALFA, town -> {
            Staff admin = town.staff("adm@alfa.test", RolePlace.inTenant(Role.TENANT_ADMIN));
            UUID key = appointing(town, admin, TENANT).invite(invitation(town, " Jauna@Alfa.test "));
            UUID again = appointing(town, admin, TENANT).invite(invitation(town, "jauna@alfa.TEST"));

            assertThat(again).isEqualTo(key);
            assertThat(new Invitations(town.entities(), CLOCK).state(key)).contains(Invitation.State.ASKED);
            assertThat(new Personnel(town.entities()).find(key, admin.id(), TENANT).orElseThrow())
                .satisfies(row -> assertThat(row.email()).isEqualTo("jauna@alfa.test"))
                .satisfies(row -> assertThat(row.roles()).hasSize(1));
        });
    }

    @Test
    void a_parent_who_becomes_staff_keeps_the_key_and_somebody_there_keeps_the_name() {
        Town.in(TwoTenants.ALFA, town -> {
            Staff admin = town.staff("adm@alfa.test", RolePlace.inTenant(Role.TENANT_ADMIN));
            Guardian parent = new Guardian(Ids.next(), "mamma@alfa.test", "Vita", "Vecāka");
            town.entities().persist(parent);
            town.entities();
            assertThat(appointing(town, admin, TENANT).invite(invitation(town, "mamma@alfa.test")))
                .isEqualTo(parent.id());
            UUID known = appointing(town, admin, TENANT).invite(invitation(town, town.author().email()));
            assertThat(known).isEqualTo(town.author().id());
            assertThat(new Personnel(town.entities()).find(known, admin.id(), TENANT).orElseThrow().familyName())
                .isEqualTo(town.author().familyName());
        });
    }

    @Test
    void the_same_role_twice_is_one_and_one_that_overlaps_is_refused() {
        Town.in(TwoTenants.ALFA, town -> {
            Staff admin = town.staff("adm@alfa.test", RolePlace.inTenant(Role.TENANT_ADMIN));
            Staff person = town.staff("x@alfa.test", RolePlace.inSchool(Role.PLAN_AUTHOR, town.home().id()));
            Appointing appointing = appointing(town, admin, TENANT);
            GrantRole director = director(town, TODAY, TODAY.plusDays(5));
            appointing.grant(person.id(), TENANT, director);
            appointing.grant(person.id(), TENANT, director);
            assertThat(person.roles()).hasSize(2);
            assertThatThrownBy(
                    () -> appointing.grant(person.id(), TENANT, director(town, TODAY.plusDays(5), null)))
                .isInstanceOf(Refused.class)
                .extracting(refused -> ((Refused) refused).type())
                .isEqualTo(PersonnelProblem.HELD_ALREADY);
            appointing.grant(person.id(), TENANT, director(town, TODAY.plusDays(6), null));
            assertThat(person.roles()).hasSize(3);
        });
    }

    @Test
    void a_role_out_of_a_schools_reach_cannot_be_ended_there() {
        Town.in(TwoTenants.ALFA, town -> {
            Staff registrar = town.staff("reg@alfa.test", RolePlace.inSchool(Role.SCHOOL_ADMIN, town.home().id()));
            Staff person = town.staff("x@alfa.test", RolePlace.inSchool(Role.PLAN_AUTHOR, town.home().id()));
            UUID elsewhere = person
                .grant(RolePlace.inSchool(Role.PLAN_AUTHOR, town.school("Cita skola").id()), TODAY)
                .id();
            UUID own = person.roles().getFirst().id();
            Appointing appointing = appointing(town, registrar, SCHOOL);
            assertThatThrownBy(() -> appointing.end(person.id(), SCHOOL, elsewhere, new EndRole(null, true)))
                .isInstanceOf(Refused.class)
                .extracting(refused -> ((Refused) refused).type())
                .isEqualTo(WebProblem.NOT_FOUND);
            appointing.end(person.id(), SCHOOL, own, new EndRole(null, true));
            assertThat(person.role(own).orElseThrow().validOn(TODAY)).isFalse();
        });
    }

    private static Appointing appointing(Town town, Staff who, Set<Role> roles) {
        var entities = town.entities();
        return new Appointing(new StaffMembers(entities), new Personnel(entities), new Accounts(entities),
                new Invitations(entities, CLOCK), new Somebody(who.id(), "", roles), CLOCK);
    }

    private static InviteStaff invitation(Town town, String email) {
        return new InviteStaff("Jana", "Jaunā", email, Role.SCHOOL_DIRECTOR, town.home().id(), null, null, TODAY, null,
                null);
    }

    private static GrantRole director(Town town, LocalDate from, @Nullable LocalDate to) {
        return new GrantRole(Role.SCHOOL_DIRECTOR, town.home().id(), null, null, from, to, null);
    }

    private static long found(Personnel personnel, StaffFilter filter, Staff admin) {
        assertThat(keys(personnel, filter, admin.id(), TENANT)).hasSize(
                (int) personnel.count(filter, admin.id(), TENANT));
        return personnel.count(filter, admin.id(), TENANT);
    }

    private static List<UUID> keys(Personnel personnel, StaffFilter filter, UUID reader, Set<Role> roles) {
        return personnel.page(filter, new ListQuery(1, 25, "name", false), reader, roles)
            .stream()
            .map(StaffRow::id)
            .toList();
    }
}
