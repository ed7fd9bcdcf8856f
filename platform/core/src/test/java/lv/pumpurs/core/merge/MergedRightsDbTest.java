package lv.pumpurs.core.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.Guardian;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.Relation;
import lv.pumpurs.core.message.Messages;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;

/** Who sees what of a child whose two records became one. */
class MergedRightsDbTest {

    private static final SchemaName HERE = TwoTenants.ALFA;
    private static final PersonalCodeVault VAULT = MergesDbTest.vault();

    /** A login goes along with what it has been written. */
    @Test
    void an_adult_learner_reads_the_same_messages_after_the_merge() {
        Town.in(HERE, town -> {
            Learner stays = town.learner("Anna", "Ozola", "2020/2021", 12);
            Learner goes = town.learner("Anna", "Ozola", "2019/2020", 11);
            goes.comeOfAge(LocalDate.of(2002, 1, 3), "anna@alfa.test");
            town.entities().flush();
            UUID mail = Ids.next();
            town.entities()
                .createNativeQuery("""
                        insert into mail (id, kind, person_id, day, facts, due_at, changed_at)
                        values (?1, 'MESSAGE', ?2, '2020-11-02', 'Skola', now(), now())""")
                .setParameter(1, mail)
                .setParameter(2, goes.id())
                .executeUpdate();
            town.entities()
                .createNativeQuery("""
                        insert into guardian_message (id, learner_id, author_id, recipient_id, subject, words, written_at,
                          mail_id) values (?1, ?2, ?3, ?2, 'Tikšanās', 'Lūdzu, atnāciet.', now(), ?1)""")
                .setParameter(1, mail)
                .setParameter(2, goes.id())
                .setParameter(3, town.author().id())
                .executeUpdate();
            merge(town, stays, goes);
            assertThat(new Messages(town.entities()).to(stays.id(), Set.of(Role.LEARNER))).hasSize(1);
            assertThat(town.entities()
                .createNativeQuery("select l.email from mail m join learner l on l.id = m.person_id")
                .getSingleResult()).as("where the mail goes").isEqualTo("anna@alfa.test");
        });
    }

    /** What only the other record knew of the guardians does not open an adult's file to them again. */
    @Test
    void nobody_else_stands_for_an_adult_after_the_merge() {
        Town.in(HERE, town -> {
            Learner stays = town.learner("Anna", "Ozola", "2020/2021", 12);
            Learner goes = town.learner("Anna", "Ozola", "2019/2020", 11);
            stays.comeOfAge(LocalDate.of(2002, 1, 3), "anna@alfa.test");
            guardian(town, goes, LocalDate.of(2012, 9, 1), "m@vecaki.test");
            guardian(town, goes, LocalDate.of(2020, 6, 1), "t@vecaki.test");
            merge(town, stays, goes);
            assertThat(reaching(town, stays)).isZero();
        });
    }

    @Test
    void a_guardian_stands_for_a_child_until_the_birthday_that_the_other_record_knows() {
        Town.in(HERE, town -> {
            LocalDate today = LocalDate.now(BusinessTime.ZONE);
            Learner grown = town.learner("Anna", "Ozola", "2020/2021", 12);
            Learner older = town.learner("Anna", "Ozola", "2019/2020", 11);
            guardian(town, grown, LocalDate.of(2012, 9, 1), "m@vecaki.test");
            born(town, older, today.minusYears(18));
            Learner child = town.learner("Juris", "Ozols", "2020/2021", 5);
            Learner younger = town.learner("Juris", "Ozols", "2019/2020", 4);
            guardian(town, child, LocalDate.of(2012, 9, 1), "t@vecaki.test");
            born(town, younger, today.minusYears(18).plusDays(1));
            merge(town, grown, town.entities().find(Learner.class, older.id()));
            merge(town, child, town.entities().find(Learner.class, younger.id()));
            assertThat(reaching(town, grown)).isZero();
            assertThat(reaching(town, child)).isOne();
        });
    }

    private static void guardian(Town town, Learner child, LocalDate from, String email) {
        Guardian guardian = new Guardian(Ids.next(), email, "Vita", "Ozola");
        guardian.represent(child.id(), Relation.PARENT, from);
        town.entities().persist(guardian);
    }

    private static void born(Town town, Learner learner, LocalDate day) {
        town.entities().flush();
        town.entities()
            .createNativeQuery("update learner set birth_date = cast(?2 as date) where id = ?1")
            .setParameter(1, learner.id())
            .setParameter(2, day.toString())
            .executeUpdate();
        town.entities().refresh(learner);
    }

    private static long reaching(Town town, Learner child) {
        return ((Number) town.entities()
            .createNativeQuery("select count(*) from reach_of_guardian r where r.learner_id = ?1")
            .setParameter(1, child.id())
            .getSingleResult()).longValue();
    }

    private static void merge(Town town, Learner stays, Learner goes) {
        Merges merges = new Merges(town.entities(), VAULT);
        merges.hold(stays.id(), goes.id());
        merges.merge(stays, goes);
    }
}
