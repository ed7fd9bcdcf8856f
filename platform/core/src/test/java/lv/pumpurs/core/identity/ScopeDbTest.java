package lv.pumpurs.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.identity.Neighbourhood.Who;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the matrix calls a scope and what the database lets through are the same. */
class ScopeDbTest {

    private static final LocalDate TODAY = BusinessTime.today(InstantSource.system());
    private static final Set<Role> READERS = Permissions.all().holders(Permissions.LEARNER_READ);

    /** A period of a role and whether it reaches anybody today. */
    record Period(String when, LocalDate from, @Nullable LocalDate to, boolean holds) {

        @Override
        public String toString() {
            return when;
        }
    }

    static final List<Period> PERIODS = List.of(
            new Period("begins tomorrow", TODAY.plusDays(1), null, false),
            new Period("begins today", TODAY, null, true),
            new Period("ended yesterday", TODAY.minusYears(1), TODAY.minusDays(1), false),
            new Period("ends today", TODAY.minusYears(1), TODAY, true));

    /** An operator's stay and whether it is open. */
    record Stay(String when, Duration enteredAgo, Duration length, boolean left, boolean holds) {

        @Override
        public String toString() {
            return when;
        }
    }

    static final List<Stay> STAYS = List.of(
            new Stay("open", Duration.ofMinutes(5), Duration.ofHours(1), false, true),
            new Stay("expired", Duration.ofMinutes(65), Duration.ofHours(1), false, false),
            new Stay("left", Duration.ofMinutes(5), Duration.ofHours(1), true, false),
            new Stay("not begun", Duration.ofMinutes(-5), Duration.ofHours(1), false, false));

    static Stream<Object[]> staffAndPeriods() {
        return READERS.stream()
            .filter(Neighbourhood::isStaff)
            .flatMap(role -> PERIODS.stream().map(period -> new Object[]{role, period}));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_role_reaches_exactly_the_learners_that_the_matrix_says(Role role) {
        Neighbourhood.in(TwoTenants.ALFA, here -> {
            Scope scope = Permissions.all().scope(Permissions.LEARNER_READ, role);
            UUID person = here.holder(role);
            assertThat(here.reached(person, EnumSet.of(role))).isEqualTo(scope == null ? Set.of() : meant(scope));
            assertThat(here.reachedByView(person, role)).isEqualTo(scope == null ? Set.of() : meant(scope));
        });
    }

    @ParameterizedTest
    @MethodSource("staffAndPeriods")
    void a_role_of_staff_reaches_from_its_first_to_its_last_day(Role role, Period period) {
        Neighbourhood.in(TwoTenants.ALFA, here -> {
            LocalDate to = period.to() == null && role == Role.AUDITOR ? TODAY.plusDays(9) : period.to();
            UUID person = here.staff(here.place(role), period.from(), to);
            here.measure(person);
            assertThat(here.reached(person, EnumSet.of(role)))
                .isEqualTo(period.holds() ? meant(Scope.of(role)) : Set.of());
        });
    }

    @ParameterizedTest
    @FieldSource("PERIODS")
    void a_guardian_reaches_the_child_from_the_first_to_the_last_day(Period period) {
        Neighbourhood.in(TwoTenants.ALFA, here -> {
            UUID person = here.guardian(UUID.randomUUID(), period.from(), period.to());
            assertThat(here.reached(person, EnumSet.of(Role.GUARDIAN)))
                .isEqualTo(period.holds() ? Set.of(Who.CHILD) : Set.of());
        });
    }

    @ParameterizedTest
    @FieldSource("STAYS")
    void an_operator_reaches_learners_only_while_the_entry_is_open(Stay stay) {
        Neighbourhood.in(TwoTenants.ALFA, here -> {
            UUID entry = here.entry(Instant.now().minus(stay.enteredAgo()), stay.length(), stay.left());
            assertThat(here.reached(entry, EnumSet.of(Role.OPERATOR_ADMIN)))
                .isEqualTo(stay.holds() ? EnumSet.allOf(Who.class) : Set.of());
        });
    }

    @Test
    void a_grant_that_names_no_school_is_for_the_whole_tenant() {
        Neighbourhood.in(TwoTenants.ALFA, here -> {
            UUID auditor = here.staff(RolePlace.inTenant(Role.AUDITOR), TODAY, TODAY);
            assertThat(here.reached(auditor, EnumSet.of(Role.AUDITOR))).isEqualTo(EnumSet.allOf(Who.class));
            assertThat(here.reachedByView(auditor, Role.AUDITOR)).isEqualTo(EnumSet.allOf(Who.class));
        });
    }

    @Test
    void several_roles_reach_what_each_of_them_does_and_only_by_the_roles_that_hold_the_permission() {
        Neighbourhood.in(TwoTenants.ALFA, here -> {
            UUID person = here.staff(here.place(Role.CLASS_TEACHER), TODAY, null);
            here.grant(person, here.place(Role.PROVIDER), TODAY, null);
            here.grant(person, RolePlace.inTenant(Role.TENANT_COORDINATOR), TODAY.minusYears(1), TODAY.minusDays(1));
            here.measure(person);
            here.guardian(person, TODAY, null);
            assertThat(here.reached(person, EnumSet.of(Role.CLASS_TEACHER, Role.PROVIDER, Role.GUARDIAN)))
                .containsExactlyInAnyOrder(Who.CLASSMATE, Who.MEASURED, Who.CHILD);
            assertThat(here.reached(person, EnumSet.of(Role.PROVIDER))).containsExactly(Who.MEASURED);
            assertThat(here.reached(person, EnumSet.of(Role.TENANT_COORDINATOR, Role.CLASS_TEACHER)))
                .containsExactly(Who.CLASSMATE);
            assertThat(here.reached(person, EnumSet.noneOf(Role.class))).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobody_reaches_learners_of_another_tenant(Role role) {
        Neighbourhood.in(TwoTenants.ALFA, here -> {
            UUID person = here.holder(role);
            Neighbourhood.in(TwoTenants.BETA, there -> {
                assertThat(there.reached(person, EnumSet.of(role))).isEmpty();
                assertThat(there.reachedByView(person, role)).isEmpty();
            });
        });
    }

    /** A branch too many would reach beyond the matrix, one too few would keep somebody from the work. */
    @Test
    void the_view_has_a_branch_for_each_role_that_may_read_learners_and_for_no_other() throws SQLException {
        Set<Role> reaching = EnumSet.copyOf(Permissions.all().holders(Permissions.PLAN_READ));
        reaching.addAll(READERS);
        assertThat(rolesIn("spi_learner_access")).isEqualTo(names(reaching));
        assertThat(rolesIn("whole_tenant_today"))
            .isEqualTo(names(READERS.stream().filter(role -> Scope.of(role).mayBeWholeTenant()).toList()));
        Permissions.all()
            .holders(Permissions.PLAN_READ)
            .stream()
            .filter(role -> Scope.of(role) != Scope.REVIEWED_PLANS)
            .forEach(role -> assertThat(READERS).as("whoever reads plans reads learners").contains(role));
    }

    private static Set<Who> meant(Scope scope) {
        return switch (scope) {
            case OWN_CLASS -> Set.of(Who.CLASSMATE);
            case OWN_MEASURES -> Set.of(Who.MEASURED);
            case SCHOOL, GRANT -> EnumSet.of(Who.CLASSMATE, Who.OTHER_CLASS, Who.FORMER, Who.LEFT, Who.BACK,
                    Who.GOES_TOMORROW);
            case TENANT, GRANT_OF_TENANT, ENTERED_TENANT -> EnumSet.allOf(Who.class);
            // a reviewer reaches plans, not learners: ReviewedPlansDbTest
            case NATION, REVIEWED_PLANS -> Set.of();
            case OWN_CHILDREN -> Set.of(Who.CHILD);
            case SELF -> Set.of(Who.ADULT);
        };
    }

    private static Set<String> names(Iterable<Role> roles) {
        Set<String> names = new TreeSet<>();
        roles.forEach(role -> names.add(role.name()));
        return names;
    }

    private static Set<String> rolesIn(String view) throws SQLException {
        Set<String> known = Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toSet());
        try (var connection = TwoTenants.database().superuser().getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select pg_get_viewdef('" + TwoTenants.ALFA.value() + "." + view + "'::regclass)")) {
            assertThat(found.next()).isTrue();
            return Pattern.compile("'([A-Z_]+)'")
                .matcher(found.getString(1))
                .results()
                .map(constant -> constant.group(1))
                .filter(known::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
