package lv.pumpurs.core.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.paper.PlanPapers;
import lv.pumpurs.core.plan.SupportPlan;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of schools in their time. */
class SchoolNamesDbTest {

    private static final LocalDate TODAY = LocalDate.of(2020, 11, 16);
    private static final LocalDate FIRST = LocalDate.of(2020, 8, 1);

    @Test
    void a_new_name_begins_and_the_former_one_stays_in_the_history() {
        Town.in(TwoTenants.ALFA, town -> {
            String before = town.home().name();
            name(town, "Mazpilsētas ģimnāzija", SchoolKind.GIMNAZIJA, FIRST);
            assertThat(new Schools(town.entities()).names(town.home().id())).containsExactly(
                    new NamePeriod("Mazpilsētas ģimnāzija", "GIMNAZIJA", FIRST),
                    new NamePeriod(before, "VIDUSSKOLA", null));
            town.entities().clear();
            School now = new Schools(town.entities()).find(town.home().id()).orElseThrow();
            assertThat(now.name()).isEqualTo("Mazpilsētas ģimnāzija");
            assertThat(now.kind()).isEqualTo("GIMNAZIJA");
        });
    }

    @Test
    void a_school_is_called_on_a_day_what_it_was_called_then() {
        Town.in(TwoTenants.ALFA, town -> {
            String before = town.home().name();
            name(town, "Otrā", SchoolKind.VIDUSSKOLA, FIRST);
            name(town, "Trešā", SchoolKind.VIDUSSKOLA, TODAY);
            assertThat(called(town, FIRST.minusDays(1))).isEqualTo(before);
            assertThat(called(town, FIRST)).isEqualTo("Otrā");
            assertThat(called(town, TODAY.minusDays(1))).isEqualTo("Otrā");
            assertThat(called(town, TODAY)).isEqualTo("Trešā");
        });
    }

    @Test
    void the_paper_of_a_plan_names_the_school_as_it_was_called_on_its_first_day() {
        Town.in(TwoTenants.ALFA, town -> {
            String before = town.home().name();
            Learner learner = town.learner("Anna", "Ozola", "2019/2020", 5);
            SupportPlan old = town.approved(learner, Semester.of("2019/2020-2"), town.author().id(),
                    LocalDate.of(2020, 2, 1), LocalDate.of(2020, 5, 29));
            SupportPlan newer = town.approved(learner, Semester.of("2020/2021-1"), town.author().id(),
                    LocalDate.of(2020, 10, 1), LocalDate.of(2020, 12, 18));
            name(town, "Jaunā", SchoolKind.VIDUSSKOLA, FIRST);
            UUID me = town.staff("d@alfa.test", RolePlace.inSchool(Role.SCHOOL_DIRECTOR, town.home().id())).id();
            PlanPapers papers = new PlanPapers(town.entities());
            assertThat(papers.find(old.id(), me, Set.of(Role.SCHOOL_DIRECTOR), Instant.EPOCH).orElseThrow().toString())
                .contains(before)
                .doesNotContain("Jaunā");
            assertThat(
                    papers.find(newer.id(), me, Set.of(Role.SCHOOL_DIRECTOR), Instant.EPOCH).orElseThrow().toString())
                .contains("Jaunā")
                .doesNotContain(before);
        });
    }

    @ParameterizedTest
    @CsvSource({"2020-11-17,DAY", "2020-08-01,DAY", "2020-08-02,", "2020-11-16,"})
    void a_name_begins_after_the_one_before_and_not_in_the_future(LocalDate from, SchoolProblem problem) {
        Town.in(TwoTenants.ALFA, town -> {
            name(town, "Otrā", SchoolKind.VIDUSSKOLA, FIRST);
            if (problem == null) {
                name(town, "Trešā", SchoolKind.VIDUSSKOLA, from);
                assertThat(called(town, from)).isEqualTo("Trešā");
            } else {
                assertThatThrownBy(() -> name(town, "Trešā", SchoolKind.VIDUSSKOLA, from))
                    .isInstanceOf(Refused.class)
                    .extracting(refused -> ((Refused) refused).type())
                    .isEqualTo(problem);
            }
        });
    }

    @Test
    void two_schools_are_not_called_the_same_and_the_same_name_again_changes_nothing() {
        Town.in(TwoTenants.ALFA, town -> {
            town.school("Cita");
            assertThatThrownBy(() -> name(town, " Cita ", SchoolKind.VIDUSSKOLA, FIRST)).isInstanceOf(Refused.class)
                .extracting(refused -> ((Refused) refused).type())
                .isEqualTo(SchoolProblem.NAME_TAKEN);
            name(town, town.home().name(), SchoolKind.VIDUSSKOLA, FIRST);
            assertThat(new Schools(town.entities()).names(town.home().id())).hasSize(1);
            name(town, town.home().name(), SchoolKind.PAMATSKOLA, FIRST);
            assertThat(town.home().lastGrade()).isEqualTo(9);
        });
    }

    private static void name(Town town, String name, SchoolKind kind, LocalDate from) {
        town.entities();
        School school = new Schools(town.entities()).find(town.home().id()).orElseThrow();
        new Schools(town.entities()).name(school, new NameSchool(name, kind, from), TODAY);
        town.entities();
    }

    private static Object called(Town town, LocalDate day) {
        return town.entities()
            .createNativeQuery("select school_name_on(?1, cast(?2 as date))")
            .setParameter(1, town.home().id())
            .setParameter(2, day.toString())
            .getSingleResult();
    }
}
