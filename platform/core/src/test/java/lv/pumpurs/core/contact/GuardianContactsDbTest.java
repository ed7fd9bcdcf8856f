package lv.pumpurs.core.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import lv.pumpurs.core.contact.ContactsView.ContactRow;
import lv.pumpurs.core.contact.GuardianContacts.Reading;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.Guardian;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.Relation;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.RestrictedText;
import lv.pumpurs.spi.RestrictedText.Sight;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The log of contacts on real rows. */
class GuardianContactsDbTest {

    private static final Instant NOW = Instant.parse("2020-11-25T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2020, 11, 20);
    private static final ContactFilter ALL = new ContactFilter(null, null, null);

    @Test
    void the_newest_comes_first_with_names_plan_and_additions() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner learner = withMother(town);
            var plan = town.draft(learner, Semester.of("2020/2021-1"), town.author().id());
            write(town, learner, DAY.minusDays(1), ContactWay.LETTER, "Vectēvs Jānis", null);
            GuardianContact late = write(town, learner, DAY, ContactWay.CALL, "māra ozola", plan.code().value());
            late.add(town.author().id(), RestrictedText.of("Piezvanīja vēlreiz"), NOW.plusSeconds(1));
            List<ContactRow> rows = page(town, learner, ALL);
            assertThat(rows).extracting(ContactRow::heldOn).containsExactly(DAY, DAY.minusDays(1));
            assertThat(rows).extracting(ContactRow::person).containsExactly("Māra Ozola", "Vectēvs Jānis");
            assertThat(rows).extracting(ContactRow::guardian).containsExactly(true, false);
            assertThat(rows).extracting(ContactRow::planCode).containsExactly(plan.code().value(), null);
            assertThat(rows).extracting(ContactRow::mendable).containsExactly(true, true);
            assertThat(rows.getFirst().author().name()).isEqualTo("Anna Šķēle");
            assertThat(rows.getFirst().author().at()).isEqualTo(NOW);
            assertThat(rows.getFirst().additions()).extracting(one -> one.words().shown())
                .containsExactly("Piezvanīja vēlreiz");
            assertThat(rows.getLast().additions()).isEmpty();
        });
    }

    @Test
    void what_came_of_it_is_closed_to_whoever_has_no_right_to_contacts() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner learner = withMother(town);
            GuardianContact contact = write(town, learner, DAY, ContactWay.CALL, "X", null);
            contact.add(town.author().id(), RestrictedText.of("Piezvanīja vēlreiz"), NOW);
            town.entities().flush();
            town.entities().createNativeQuery("update guardian_contact set outcome = 'slepeni'").executeUpdate();
            assertThat(page(town, learner, ALL)).extracting(row -> words(row.outcome())).containsExactly("slepeni");
            ContactRow closed = page(town, learner, ALL, () -> false).getFirst();
            assertThat(List.of(words(closed.outcome()), closed.additions().getFirst().words().shown()))
                .containsOnly(RestrictedText.MARK);
            town.entities().clear();
            assertThat(new GuardianContacts(town.entities()).find(learner.id(), contact.id())
                .map(one -> words(one.facts().outcome()))).contains(RestrictedText.MARK);
        });
    }

    private static String words(@Nullable RestrictedText text) {
        return Objects.requireNonNull(text).shown();
    }

    @Test
    void the_log_is_narrowed_by_way_and_by_days_both_included() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner learner = withMother(town);
            for (int i = 0; i < 4; i++) {
                write(town, learner, DAY.minusDays(i), i == 0 ? ContactWay.E_KLASE : ContactWay.CALL, "X", null);
            }
            assertThat(days(town, learner, new ContactFilter(ContactWay.E_KLASE, null, null))).containsExactly(DAY);
            assertThat(days(town, learner, new ContactFilter(null, DAY.minusDays(2), DAY.minusDays(1))))
                .containsExactly(DAY.minusDays(1), DAY.minusDays(2));
            assertThat(days(town, learner, new ContactFilter(ContactWay.LETTER, null, null))).isEmpty();
            assertThat(new GuardianContacts(town.entities()).count(learner.id(),
                    new ContactFilter(ContactWay.CALL, null, null)))
                .isEqualTo(3);
        });
    }

    @Test
    void a_plan_of_another_learner_is_no_plan_of_this_one() {
        Town.in(TwoTenants.ALFA, town -> {
            var other = town.draft(town.learner("Cita", "Liepa", "2020/2021", 7), Semester.of("2020/2021-1"),
                    town.author().id());
            Learner learner = withMother(town);
            assertThatThrownBy(() -> write(town, learner, DAY, ContactWay.CALL, "X", other.code().value()))
                .isInstanceOf(Refused.class)
                .hasMessage("contact-plan-unknown");
        });
    }

    @Test
    void a_contact_is_found_under_its_own_learner_only_and_never_in_the_other_tenant() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner learner = withMother(town);
            GuardianContact contact = write(town, learner, DAY, ContactWay.CALL, "X", null);
            GuardianContacts contacts = new GuardianContacts(town.entities());
            assertThat(contacts.find(learner.id(), contact.id())).isPresent();
            assertThat(contacts.find(Ids.next(), contact.id())).isEmpty();
            Town.in(TwoTenants.BETA, other -> {
                assertThat(new GuardianContacts(other.entities()).find(learner.id(), contact.id())).isEmpty();
                assertThat(days(other, learner, ALL)).isEmpty();
            });
        });
    }

    private static Learner withMother(Town town) {
        Learner learner = town.learner("Anna", "Ozola", "2020/2021", 7);
        Guardian mother = new Guardian(Ids.next(), Ids.next() + "@mazpilseta.test", "Māra", "Ozola");
        mother.represent(learner.id(), Relation.PARENT, LocalDate.of(2017, 9, 1));
        town.entities().persist(mother);
        return learner;
    }

    private static GuardianContact write(Town town, Learner learner, LocalDate day, ContactWay way, String person,
            @Nullable String plan) {
        GuardianContacts contacts = new GuardianContacts(town.entities());
        ContactDesk desk = new ContactDesk(contacts, InstantSource.fixed(NOW), 24);
        GuardianContact contact = new GuardianContact(learner.id(), town.author().id(),
                desk.facts(learner, new RecordContact(day, way, person, "Kavējumi", " ", plan)), NOW);
        contacts.add(contact);
        return contact;
    }

    private static List<ContactRow> page(Town town, Learner learner, ContactFilter filter) {
        return page(town, learner, filter, () -> true);
    }

    private static List<ContactRow> page(Town town, Learner learner, ContactFilter filter, Sight sight) {
        return new GuardianContacts(town.entities()).page(learner.id(), filter, 25, 0,
                new Reading(town.author().id(), sight, NOW, Duration.ofHours(24)));
    }

    private static List<LocalDate> days(Town town, Learner learner, ContactFilter filter) {
        return page(town, learner, filter).stream().map(ContactRow::heldOn).toList();
    }
}
