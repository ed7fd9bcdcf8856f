package lv.pumpurs.core.personnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.staff.RolePeriod;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.staff.Staff;
import lv.pumpurs.core.staff.StaffRole;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may grant and end which role, each rule at its boundaries. */
class GrantRuleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final UUID SCHOOL = Ids.next();
    private static final UUID OTHER_SCHOOL = Ids.next();
    private static final UUID PERSON = Ids.next();
    private static final Granter OF_SCHOOL = new Granter(Ids.next(), Map.of(Role.SCHOOL_ADMIN, Set.of(SCHOOL)));
    private static final Granter OF_TENANT = new Granter(Ids.next(), Map.of(Role.TENANT_ADMIN, Set.of()));

    @Test
    void a_school_grants_less_than_a_municipality_and_everybody_else_nothing() {
        assertThat(Grantable.BY_TENANT).containsAll(Grantable.BY_SCHOOL).hasSizeGreaterThan(Grantable.BY_SCHOOL.size());
        assertThat(Grantable.BY_SCHOOL).doesNotContain(Role.SCHOOL_DIRECTOR, Role.SCHOOL_ADMIN,
                Role.TENANT_COORDINATOR, Role.TENANT_ADMIN, Role.AUDITOR);
        for (Role role : EnumSet.complementOf(EnumSet.of(Role.SCHOOL_ADMIN, Role.TENANT_ADMIN))) {
            assertThat(Grantable.by(role)).as(role.name()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_schools_administrator_grants_what_a_school_may_in_the_own_school_only(Role role) {
        assertThat(OF_SCHOOL.mayGrant(role, SCHOOL)).isEqualTo(Grantable.BY_SCHOOL.contains(role));
        assertThat(OF_SCHOOL.mayGrant(role, OTHER_SCHOOL)).isFalse();
        assertThat(OF_SCHOOL.mayGrant(role, null)).isFalse();
        assertThat(OF_TENANT.mayGrant(role, OTHER_SCHOOL)).isEqualTo(Grantable.BY_TENANT.contains(role));
    }

    @Test
    void nobody_grants_a_role_to_themselves() {
        assertThat(GrantRule.NOT_TO_ONESELF.rule().test(to(PERSON, OF_TENANT))).isTrue();
        assertThat(GrantRule.NOT_TO_ONESELF.rule().test(to(OF_TENANT.personId(), OF_TENANT))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"SCHOOL_DIRECTOR,true,true", "SCHOOL_DIRECTOR,false,false", "TENANT_COORDINATOR,true,false",
            "TENANT_COORDINATOR,false,true", "AUDITOR,true,true", "AUDITOR,false,true"})
    void a_role_of_a_school_names_one_a_role_of_the_tenant_none_and_an_auditors_may_do_either(Role role, boolean school,
            boolean right) {
        GrantRole asked = new GrantRole(role, school ? SCHOOL : null, null, null, TODAY, null, null);
        assertThat(GrantRule.SCHOOL.rule().test(grant(OF_TENANT, asked, null))).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"CLASS_TEACHER,,false", "CLASS_TEACHER,' ',false", "CLASS_TEACHER,9.a,true", "PLAN_AUTHOR,,true"})
    void a_class_teacher_has_a_class(Role role, @Nullable String className, boolean right) {
        GrantRole asked = new GrantRole(role, SCHOOL, className, null, TODAY, null, null);
        assertThat(GrantRule.CLASS.rule().test(grant(OF_SCHOOL, asked, null))).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"PROVIDER,,false", "PROVIDER,PILOT,false", "PROVIDER,PSYCHOLOGIST,true", "PLAN_AUTHOR,,true"})
    void a_provider_has_a_profession_of_the_catalogue(Role role, @Nullable String profession, boolean right) {
        GrantRole asked = new GrantRole(role, SCHOOL, null, profession, TODAY, null, null);
        assertThat(GrantRule.PROFESSION.rule().test(grant(OF_SCHOOL, asked, null))).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"0,0,true", "0,-1,false", "-5,-1,false", "-5,0,true", "5,4,false", "5,5,true", "-5,,true"})
    void a_role_ends_neither_before_it_begins_nor_before_today(int from, @Nullable Integer to, boolean right) {
        assertThat(GrantRule.LAST_DAY.rule().test(grant(OF_TENANT, days(Role.PLAN_AUTHOR, from, to, null), null)))
            .isEqualTo(right);
    }

    @Test
    void an_auditors_and_a_deputys_role_has_a_last_day() {
        assertThat(GrantRule.ENDS.rule().test(grant(OF_TENANT, days(Role.PLAN_AUTHOR, 0, null, null), null))).isTrue();
        assertThat(GrantRule.ENDS.rule().test(grant(OF_TENANT, days(Role.AUDITOR, 0, null, null), null))).isFalse();
        assertThat(GrantRule.ENDS.rule().test(grant(OF_TENANT, days(Role.AUDITOR, 0, 0, null), null))).isTrue();
        assertThat(GrantRule.ENDS.rule()
            .test(grant(OF_TENANT, days(Role.SCHOOL_DIRECTOR, 0, null, Ids.next()), null))).isFalse();
    }

    /** The director holds the role from ten days ago until in ten days. */
    @ParameterizedTest
    @CsvSource({"-10,10,true", "-11,10,false", "-10,11,false", "0,0,true", "10,10,true", "11,11,false"})
    void a_deputy_stands_in_for_somebody_who_holds_the_role_there_on_all_of_these_days(int from, int to,
            boolean right) {
        Staff director = staff();
        director.grant(RolePlace.inSchool(Role.SCHOOL_DIRECTOR, SCHOOL),
                new RolePeriod(TODAY.minusDays(10), TODAY.plusDays(10)), null);
        assertThat(GrantRule.DEPUTY.rule()
            .test(grant(OF_TENANT, days(Role.SCHOOL_DIRECTOR, from, to, director.id()), director))).isEqualTo(right);
    }

    @Test
    void a_deputy_stands_in_for_nobody_unknown_nobodys_deputy_and_not_for_themselves() {
        Staff director = staff();
        RolePlace place = RolePlace.inSchool(Role.SCHOOL_DIRECTOR, SCHOOL);
        GrantRole asked = days(Role.SCHOOL_DIRECTOR, 0, 5, director.id());
        assertThat(GrantRule.DEPUTY.rule().test(grant(OF_TENANT, asked, null))).isFalse();
        director.grant(place, new RolePeriod(TODAY, TODAY.plusDays(9)), Ids.next());
        assertThat(GrantRule.DEPUTY.rule().test(grant(OF_TENANT, asked, director))).isFalse();
        director.grant(RolePlace.inSchool(Role.SCHOOL_DIRECTOR, OTHER_SCHOOL), new RolePeriod(TODAY, null), null);
        assertThat(GrantRule.DEPUTY.rule().test(grant(OF_TENANT, asked, director))).isFalse();
        director.grant(place, new RolePeriod(TODAY, null), null);
        assertThat(GrantRule.DEPUTY.rule().test(grant(OF_TENANT, asked, director))).isTrue();
        assertThat(GrantRule.DEPUTY.rule()
            .test(new Grant(OF_TENANT, director.id(), asked, Set.of(), director, TODAY))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1,5,true", "1,4,false", "6,9,true", "5,9,true", "10,12,false"})
    void periods_that_share_a_day_overlap(int from, int to, boolean overlaps) {
        RolePeriod one = new RolePeriod(TODAY.plusDays(5), TODAY.plusDays(9));
        RolePeriod other = new RolePeriod(TODAY.plusDays(from), TODAY.plusDays(to));
        assertThat(one.overlaps(other)).isEqualTo(overlaps);
        assertThat(other.overlaps(one)).isEqualTo(overlaps);
    }

    @Test
    void a_period_does_not_end_before_it_begins() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RolePeriod(TODAY, TODAY.minusDays(1)));
    }

    @Test
    void nobody_ends_the_own_role() {
        Staff person = staff();
        assertThat(EndRule.isOfSomebodyElse(OF_TENANT, person)).isTrue();
        assertThat(EndRule.isOfSomebodyElse(new Granter(person.id(), Map.of(Role.TENANT_ADMIN, Set.of())), person))
            .isFalse();
    }

    @ParameterizedTest
    @CsvSource({",,true", "5,,true", "-1,,false", "0,,true", ",3,true", "5,4,true", "5,5,false", "5,6,false"})
    void a_role_is_ended_sooner_than_it_ends_by_itself(@Nullable Integer until, @Nullable Integer lastDay,
            boolean right) {
        StaffRole role = staff().grant(RolePlace.inTenant(Role.TENANT_ADMIN),
                new RolePeriod(TODAY.minusDays(30), day(until)), null);
        assertThat(EndRule.endsSooner(role, day(lastDay), TODAY)).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"-30,,true", "-30,0,true", "-30,-1,false", "3,2,false", "3,3,true"})
    void a_role_is_ended_neither_before_it_began_nor_in_the_past(int from, @Nullable Integer lastDay, boolean right) {
        StaffRole role = staff().grant(RolePlace.inTenant(Role.TENANT_ADMIN), TODAY.plusDays(from));
        assertThat(EndRule.isPossible(role, day(lastDay), TODAY)).isEqualTo(right);
    }

    @Test
    void what_is_taken_away_now_did_not_hold_today_and_what_began_today_never_did() {
        Staff person = staff();
        StaffRole old = person.grant(RolePlace.inTenant(Role.TENANT_ADMIN), TODAY.minusDays(1));
        StaffRole fresh = person.grant(RolePlace.inTenant(Role.TENANT_COORDINATOR), TODAY);
        person.end(old, null, TODAY);
        person.end(fresh, null, TODAY);
        assertThat(old.validOn(TODAY)).isFalse();
        assertThat(old.validOn(TODAY.minusDays(1))).isTrue();
        assertThat(person.roles()).containsExactly(old);
    }

    private static @Nullable LocalDate day(@Nullable Integer days) {
        return days == null ? null : TODAY.plusDays(days);
    }

    private static GrantRole days(Role role, int from, @Nullable Integer to, @Nullable UUID deputyFor) {
        return new GrantRole(role, SCHOOL, null, null, TODAY.plusDays(from), day(to), deputyFor);
    }

    private static Grant grant(Granter granter, GrantRole asked, @Nullable Staff holder) {
        return new Grant(granter, PERSON, asked, Set.of("PSYCHOLOGIST"), holder, TODAY);
    }

    private static Grant to(UUID person, Granter granter) {
        return new Grant(granter, person, days(Role.PLAN_AUTHOR, 0, null, null), Set.of(), null, TODAY);
    }

    private static Staff staff() {
        return new Staff(Ids.next(), "anna@skola.test", "Anna", "Ozola");
    }
}
