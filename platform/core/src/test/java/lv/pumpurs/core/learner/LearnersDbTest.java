package lv.pumpurs.core.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.staff.Staff;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who reaches whom, and how learners are found, on real rows. */
class LearnersDbTest {

    private static final SchemaName HERE = TwoTenants.ALFA;
    private static final Semester AUTUMN = Semester.of("2020/2021-1");

    /** Long vowels sort as short ones (ā as a); letters with caron or cedilla are letters of their own. */
    @Test
    void names_are_sorted_by_the_latvian_alphabet() {
        Town.in(HERE, town -> {
            for (var family : List.of("Šķēle", "Zariņš", "Sala", "Čakste", "Cālītis", "Ābols", "Apse", "Žagars")) {
                town.learner("Anna", family, "2020/2021", 5);
            }
            assertThat(names(page(town, LearnerFilter.none(), LearnerSort.NAME))).containsExactly("Ābols", "Apse",
                    "Cālītis", "Čakste", "Sala", "Šķēle", "Zariņš", "Žagars");
        });
    }

    @ParameterizedTest
    @CsvSource({"skele,1", "ŠĶĒLE,1", "anna skel,1", "kel ann,1", "%,0", "_,0", "sk_le,0", "\\,0", "berzins,0"})
    void the_search_folds_case_and_diacritics_and_takes_nothing_as_a_pattern(String typed, int found) {
        Town.in(HERE, town -> {
            town.learner("Anna", "Šķēle", "2020/2021", 5);
            town.learner("Juris", "Ozols", "2020/2021", 5);
            assertThat(page(town, new LearnerFilter(typed, null, null, null, null), LearnerSort.NAME).total())
                .isEqualTo(found);
        });
    }

    @Test
    void every_criterion_narrows_the_list() {
        Town.in(HERE, town -> {
            var one = town.learner("Anna", "Šķēle", "2020/2021", 5);
            town.learner("Juris", "Ozols", "2020/2021", 6);
            town.draft(one, AUTUMN, provider(town).id());
            var other = town.school("Cita skola");
            assertThat(found(town, new LearnerFilter(null, town.home().id(), null, null, null))).isEqualTo(2);
            assertThat(found(town, new LearnerFilter(null, other.id(), null, null, null))).isZero();
            assertThat(found(town, new LearnerFilter(null, null, "5.a", null, null))).isOne();
            assertThat(found(town, new LearnerFilter(null, null, null, 6, null))).isOne();
            assertThat(found(town, new LearnerFilter(null, null, null, null, AUTUMN))).isOne();
            assertThat(found(town, new LearnerFilter(null, null, null, null, AUTUMN.next()))).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource(LearnerSort.class)
    void pages_of_every_order_hold_each_learner_once(LearnerSort sort) {
        Town.in(HERE, town -> {
            for (int i = 0; i < 7; i++) {
                town.learner("Anna", "Ozola", "2020/2021", 5);
            }
            var me = coordinator(town);
            var learners = new Learners(town.entities());
            var first = learners.page(LearnerFilter.none(), sort, 1, 4, coordinator(me));
            var second = learners.page(LearnerFilter.none(), sort, 2, 4, coordinator(me));
            assertThat(first.total()).isEqualTo(7);
            assertThat(first.pages()).isEqualTo(2);
            assertThat(first.rows()).hasSize(4).doesNotContainAnyElementsOf(second.rows());
            assertThat(second.rows()).hasSize(3);
            assertThat(learners.page(LearnerFilter.none(), sort, 3, 4, coordinator(me))
                .rows()).isEmpty();
        });
    }

    @Test
    void a_learner_is_where_the_latest_enrolment_says() {
        Town.in(HERE, town -> {
            var learner = town.learner("Anna", "Ozola", "2019/2020", 5);
            learner.enrol(new Admission(town.home().id(), "2020/2021", ClassPlace.general(6, "b"),
                    LocalDate.of(2020, 9, 1)), Outcome.PROMOTED);
            var row = page(town, LearnerFilter.none(), LearnerSort.NAME).rows().getFirst();
            assertThat(row.className()).isEqualTo("6.b");
            assertThat(row.grade()).isEqualTo(6);
        });
    }

    @Test
    void whoever_may_not_read_plans_learns_from_the_list_of_none() {
        Town.in(HERE, town -> {
            town.draft(town.learner("Anna", "Ozola", "2020/2021", 5), AUTUMN, provider(town).id());
            var me = coordinator(town);
            var learners = new Learners(town.entities());
            var knows = learners.page(LearnerFilter.none(), LearnerSort.NAME, 1, 50, coordinator(me)).rows().getFirst();
            assertThat(knows.plans()).isOne();
            assertThat(knows.planState()).isEqualTo("DRAFT");
            var rosterOnly = new Reader(me.id(), Set.of(Role.TENANT_COORDINATOR), Set.of());
            var row = learners.page(LearnerFilter.none(), LearnerSort.NAME, 1, 50, rosterOnly).rows().getFirst();
            assertThat(row.plans()).isZero();
            assertThat(row.planState()).isNull();
        });
    }

    @Test
    void a_provider_reaches_only_learners_with_an_own_measure() {
        Town.in(HERE, town -> {
            var mine = town.learner("Anna", "Ozola", "2020/2021", 5);
            var notMine = town.learner("Juris", "Ozols", "2020/2021", 5);
            var me = provider(town);
            town.draft(mine, AUTUMN, me.id());
            town.draft(notMine, AUTUMN, provider(town).id());
            var learners = new Learners(town.entities());
            assertThat(learners.find(mine.id(), me.id(), Set.of(Role.PROVIDER))).isPresent();
            assertThat(learners.find(notMine.id(), me.id(), Set.of(Role.PROVIDER))).isEmpty();
        });
    }

    @Test
    void a_provider_learns_from_the_list_of_plans_with_an_own_measure_only() {
        Town.in(HERE, town -> {
            var me = provider(town);
            var learner = town.learner("Anna", "Ozola", "2020/2021", 5);
            town.draft(learner, AUTUMN, me.id());
            town.draft(learner, AUTUMN.next(), provider(town).id());
            var provider = new Reader(me.id(), Set.of(Role.PROVIDER), Set.of(Role.PROVIDER));
            var row = new Learners(town.entities()).page(LearnerFilter.none(), LearnerSort.NAME, 1, 50, provider)
                .rows()
                .getFirst();
            assertThat(row.plans()).isOne();
            assertThat(row.planSemester()).isEqualTo(AUTUMN.code());
            assertThat(page(town, LearnerFilter.none(), LearnerSort.NAME).rows().getFirst().plans()).isEqualTo(2);
        });
    }

    @Test
    void the_classes_to_choose_from_are_those_in_reach() {
        Town.in(HERE, town -> {
            var learner = town.learner("Anna", "Ozola", "2020/2021", 5);
            town.learner("Juris", "Ozols", "2020/2021", 6);
            var me = provider(town);
            town.draft(learner, AUTUMN, me.id());
            var learners = new Learners(town.entities());
            assertThat(learners.classNames(new Reader(me.id(), Set.of(Role.PROVIDER), Set.of())))
                .containsExactly("5.a");
            assertThat(learners.classNames(coordinator(coordinator(town)))).containsExactly("5.a", "6.a");
        });
    }

    @Test
    void a_terminated_plan_gives_its_provider_nobody() {
        Town.in(HERE, town -> {
            var learner = town.learner("Anna", "Ozola", "2020/2021", 5);
            var me = provider(town);
            var day = LocalDate.of(2020, 10, 1);
            town.approved(learner, AUTUMN, me.id(), day, day.plusDays(30)).terminate(day, "aizbrauca");
            assertThat(new Learners(town.entities()).find(learner.id(), me.id(), Set.of(Role.PROVIDER))).isEmpty();
        });
    }

    @Test
    void a_class_teacher_reaches_the_own_class_of_this_school_year_only() {
        Town.in(HERE, town -> {
            var now = town.learner("Anna", "Ozola", "2026/2027", 5);
            var before = town.learner("Juris", "Ozols", "2020/2021", 5);
            var otherClass = town.learner("Ilze", "Ozola", "2026/2027", 6);
            var me = town.staff("klase@mazpilseta.test", RolePlace.classTeacher(town.home().id(), "5.a"));
            var learners = new Learners(town.entities());
            var today = LocalDate.now(ZoneId.of("Europe/Riga"));
            boolean inYear = !today.isBefore(LocalDate.of(2026, 9, 1)) && !today.isAfter(LocalDate.of(2027, 8, 31));
            assertThat(learners.find(now.id(), me.id(), Set.of(Role.CLASS_TEACHER)).isPresent()).isEqualTo(inYear);
            assertThat(learners.find(before.id(), me.id(), Set.of(Role.CLASS_TEACHER))).isEmpty();
            assertThat(learners.find(otherClass.id(), me.id(), Set.of(Role.CLASS_TEACHER))).isEmpty();
        });
    }

    @Test
    void a_director_reaches_the_own_school_and_no_other() {
        Town.in(HERE, town -> {
            var learner = town.learner("Anna", "Ozola", "2020/2021", 5);
            var other = town.school("Cita skola");
            var here = town.staff("d1@mazpilseta.test", RolePlace.inSchool(Role.SCHOOL_DIRECTOR, town.home().id()));
            var there = town.staff("d2@mazpilseta.test", RolePlace.inSchool(Role.SCHOOL_DIRECTOR, other.id()));
            var learners = new Learners(town.entities());
            assertThat(learners.find(learner.id(), here.id(), Set.of(Role.SCHOOL_DIRECTOR))).isPresent();
            assertThat(learners.find(learner.id(), there.id(), Set.of(Role.SCHOOL_DIRECTOR))).isEmpty();
        });
    }

    @Test
    void a_role_that_ended_yesterday_reaches_nobody() {
        Town.in(HERE, town -> {
            var learner = town.learner("Anna", "Ozola", "2020/2021", 5);
            var place = RolePlace.inSchool(Role.SCHOOL_DIRECTOR, town.home().id());
            var me = town.staff("d1@mazpilseta.test", place);
            var today = LocalDate.now(ZoneId.of("Europe/Riga"));
            me.roles().getFirst().endOn(today.minusDays(1));
            assertThat(new Learners(town.entities()).find(learner.id(), me.id(), Set.of(Role.SCHOOL_DIRECTOR)))
                .isEmpty();
            me.roles().getFirst().endOn(today);
            assertThat(new Learners(town.entities()).find(learner.id(), me.id(), Set.of(Role.SCHOOL_DIRECTOR)))
                .isPresent();
        });
    }

    @Test
    void a_role_the_person_does_not_have_reaches_nobody() {
        Town.in(HERE, town -> {
            var learner = town.learner("Anna", "Ozola", "2020/2021", 5);
            var me = coordinator(town);
            var learners = new Learners(town.entities());
            assertThat(learners.find(learner.id(), me.id(), Set.of(Role.SCHOOL_DIRECTOR, Role.GUARDIAN))).isEmpty();
            assertThat(learners.find(learner.id(), me.id(), Set.of())).isEmpty();
            assertThat(learners.find(UUID.randomUUID(), me.id(), Set.of(Role.TENANT_COORDINATOR))).isEmpty();
        });
    }

    @Test
    void a_guardian_reaches_the_own_child_and_an_adult_learner_oneself() {
        Town.in(HERE, town -> {
            var child = town.learner("Anna", "Ozola", "2020/2021", 5);
            var adult = town.learner("Juris", "Ozols", "2020/2021", 12);
            adult.invite("Juris@Mazpilseta.test");
            var parent = new Guardian(Ids.next(), "vecaks@mazpilseta.test", "Vita", "Ozola");
            parent.represent(child.id(), Relation.PARENT, LocalDate.of(2020, 9, 1));
            var learners = new Learners(town.entities());
            learners.add(parent);
            assertThat(learners.find(child.id(), parent.id(), Set.of(Role.GUARDIAN))).isPresent();
            assertThat(learners.find(adult.id(), parent.id(), Set.of(Role.GUARDIAN))).isEmpty();
            assertThat(learners.find(adult.id(), adult.id(), Set.of(Role.LEARNER))).isPresent();
            assertThat(learners.find(child.id(), adult.id(), Set.of(Role.LEARNER))).isEmpty();
        });
    }

    private static long found(Town town, LearnerFilter filter) {
        return page(town, filter, LearnerSort.NAME).total();
    }

    private static LearnerPage page(Town town, LearnerFilter filter, LearnerSort sort) {
        var me = coordinator(town);
        return new Learners(town.entities()).page(filter, sort, 1, 50, coordinator(me));
    }

    private static List<String> names(LearnerPage page) {
        return page.rows().stream().map(LearnerRow::familyName).toList();
    }

    private static Reader coordinator(Staff me) {
        return new Reader(me.id(), Set.of(Role.TENANT_COORDINATOR), Set.of(Role.TENANT_COORDINATOR));
    }

    private static Staff coordinator(Town town) {
        return town.staff(Ids.next() + "@mazpilseta.test", RolePlace.inTenant(Role.TENANT_COORDINATOR));
    }

    private static Staff provider(Town town) {
        return town.staff(Ids.next() + "@mazpilseta.test", RolePlace.provider(town.home().id(), "EDUCATOR"));
    }
}
