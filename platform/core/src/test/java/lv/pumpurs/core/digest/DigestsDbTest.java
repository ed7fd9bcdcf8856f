package lv.pumpurs.core.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.digest.Digests.Reader;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.mail.Mails;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.worklist.WorkCounts;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;

/** Digests on real rows: to whom, of what, and how often. */
class DigestsDbTest {

    private static final Instant NOW = Instant.parse("2026-11-25T06:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final Semester FIRST = Semester.of("2020/2021-1");

    @Test
    void whoever_has_work_is_told_how_much_of_each_kind_and_nobody_else_is() {
        Town.in(TwoTenants.ALFA, town -> {
            UUID director = town.staff("dir@mazpilseta.test",
                    RolePlace.inSchool(Role.SCHOOL_DIRECTOR, town.home().id()))
                .id();
            town.draft(town.learner("Anna", "Ozola", "2020/2021", 7), FIRST, town.author().id());
            town.draft(town.learner("Juris", "Ozols", "2020/2021", 7), FIRST, town.author().id());
            town.draft(town.learner("Cita", "Liepa", "2020/2021", 7), FIRST, town.author().id()).submit();
            Digests digests = digests(town);
            digests.readers(DAY).forEach(reader -> digests.write(reader, DAY, NOW));
            assertThat(facts(town, town.author().id())).isEqualTo("[WRITE=2]");
            assertThat(facts(town, director)).isEqualTo("[DECIDE=1]");
            assertThat(digests.readers(DAY)).as("told once").isEmpty();
            assertThat(digests.readers(DAY.plusDays(1))).extracting(Reader::personId)
                .containsExactlyInAnyOrder(town.author().id(), director);
        });
    }

    @Test
    void whoever_has_nothing_due_gets_no_mail() {
        Town.in(TwoTenants.ALFA, town -> {
            Digests digests = digests(town);
            digests.readers(DAY).forEach(reader -> digests.write(reader, DAY, NOW));
            assertThat(facts(town, town.author().id())).isEqualTo("[]");
        });
    }

    @Test
    void whoever_switched_it_off_is_not_asked_until_it_is_on_again() {
        Town.in(TwoTenants.ALFA, town -> {
            Digests digests = digests(town);
            UUID author = town.author().id();
            assertThat(digests.wanted(author)).isTrue();
            digests.want(author, false);
            assertThat(digests.wanted(author)).isFalse();
            assertThat(digests.readers(DAY)).isEmpty();
            digests.want(author, true);
            assertThat(digests.wanted(author)).isTrue();
            assertThat(digests.readers(DAY)).extracting(Reader::personId).containsExactly(author);
        });
    }

    @Test
    void a_role_that_has_ended_or_brings_no_work_brings_no_digest() {
        Town.in(TwoTenants.ALFA, town -> {
            town.staff("pedagogs@mazpilseta.test", RolePlace.provider(town.home().id(), "EDUCATOR"));
            town.entities()
                .createNativeQuery("update staff_role set valid_to = '2019-12-31' where staff_id = ?1")
                .setParameter(1, town.author().id())
                .executeUpdate();
            assertThat(digests(town).readers(DAY)).isEmpty();
        });
    }

    @Test
    void two_servers_that_write_the_same_digest_send_one() {
        Town.in(TwoTenants.ALFA, town -> {
            town.draft(town.learner("Anna", "Ozola", "2020/2021", 7), FIRST, town.author().id());
            Digests digests = digests(town);
            Reader author = new Reader(town.author().id(), Set.of(Role.PLAN_AUTHOR));
            digests.write(author, DAY, NOW);
            digests.write(author, DAY, NOW);
            assertThat(facts(town, town.author().id())).isEqualTo("[WRITE=1]");
        });
    }

    @Test
    void a_day_is_taken_by_one_server_and_taken_over_only_from_one_that_died() {
        Town.in(TwoTenants.ALFA, town -> {
            Digests digests = digests(town);
            assertThat(digests.take(DAY, NOW)).isTrue();
            assertThat(digests.take(DAY, NOW.plus(Digests.TOO_LONG))).isFalse();
            Instant late = NOW.plus(Digests.TOO_LONG).plusMillis(1);
            assertThat(digests.take(DAY, late)).isTrue();
            assertThat(digests.take(DAY, late.plusMillis(1))).isFalse();
            digests.done(DAY);
            assertThat(digests.take(DAY, late.plus(Duration.ofDays(1)))).isFalse();
            assertThat(digests.take(DAY.plusDays(1), late)).isTrue();
        });
    }

    /** What the badge of the menu and the digest count is what the home page lists. */
    @Test
    void the_counts_are_those_of_the_worklist() {
        Town.in(TwoTenants.ALFA, town -> {
            town.draft(town.learner("Anna", "Ozola", "2020/2021", 7), FIRST, town.author().id());
            Reader author = new Reader(town.author().id(), Set.of(Role.PLAN_AUTHOR));
            var counts = new WorkCounts(town.entities()).of(author.personId(), author.rolesWith());
            String semester = new lv.pumpurs.core.schoolyear.SchoolYears(town.entities())
                .current(lv.pumpurs.spi.BusinessTime.today(java.time.InstantSource.system()))
                .map(days -> days.semester().code())
                .orElse(null);
            var groups = new lv.pumpurs.core.worklist.Worklist(town.entities(), List::of).of(author.personId(),
                    author.rolesWith(), semester);
            assertThat(groups).isNotEmpty()
                .allSatisfy(group -> assertThat(counts).containsEntry(group.due(), group.total()));
            assertThat(counts).hasSameSizeAs(groups);
            assertThat(new WorkCounts(town.entities()).of(Ids.next(), permission -> Set.of())).isEmpty();
        });
    }

    private static Digests digests(Town town) {
        return new Digests(town.entities(), new WorkCounts(town.entities()), new Mails(town.entities()));
    }

    private static String facts(Town town, UUID person) {
        List<?> facts = town.entities()
            .createNativeQuery("select m.facts from mail m where m.kind = 'DIGEST' and m.person_id = ?1")
            .setParameter(1, person)
            .getResultList();
        return facts.toString();
    }
}
