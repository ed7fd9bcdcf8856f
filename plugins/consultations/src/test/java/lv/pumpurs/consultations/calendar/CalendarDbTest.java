package lv.pumpurs.consultations.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.consultations.Consultations.Reader;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;
import lv.pumpurs.spi.school.SchoolName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarDbTest {

    private static final LocalDate DAY = LocalDate.of(2020, 10, 1);
    private static final Span WEEK = Span.of("week", DAY);

    @ParameterizedTest
    @ValueSource(strings = {"t_alfa", "t_beta"})
    void a_provider_sees_the_own_and_whoever_has_the_school_those_of_all(String tenant) {
        Town.in(new SchemaName(tenant), town -> {
            UUID mine = provider(town);
            UUID others = provider(town);
            UUID director = town
                .staff("dir@mazpilseta.test", RolePlace.inSchool(Role.SCHOOL_DIRECTOR, town.home().id()))
                .id();
            UUID stranger = town
                .staff("cits@mazpilseta.test",
                        RolePlace.inSchool(Role.SCHOOL_DIRECTOR, town.school("Cita skola").id()))
                .id();
            held(town, supported(town, "Anna", mine), DAY, "14:00", Ids.next());
            held(town, supported(town, "Juris", others), DAY, "15:00", Ids.next());
            assertThat(names(town, mine, Role.PROVIDER)).containsExactly("Anna Ozola");
            assertThat(names(town, others, Role.PROVIDER)).containsExactly("Juris Ozola");
            assertThat(names(town, director, Role.SCHOOL_DIRECTOR)).containsExactly("Anna Ozola", "Juris Ozola");
            assertThat(names(town, stranger, Role.SCHOOL_DIRECTOR)).isEmpty();
        });
    }

    @Test
    void a_session_is_one_entry_and_counts_once() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = provider(town);
            UUID session = Ids.next();
            held(town, supported(town, "Anna", me), DAY, "14:00", session);
            held(town, supported(town, "Juris", me), DAY, "14:00", session);
            held(town, supported(town, "Zane", me), DAY.plusDays(1), "08:00", Ids.next());
            CalendarRows rows = new CalendarRows(town.entities());
            Reader reader = reader(me, Role.PROVIDER);
            assertThat(rows.counts(reader, WEEK)).hasSize(2).containsEntry(DAY, 1L);
            List<CalendarRow> found = rows.rows(reader, WEEK, 10);
            assertThat(Entry.of(found.subList(0, 2))).satisfies(entry -> {
                assertThat(entry.learners()).isEqualTo(2);
                assertThat(entry.name()).isNull();
            });
            assertThat(rows.rows(reader, WEEK, 1)).as("no more than asked for").hasSize(1);
            assertThat(rows.rows(reader, Span.of("day", DAY.plusDays(2)), 10)).isEmpty();
        });
    }

    @Test
    void the_day_alone_makes_one_unconfirmed() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = provider(town);
            held(town, supported(town, "Anna", me), DAY, "14:00", Ids.next());
            CalendarRows rows = new CalendarRows(town.entities());
            assertThat(rows.rows(reader(me, Role.PROVIDER), WEEK, 10)).extracting(CalendarRow::state)
                .containsExactly("HELD");
            assertThat(rows.rows(new Reader(me, Set.of(Role.PROVIDER), DAY.plusDays(8)), WEEK, 10))
                .extracting(CalendarRow::state)
                .containsExactly("UNCONFIRMED");
        });
    }

    @Test
    void days_off_are_those_of_the_readers_own_schools_where_the_plugin_is_on() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = provider(town);
            town.school("Cita skola");
            CalendarRows rows = new CalendarRows(town.entities());
            assertThat(rows.schools(reader(me, Role.PROVIDER), 9)).extracting(SchoolName::id)
                .containsExactly(town.home().id());
            town.entities()
                .createNativeQuery("insert into plugin_school (id, plugin, school_id, enabled)"
                        + " values (uuidv7(), 'consultations', ?1, false)")
                .setParameter(1, town.home().id())
                .executeUpdate();
            assertThat(rows.schools(reader(me, Role.PROVIDER), 9)).isEmpty();
        });
    }

    private static List<String> names(Town town, UUID me, Role role) {
        return new CalendarRows(town.entities()).rows(reader(me, role), WEEK, 10)
            .stream()
            .map(row -> row.givenName() + " " + row.familyName())
            .toList();
    }

    private static Reader reader(UUID me, Role role) {
        return new Reader(me, Set.of(role), DAY);
    }

    private static UUID provider(Town town) {
        return town.staff(Ids.next() + "@mazpilseta.test", RolePlace.provider(town.home().id(), "EDUCATOR")).id();
    }

    private static Learner supported(Town town, String name, UUID provider) {
        Learner learner = town.learner(name, "Ozola", "2020/2021", 7);
        town.approved(learner, Semester.of("2020/2021-1"), provider, LocalDate.of(2020, 9, 7),
                LocalDate.of(2020, 12, 18));
        return learner;
    }

    /** By the only measure of the learner's. */
    private static void held(Town town, Learner learner, LocalDate day, String at, UUID session) {
        town.entities()
            .createNativeQuery("""
                insert into consultation (id, session_id, learner_id, provider_id, school_id, plan_id, measure_id, held_on,
                  starts_at, minutes, quantity, subject, confirm_by)
                select uuidv7(), ?1, p.learner_id, m.provider_id, p.school_id, p.id, m.id, cast(?3 as date),
                  cast(?4 as time), 40, 1, 'Matemātika', cast(?3 as date) + 7
                from support_plan p join planned_measure m on m.plan_id = p.id where p.learner_id = ?2""")
            .setParameter(1, session)
            .setParameter(2, learner.id())
            .setParameter(3, day.toString())
            .setParameter(4, at)
            .executeUpdate();
    }
}
