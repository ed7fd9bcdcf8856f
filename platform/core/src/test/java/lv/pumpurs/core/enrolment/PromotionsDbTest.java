package lv.pumpurs.core.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import lv.pumpurs.core.enrolment.PromoteClasses.Step;
import lv.pumpurs.core.enrolment.PromotionView.LearnerLine;
import lv.pumpurs.core.enrolment.PromotionView.Placed;
import lv.pumpurs.core.fixture.Statements;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.Admission;
import lv.pumpurs.core.learner.ClassPlace;
import lv.pumpurs.core.learner.Enrolment;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.LearnerFilter;
import lv.pumpurs.core.learner.LearnerSort;
import lv.pumpurs.core.learner.Learners;
import lv.pumpurs.core.learner.Outcome;
import lv.pumpurs.core.learner.Reader;
import lv.pumpurs.core.school.School;
import lv.pumpurs.core.schoolyear.SchoolYear;
import lv.pumpurs.core.schoolyear.SchoolYears;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.tenancy.StandaloneEntityManagers;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The yearly promotion on real rows. */
class PromotionsDbTest {

    private static final String YEAR = "2020/2021";
    private static final String NEXT = "2021/2022";
    private static final LocalDate BEGIN = LocalDate.of(2021, 9, 1);

    @Test
    void everybody_goes_where_the_preview_says_and_the_old_class_stays_in_the_history() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner fifth = town.learner("Anna", "Ozola", YEAR, 5);
            Learner ninth = town.learner("Juris", "Ozols", YEAR, 9);
            Learner twelfth = town.learner("Zane", "Ozola", YEAR, 12);
            assertThat(move(town, proposed(town))).isEqualTo(3);

            assertThat(latest(town, fifth).place()).isEqualTo(ClassPlace.general(6, "a"));
            assertThat(latest(town, fifth).validFrom()).isEqualTo(BEGIN);
            assertThat(latest(town, fifth).schoolYear()).isEqualTo(NEXT);
            assertThat(ended(town, fifth)).containsExactly("5.a 2020-09-01 2021-08-31 PROMOTED");
            assertThat(latest(town, ninth).place()).isEqualTo(ClassPlace.general(10, "a"));
            assertThat(ended(town, ninth)).containsExactly("9.a 2020-09-01 2021-08-31 GRADUATED");
            assertThat(latest(town, twelfth).outcome()).isEqualTo(Outcome.GRADUATED);
            assertThat(latest(town, twelfth).validTo()).isEqualTo(year(town, YEAR).endsOn());
        });
    }

    @Test
    void what_was_changed_in_the_preview_is_what_happens() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner repeats = town.learner("Anna", "A", YEAR, 5);
            Learner leaves = town.learner("Anna", "B", YEAR, 5);
            Learner otherClass = town.learner("Anna", "C", YEAR, 5);
            List<LearnerLine> lines = lines(town);
            move(town, List.of(step(lines.get(0), Move.REPEAT, "6.a"), step(lines.get(1), Move.LEAVE, null),
                    step(lines.get(2), Move.UP, "6.b")));
            assertThat(latest(town, repeats).place()).isEqualTo(ClassPlace.general(5, "a"));
            assertThat(latest(town, repeats).schoolYear()).isEqualTo(NEXT);
            assertThat(ended(town, repeats)).containsExactly("5.a 2020-09-01 2021-08-31 REPEATED");
            assertThat(latest(town, leaves).outcome()).isEqualTo(Outcome.LEFT);
            assertThat(latest(town, leaves).schoolYear()).isEqualTo(YEAR);
            assertThat(latest(town, otherClass).place()).isEqualTo(ClassPlace.general(6, "b"));
        });
    }

    @Test
    void done_twice_it_changes_nothing_and_whoever_has_a_place_is_named_and_left_alone() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner moved = town.learner("Anna", "A", YEAR, 5);
            Learner placed = town.learner("Anna", "B", YEAR, 5);
            Learner elsewhere = town.learner("Anna", "C", YEAR, 5);
            town.learner("Anna", "D", YEAR, 12);
            List<Step> steps = proposed(town);
            placed.enrol(new Admission(town.home().id(), NEXT, ClassPlace.general(6, "z"), BEGIN), Outcome.PROMOTED);
            elsewhere.enrol(new Admission(town.school("Cita").id(), NEXT, ClassPlace.general(6, "c"), BEGIN),
                    Outcome.TRANSFERRED);
            assertThat(move(town, steps)).isEqualTo(2);
            String before = rows(town);
            assertThat(move(town, steps)).isZero();
            assertThat(rows(town)).isEqualTo(before);
            assertThat(latest(town, placed).place().className()).isEqualTo("6.z");
            assertThat(promotions(town).placed(town.home().id(), YEAR)).containsExactly(
                    new Placed(moved.id(), "Anna A", "6.a"), new Placed(placed.id(), "Anna B", "6.z"),
                    new Placed(elsewhere.id(), "Anna C", null));
            assertThat(lines(town)).isEmpty();
        });
    }

    @Test
    void whoever_is_not_named_or_of_another_school_stays() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner left = town.learner("Anna", "A", YEAR, 5);
            School other = town.school("Cita");
            Learner foreign = new Learner(UUID.randomUUID(), "Juris", "B",
                    new Admission(other.id(), YEAR, ClassPlace.general(5, "a"), LocalDate.of(2020, 9, 1)));
            town.entities().persist(foreign);
            assertThat(move(town, List.of(new Step(foreign.latest().id(), Move.UP, null),
                    new Step(UUID.randomUUID(), Move.UP, null))))
                .isZero();
            assertThat(latest(town, foreign).schoolYear()).isEqualTo(YEAR);
            assertThat(latest(town, left).validTo()).isNull();
        });
    }

    @Test
    void nobody_is_moved_if_one_cannot_be() {
        Town.in(TwoTenants.ALFA, town -> {
            town.learner("Anna", "A", YEAR, 5);
            town.learner("Anna", "B", YEAR, 12);
            List<LearnerLine> lines = lines(town);
            String before = rows(town);
            assertThatThrownBy(() -> move(town,
                    List.of(step(lines.get(0), Move.UP, null), step(lines.get(1), Move.UP, null))))
                .isInstanceOf(Refused.class)
                .extracting(refused -> ((Refused) refused).type())
                .isEqualTo(PromotionProblem.NO_GRADE);
            assertThat(rows(town)).isEqualTo(before);
        });
    }

    @Test
    void a_promoted_learner_is_in_the_list_with_the_new_class() {
        Town.in(TwoTenants.ALFA, town -> {
            town.learner("Anna", "A", YEAR, 5);
            move(town, proposed(town));
            UUID me = town.staff("k@alfa.test", RolePlace.inSchool(Role.SCHOOL_COORDINATOR, town.home().id())).id();
            Set<Role> roles = Set.of(Role.SCHOOL_COORDINATOR);
            assertThat(new Learners(town.entities())
                .page(LearnerFilter.none(), LearnerSort.NAME, 1, 50, new Reader(me, roles, roles))
                .rows()).singleElement().satisfies(row -> assertThat(row.className()).isEqualTo("6.a"));
        });
    }

    @Test
    void five_hundred_learners_cost_as_many_statements_as_five() {
        Town.publishCatalogues();
        assertThat(statements(500)).isEqualTo(statements(5)).isLessThanOrEqualTo(8);
    }

    private static int statements(int learners) {
        Statements heard = new Statements();
        List<Integer> counts = new ArrayList<>();
        try {
            new StandaloneEntityManagers(heard.on(TwoTenants.database().app())).inTransaction(TwoTenants.ALFA, null,
                    entities -> {
                        Town town = Town.kept(entities);
                        IntStream.range(0, learners).forEach(i -> town.learner("Anna", "N" + i, YEAR, 1 + i % 12));
                        SchoolYear from = year(town, YEAR);
                        SchoolYear to = year(town, NEXT);
                        town.entities();
                        heard.taken();
                        List<Step> steps = proposed(town, from);
                        assertThat(promotions(town).move(town.home(), from, to, steps)).isEqualTo(learners);
                        promotions(town).placed(town.home().id(), YEAR);
                        counts.add(heard.taken().size());
                        throw new IllegalStateException("forget it");
                    });
        } catch (IllegalStateException forgotten) {
            // rolled back
        }
        return counts.getFirst();
    }

    private static Promotions promotions(Town town) {
        return new Promotions(town.entities());
    }

    private static SchoolYear year(Town town, String code) {
        return new SchoolYears(town.entities()).years()
            .stream()
            .filter(one -> one.code().equals(code))
            .findFirst()
            .orElseThrow();
    }

    private static int move(Town town, List<Step> steps) {
        int moved = promotions(town).move(town.home(), year(town, YEAR), year(town, NEXT), steps);
        town.entities().clear();
        return moved;
    }

    private static List<LearnerLine> lines(Town town) {
        return promotions(town).classes(town.home(), year(town, YEAR))
            .stream()
            .flatMap(one -> one.learners().stream())
            .toList();
    }

    private static List<Step> proposed(Town town) {
        return proposed(town, year(town, YEAR));
    }

    private static List<Step> proposed(Town town, SchoolYear year) {
        return promotions(town).classes(town.home(), year)
            .stream()
            .flatMap(one -> one.learners().stream())
            .map(one -> step(one, one.proposal().move(), one.proposal().className()))
            .toList();
    }

    private static Step step(LearnerLine line, Move move, @Nullable String className) {
        return new Step(line.enrolment(), move, className);
    }

    private static Enrolment latest(Town town, Learner learner) {
        return town.entities().find(Learner.class, learner.id()).latest();
    }

    private static List<String> ended(Town town, Learner learner) {
        return town.entities()
            .find(Learner.class, learner.id())
            .enrolments()
            .stream()
            .filter(one -> one.validTo() != null)
            .map(one -> one.place().className() + " " + one.validFrom() + " " + one.validTo() + " " + one.outcome())
            .toList();
    }

    private static String rows(Town town) {
        return town.entities()
            .createNativeQuery("select cast(jsonb_agg(e order by e.id) as text) from enrolment e")
            .getSingleResult()
            .toString();
    }
}
