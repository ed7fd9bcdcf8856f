package lv.pumpurs.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import lv.pumpurs.core.fixture.Somebody;
import lv.pumpurs.core.fixture.Statements;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.Admission;
import lv.pumpurs.core.learner.ClassPlace;
import lv.pumpurs.core.learner.Guardian;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.Outcome;
import lv.pumpurs.core.learner.Relation;
import lv.pumpurs.core.plan.PlanResult;
import lv.pumpurs.core.plan.SupportPlan;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.tenancy.StandaloneEntityManagers;
import lv.pumpurs.core.timeline.TimelineView.Entry;
import lv.pumpurs.core.timeline.Timelines.Found;
import lv.pumpurs.core.web.Texts;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;
import lv.pumpurs.spi.learner.LearnerTimeline;
import lv.pumpurs.spi.learner.LearnerTimeline.Event;
import lv.pumpurs.spi.learner.LearnerTimeline.Events;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands on a timeline, in what order and for whom. */
class TimelinesDbTest {

    private static final Semester AUTUMN = Semester.of("2020/2021-1");

    @Test
    void everything_stands_in_one_order_newest_first() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner learner = full(town);
            List<String> lines = shown(town, learner, reader(town, Role.SCHOOL_COORDINATOR), null);
            assertThat(lines).extracting(line -> line.substring(0, 10)).isSortedAccordingTo(Comparator.reverseOrder());
            assertThat(lines).containsExactlyInAnyOrder(
                    "2021-09-01 TRANSFERRED Cita skola 6.b", "2020-12-18 PLAN_CLOSED", "2020-12-01 PLAN_EVALUATED",
                    "2020-11-05 CONTACT Kavējumi", "2020-10-01 PLAN_APPROVED", "2020-10-01 PLAN_APPROVED",
                    "2020-10-01 PLAN_APPROVED", "2020-10-01 PLAN_ACTIVE", "2020-09-20 GUARDIAN_FROM Vita Ozola",
                    "2020-09-01 PROMOTED Mazpilsētas vidusskola 5.a", "2020-09-01 PLAN_APPLIED",
                    "2019-09-01 ENROLLED Mazpilsētas vidusskola 4.a");
        });
    }

    @Test
    void nobody_reads_on_the_timeline_what_other_pages_do_not_show() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner learner = full(town);
            // the roster and who stands for the child, no plans, no contacts
            assertThat(shown(town, learner, reader(town, Role.SCHOOL_ADMIN), null))
                .allMatch(line -> line.matches(".* (ENROLLED|PROMOTED|TRANSFERRED|GUARDIAN_FROM) .*"))
                .hasSize(4);
            // the family: no contacts, no list of guardians
            UUID mother = (UUID) town.entities()
                .createNativeQuery("select guardian_id from guardianship where learner_id = ?1")
                .setParameter(1, learner.id())
                .getSingleResult();
            assertThat(shown(town, learner, new Somebody(mother, "", Set.of(Role.GUARDIAN)), null))
                .noneMatch(line -> line.contains("CONTACT") || line.contains("GUARDIAN"))
                .anyMatch(line -> line.contains("PLAN_APPROVED"));
        });
    }

    @Test
    void a_provider_reads_of_a_plan_when_it_ran_and_not_who_decided() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner learner = town.learner("Anna", "Ozola", "2020/2021", 5);
            UUID me = town.staff("p@alfa.test", RolePlace.provider(town.home().id(), "EDUCATOR")).id();
            town.approved(learner, AUTUMN, me, LocalDate.of(2020, 10, 1), LocalDate.of(2020, 12, 18));
            town.approved(learner, AUTUMN.next(), town.author().id(), LocalDate.of(2021, 2, 1),
                    LocalDate.of(2021, 5, 28));
            assertThat(shown(town, learner, new Somebody(me, "", Set.of(Role.PROVIDER)), null)).containsExactly(
                    "2020-10-01 PLAN_ACTIVE", "2020-09-01 ENROLLED Mazpilsētas vidusskola 5.a");
        });
    }

    @Test
    void it_is_narrowed_to_a_chapter_and_paged_without_losing_or_doubling_anything() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner learner = full(town);
            Caller me = reader(town, Role.SCHOOL_COORDINATOR);
            assertThat(shown(town, learner, me, Chapter.GUARDIAN)).hasSize(1);
            assertThat(shown(town, learner, me, Chapter.CLASS)).hasSize(3);
            List<String> all = shown(town, learner, me, null);
            List<String> paged = new ArrayList<>();
            for (int at = 0; at < 15; at += 5) {
                Found page = timelines(town, List.of()).page(learner.id(), me, null, at, 5);
                assertThat(page.total()).isEqualTo(all.size());
                page.entries().forEach(one -> paged.add(line(one)));
            }
            assertThat(paged).isEqualTo(all);
        });
    }

    @Test
    void what_a_plugin_tells_stands_among_the_rest_and_is_counted() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner learner = town.learner("Anna", "Ozola", "2020/2021", 5);
            LearnerTimeline plugin = (id, reader, most) -> new Events(
                    IntStream.range(0, Math.min(most, 40))
                        .mapToObj(i -> new Event(LocalDate.of(2020, 10, 1).plusDays(40 - i), "x.y", List.of("n" + i)))
                        .toList(),
                    40);
            Caller me = reader(town, Role.SCHOOL_COORDINATOR);
            Found first = timelines(town, List.of(plugin)).page(learner.id(), me, null, 0, 25);
            Found second = timelines(town, List.of(plugin)).page(learner.id(), me, null, 25, 25);
            assertThat(first.total()).isEqualTo(41);
            assertThat(first.entries()).hasSize(25).extracting(Entry::chapter).containsOnly(Chapter.OTHER);
            assertThat(second.entries()).hasSize(16);
            assertThat(second.entries().getLast().textKey()).isEqualTo("timeline.ENROLLED");
        });
    }

    @Test
    void it_is_one_statement_whatever_there_is_and_every_event_has_words() {
        Town.publishCatalogues();
        Statements heard = new Statements();
        Texts texts = new Texts();
        try {
            new StandaloneEntityManagers(heard.on(TwoTenants.database().app())).inTransaction(TwoTenants.ALFA, null,
                    entities -> {
                        Town town = Town.kept(entities);
                        Learner learner = full(town);
                        Caller me = reader(town, Role.SCHOOL_COORDINATOR);
                        town.entities();
                        heard.taken();
                        Found found = new Timelines(entities, List::of).page(learner.id(), me, null, 0, 50);
                        assertThat(heard.taken()).hasSize(1);
                        assertThat(found.entries()).allMatch(one -> texts.has(one.textKey()))
                            .allMatch(one -> one.code() == null || texts.has(one.code()));
                        throw new IllegalStateException("forget it");
                    });
        } catch (IllegalStateException forgotten) {
            // rolled back
        }
    }

    /** A learner with something of every kind. */
    private static Learner full(Town town) {
        Learner learner = town.learner("Anna", "Ozola", "2019/2020", 4);
        learner.enrol(new Admission(town.home().id(), "2020/2021", ClassPlace.general(5, "a"),
                LocalDate.of(2020, 9, 1)), Outcome.PROMOTED);
        SupportPlan plan = town.approved(learner, AUTUMN, town.author().id(), LocalDate.of(2020, 10, 1),
                LocalDate.of(2020, 12, 18));
        plan.evaluate(LocalDate.of(2020, 12, 1), PlanResult.REDUCED);
        plan.close(LocalDate.of(2020, 12, 18));
        Guardian mother = new Guardian(Ids.next(), "m@vecaki.test", "Vita", "Ozola");
        mother.represent(learner.id(), Relation.PARENT, LocalDate.of(2020, 9, 20));
        town.entities().persist(mother);
        town.entities()
            .createNativeQuery("""
                insert into guardian_contact (id, learner_id, author_id, held_on, way, other_person, topic, recorded_at,
                  version) values (?1, ?2, ?3, '2020-11-05', 'CALL', 'Tante', 'Kavējumi', now(), 1)""")
            .setParameter(1, Ids.next())
            .setParameter(2, learner.id())
            .setParameter(3, town.author().id())
            .executeUpdate();
        learner.enrol(new Admission(town.school("Cita skola").id(), "2021/2022", ClassPlace.general(6, "b"),
                LocalDate.of(2021, 9, 1)), Outcome.TRANSFERRED);
        return learner;
    }

    /** Of the school where the learner is now. */
    private static Caller reader(Town town, Role role) {
        List<?> schools = town.entities()
            .createNativeQuery("select s.id from school s where s.name = 'Cita skola'")
            .getResultList();
        UUID school = schools.isEmpty() ? town.home().id() : (UUID) schools.getFirst();
        return new Somebody(town.staff(UUID.randomUUID() + "@alfa.test", RolePlace.inSchool(role, school)).id(), "",
                Set.of(role));
    }

    private static Timelines timelines(Town town, List<LearnerTimeline> plugins) {
        return new Timelines(town.entities(), () -> plugins);
    }

    private static List<String> shown(Town town, Learner learner, Caller reader, @Nullable Chapter only) {
        return timelines(town, List.of()).page(learner.id(), reader, only, 0, 50)
            .entries()
            .stream()
            .map(TimelinesDbTest::line)
            .toList();
    }

    private static String line(Entry one) {
        String words = one.planId() == null ? " " + String.join(" ", one.values()).strip() : "";
        return one.day() + " " + one.textKey().substring("timeline.".length()) + words;
    }
}
