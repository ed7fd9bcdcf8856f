package lv.pumpurs.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.Guardian;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.Relation;
import lv.pumpurs.core.mail.MailSettings;
import lv.pumpurs.core.mail.Mails;
import lv.pumpurs.core.message.MessagesView.MessageRow;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;

/** Messages to guardians on real rows: who gets one, and what is told of its way. */
class MessagesDbTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Set<Role> GUARDIAN = Set.of(Role.GUARDIAN);

    @Test
    void each_of_those_named_gets_a_message_and_the_mail_holds_the_school_and_no_more() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner anna = town.learner("Anna", "Ozola", "2020/2021", 7);
            UUID mother = guardian(town, "Māra", anna);
            UUID father = guardian(town, "Tālis", anna);
            write(town, anna, WriteMessage.ALL, true);
            assertThat(to(town, mother)).hasSize(1);
            assertThat(to(town, father)).hasSize(1);
            write(town, anna, "māra ozola", true);
            assertThat(to(town, mother)).hasSize(2);
            assertThat(to(town, father)).hasSize(1);
            List<?> mails = town.entities().createNativeQuery("select distinct m.facts from mail m").getResultList();
            assertThat(mails.toString()).isEqualTo("[Mazpilsētas vidusskola]");
            assertThat(states(town, anna)).containsExactly("QUEUED", "QUEUED", "QUEUED");
        });
    }

    @Test
    void a_message_tells_how_far_its_mail_is_and_then_that_it_was_read() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner anna = town.learner("Anna", "Ozola", "2020/2021", 7);
            UUID mother = guardian(town, "Māra", anna);
            write(town, anna, "Māra Ozola", true);
            for (String state : List.of("SENDING", "SENT", "FAILED")) {
                town.entities()
                    .createNativeQuery("update mail set state = ?1, reason = 'ADDRESS'")
                    .setParameter(1, state)
                    .executeUpdate();
                assertThat(states(town, anna)).containsExactly(state.equals("SENDING") ? "QUEUED" : state);
            }
            assertThat(rows(town, anna).getFirst().delivery().reason()).isEqualTo("ADDRESS");

            UUID id = to(town, mother).getFirst().id();
            assertThat(to(town, mother).getFirst().opened()).isFalse();
            assertThat(open(town, id, anna, mother, NOW)).map(MessageView::words).contains("Lūdzu, piezvaniet.");
            open(town, id, anna, mother, NOW.plusSeconds(60));
            MessageRow read = rows(town, anna).getFirst();
            assertThat(read.delivery().state()).isEqualTo("READ");
            assertThat(read.delivery().at()).as("the first time counts").isEqualTo(NOW);
            assertThat(read.delivery().reason()).isNull();
            assertThat(to(town, mother).getFirst().opened()).isTrue();
        });
    }

    @Test
    void without_mail_a_message_is_here_only() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner anna = town.learner("Anna", "Ozola", "2020/2021", 7);
            UUID mother = guardian(town, "Māra", anna);
            write(town, anna, WriteMessage.ALL, false);
            assertThat(states(town, anna)).containsExactly("HERE");
            assertThat(to(town, mother)).hasSize(1);
            List<?> mails = town.entities().createNativeQuery("select m.id from mail m").getResultList();
            assertThat(mails.size()).isZero();
        });
    }

    @Test
    void nobody_else_opens_a_message_not_even_who_stood_for_the_learner_once() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner anna = town.learner("Anna", "Ozola", "2020/2021", 7);
            Learner juris = town.learner("Juris", "Ozols", "2020/2021", 9);
            UUID mother = guardian(town, "Māra", anna, juris);
            UUID father = guardian(town, "Tālis", anna);
            write(town, anna, "Māra Ozola", true);
            UUID id = to(town, mother).getFirst().id();
            assertThat(open(town, id, anna, father, NOW)).isEmpty();
            assertThat(open(town, id, juris, mother, NOW)).as("under another child").isEmpty();
            town.entities()
                .createNativeQuery("update guardianship set valid_to = '2019-12-31' where guardian_id = ?1")
                .setParameter(1, mother)
                .executeUpdate();
            assertThat(open(town, id, anna, mother, NOW)).isEmpty();
            assertThat(to(town, mother)).isEmpty();
            assertThat(states(town, anna)).as("nobody read it").containsExactly("QUEUED");
        });
    }

    @Test
    void whoever_does_not_stand_for_the_learner_today_cannot_be_written_to() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner anna = town.learner("Anna", "Ozola", "2020/2021", 12);
            assertThatThrownBy(() -> write(town, anna, WriteMessage.ALL, true)).isInstanceOf(Refused.class)
                .hasMessage("message-nobody");
            UUID mother = guardian(town, "Māra", anna);
            assertThatThrownBy(() -> write(town, anna, "Kaimiņiene", true)).hasMessage("message-nobody");
            assertThatThrownBy(() -> write(town, anna, " ", true)).hasMessage("message-nobody");
            town.entities()
                .createNativeQuery("update guardianship set valid_to = '2019-12-31' where guardian_id = ?1")
                .setParameter(1, mother)
                .executeUpdate();
            assertThatThrownBy(() -> write(town, anna, "Māra Ozola", true)).hasMessage("message-nobody");

            anna.invite("anna@mazpilseta.test");
            write(town, anna, "Anna Ozola", true);
            assertThat(new Messages(town.entities()).to(anna.id(), Set.of(Role.LEARNER))).hasSize(1);
        });
    }

    private static void write(Town town, Learner learner, String to, boolean mailed) {
        Optional<String> set = mailed ? Optional.of("x") : Optional.empty();
        var settings = new MailSettings(set, 25, set, false, set);
        new MessageDesk(new Messages(town.entities()), new Mails(town.entities()), settings, InstantSource.fixed(NOW))
            .write(learner.id(), town.author().id(), new WriteMessage(to, "Par stundām", "Lūdzu, piezvaniet."));
    }

    private static UUID guardian(Town town, String name, Learner... children) {
        Guardian guardian = new Guardian(Ids.next(), Ids.next() + "@mazpilseta.test", name, "Ozola");
        for (Learner child : children) {
            guardian.represent(child.id(), Relation.PARENT, LocalDate.of(2017, 9, 1));
        }
        town.entities().persist(guardian);
        return guardian.id();
    }

    private static List<MessageLine> to(Town town, UUID person) {
        return new Messages(town.entities()).to(person, GUARDIAN);
    }

    private static Optional<MessageView> open(Town town, UUID id, Learner about, UUID person, Instant now) {
        return new Messages(town.entities()).open(id, about.id(), person, GUARDIAN, now);
    }

    private static List<MessageRow> rows(Town town, Learner learner) {
        return new Messages(town.entities()).page(learner.id(), 25, 0);
    }

    private static List<String> states(Town town, Learner learner) {
        return rows(town, learner).stream().map(row -> row.delivery().state()).toList();
    }
}
