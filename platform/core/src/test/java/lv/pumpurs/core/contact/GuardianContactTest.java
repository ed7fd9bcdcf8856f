package lv.pumpurs.core.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.contact.ContactFacts.With;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.RestrictedText;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class GuardianContactTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 1);
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);
    private static final UUID AUTHOR = Ids.next();

    @Test
    void a_contact_is_held_today_or_earlier_and_never_tomorrow() {
        assertThatCode(() -> on(TODAY).checked(TODAY, FIRST_DAY)).doesNotThrowAnyException();
        refused(() -> on(TODAY.plusDays(1)).checked(TODAY, FIRST_DAY), "contact-in-future", "heldOn");
    }

    @Test
    void a_contact_is_held_on_the_first_day_of_enrolment_or_later_and_never_before() {
        assertThatCode(() -> on(FIRST_DAY).checked(TODAY, FIRST_DAY)).doesNotThrowAnyException();
        refused(() -> on(FIRST_DAY.minusDays(1)).checked(TODAY, FIRST_DAY), "contact-before-enrolment", "heldOn");
    }

    @Test
    void a_contact_is_with_a_guardian_or_with_somebody_else() {
        assertThatThrownBy(() -> new With(null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new With(AUTHOR, "Anna")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new With(null, "Anna").other()).isEqualTo("Anna");
    }

    @Test
    void its_author_mends_it_until_the_time_is_over() {
        GuardianContact contact = written();
        contact.mend(AUTHOR, on(TODAY.minusDays(3)), NOW.plus(DAY).minusMillis(1), DAY);
        assertThat(contact.facts().heldOn()).isEqualTo(TODAY.minusDays(3));
        refused(() -> contact.mend(AUTHOR, on(TODAY), NOW.plus(DAY), DAY), "contact-settled", null);
        assertThat(contact.facts().heldOn()).isEqualTo(TODAY.minusDays(3));
    }

    @Test
    void nobody_else_mends_it_at_any_time() {
        GuardianContact contact = written();
        refused(() -> contact.mend(Ids.next(), on(TODAY.minusDays(3)), NOW, DAY), "contact-not-author", null);
        assertThat(contact.facts().heldOn()).isEqualTo(TODAY);
    }

    @Test
    void an_addition_comes_at_any_time_and_leaves_what_was_said() {
        GuardianContact contact = written();
        ContactFacts before = contact.facts();
        contact.add(Ids.next(), RestrictedText.of("Piezvanīja vēlreiz"), NOW.plus(Duration.ofDays(400)));
        contact.add(AUTHOR, RestrictedText.of("Atnāca uz skolu"), NOW.plus(Duration.ofDays(401)));
        assertThat(contact.additions()).extracting(ContactAddition::words)
            .containsExactly(RestrictedText.of("Piezvanīja vēlreiz"), RestrictedText.of("Atnāca uz skolu"));
        assertThat(contact.facts()).isEqualTo(before);
    }

    private static GuardianContact written() {
        return new GuardianContact(Ids.next(), AUTHOR, on(TODAY), NOW);
    }

    private static ContactFacts on(LocalDate day) {
        return new ContactFacts(day, ContactWay.CALL, new With(null, "Vectēvs"), "Kavējumi", null, null);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String code,
            @org.jspecify.annotations.Nullable String field) {
        assertThatThrownBy(act).asInstanceOf(InstanceOfAssertFactories.type(Refused.class)).satisfies(refused -> {
            assertThat(refused.type().code()).isEqualTo(code);
            assertThat(refused.fields())
                .isEqualTo(field == null ? Map.of() : Map.of(field, "problem." + code + ".detail"));
        });
    }
}
