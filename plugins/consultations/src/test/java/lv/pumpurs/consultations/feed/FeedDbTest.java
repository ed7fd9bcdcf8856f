package lv.pumpurs.consultations.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lv.pumpurs.consultations.KeptConsultations;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.PersonalData.Kind;
import lv.pumpurs.spi.PersonalData.Subject;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDbTest {

    private static final LocalDate DAY = LocalDate.of(2020, 10, 1);
    private static final Instant NOW = Instant.parse("2020-10-01T12:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"t_alfa", "t_beta"})
    void a_provider_is_told_the_own_consultations_by_initials(String tenant) {
        Town.in(new SchemaName(tenant), town -> {
            UUID me = provider(town);
            UUID other = provider(town);
            held(town, supported(town, "Anna", me), DAY);
            held(town, supported(town, "Juris", other), DAY);
            CalendarFeeds feeds = new CalendarFeeds(town.entities());
            assertThat(feeds.events(me, DAY)).extracting(FeedEvent::summary).containsExactly("Matemātika · A. O.");
            assertThat(feeds.events(other, DAY)).extracting(FeedEvent::summary).containsExactly("Matemātika · J. O.");
            assertThat(feeds.events(Ids.next(), DAY)).isEmpty();
        });
    }

    /** A director who also teaches carries the own lessons only. */
    @Test
    void what_somebody_sees_by_another_role_is_not_told() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID director = town
                .staff("dir@mazpilseta.test", RolePlace.inSchool(Role.SCHOOL_DIRECTOR, town.home().id()))
                .id();
            held(town, supported(town, "Anna", provider(town)), DAY);
            CalendarFeeds feeds = new CalendarFeeds(town.entities());
            assertThat(feeds.events(director, DAY)).isEmpty();
            CalendarFeed feed = feeds.orNew(director);
            String secret = feed.renew(NOW);
            feeds.put(feed);
            assertThat(feeds.opened(secret)).as("a director alone has no feed").isEmpty();
        });
    }

    @Test
    void four_weeks_back_and_half_a_year_ahead_are_told_and_no_more() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = provider(town);
            Learner anna = supported(town, "Anna", me);
            held(town, anna, DAY);
            CalendarFeeds feeds = new CalendarFeeds(town.entities());
            assertThat(feeds.events(me, DAY.plusWeeks(4))).hasSize(1);
            assertThat(feeds.events(me, DAY.plusWeeks(4).plusDays(1))).isEmpty();
            assertThat(feeds.events(me, DAY.minusMonths(6))).hasSize(1);
            assertThat(feeds.events(me, DAY.minusMonths(6).minusDays(1))).isEmpty();
        });
    }

    @Test
    void a_secret_opens_its_persons_feed_until_it_is_replaced_or_taken_back_and_only_its_hash_is_kept() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = provider(town);
            CalendarFeeds feeds = new CalendarFeeds(town.entities());
            CalendarFeed feed = feeds.orNew(me);
            String first = feed.renew(NOW);
            feeds.put(feed);
            assertThat(feeds.opened(first)).map(CalendarFeed::personId).contains(me);
            assertThat(feeds.orNew(me)).isSameAs(feed);
            assertThat(feeds.opened("a".repeat(32))).isEmpty();
            assertThat(feeds.opened(CalendarFeed.hash(first))).as("the hash is no secret").isEmpty();
            assertThat(kept(town, first)).isZero();
            String second = feed.renew(NOW);
            assertThat(feeds.opened(first)).isEmpty();
            assertThat(feeds.opened(second)).isPresent();
            feeds.remove(feed);
            assertThat(feeds.opened(second)).isEmpty();
        });
    }

    @Test
    void the_last_day_on_which_it_was_fetched_is_kept() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = provider(town);
            CalendarFeeds feeds = new CalendarFeeds(town.entities());
            CalendarFeed feed = feeds.orNew(me);
            feed.renew(NOW);
            feeds.put(feed);
            town.entities().flush();
            feeds.fetched(feed, DAY);
            town.entities().refresh(feed);
            assertThat(feed.fetchedOn()).isEqualTo(DAY);
        });
    }

    @Test
    void a_secret_leads_nowhere_once_the_access_has_ended_or_the_school_is_without_the_plugin() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID me = provider(town);
            held(town, supported(town, "Anna", me), DAY);
            CalendarFeeds feeds = new CalendarFeeds(town.entities());
            CalendarFeed feed = feeds.orNew(me);
            String secret = feed.renew(NOW);
            feeds.put(feed);
            assertThat(feeds.opened(secret)).isPresent();
            run(town, "insert into plugin_school (id, plugin, school_id, enabled)"
                    + " values (uuidv7(), 'consultations', ?1, false)", town.home().id());
            assertThat(feeds.opened(secret)).isEmpty();
            assertThat(feeds.events(me, DAY)).isEmpty();
            run(town, "delete from plugin_school where school_id = ?1", town.home().id());
            assertThat(feeds.opened(secret)).isPresent();
            run(town, "update staff_role set valid_to = '2020-01-01', valid_from = '2019-01-01' where staff_id = ?1",
                    me);
            assertThat(feeds.opened(secret)).isEmpty();
            assertThat(feeds.events(me, DAY)).isEmpty();
        });
    }

    @Test
    void a_feed_is_told_to_its_person_and_goes_when_the_person_is_forgotten() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner adult = town.learner("Anna", "Ozola", "2020/2021", 7);
            CalendarFeeds feeds = new CalendarFeeds(town.entities());
            CalendarFeed feed = feeds.orNew(adult.id());
            feed.renew(NOW);
            feeds.put(feed);
            town.entities().flush();
            KeptConsultations kept = new KeptConsultations(town.entities());
            Subject subject = new Subject(Kind.LEARNER, java.util.Set.of(adult.id()));
            assertThat(kept.of(subject, adult.id())).hasSize(1).allSatisfy(section -> {
                assertThat(section.table()).isEqualTo("consultation_feed");
                assertThat(section.rows().getFirst()).containsEntry("made_at", NOW).containsEntry("fetched_on", null);
            });
            assertThat(kept.anonymise(new Subject(Kind.GUARDIAN, java.util.Set.of(Ids.next())))).isZero();
            assertThat(kept.anonymise(subject)).isEqualTo(1);
            assertThat(feeds.of(adult.id())).isEmpty();
        });
    }

    private static long kept(Town town, String secret) {
        town.entities().flush();
        return (Long) town.entities()
            .createNativeQuery("select count(*) from consultation_feed f where f::text like ?1")
            .setParameter(1, "%" + secret + "%")
            .getSingleResult();
    }

    private static void run(Town town, String statement, UUID key) {
        town.entities().createNativeQuery(statement).setParameter(1, key).executeUpdate();
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

    private static void held(Town town, Learner learner, LocalDate day) {
        town.entities()
            .createNativeQuery("""
                insert into consultation (id, learner_id, provider_id, school_id, plan_id, measure_id, held_on, starts_at,
                  minutes, quantity, subject, confirm_by)
                select uuidv7(), p.learner_id, m.provider_id, p.school_id, p.id, m.id, cast(?2 as date), '14:00', 40, 1,
                  'Matemātika', cast(?2 as date) + 7
                from support_plan p join planned_measure m on m.plan_id = p.id where p.learner_id = ?1""")
            .setParameter(1, learner.id())
            .setParameter(2, day.toString())
            .executeUpdate();
    }
}
