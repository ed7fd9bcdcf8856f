package lv.pumpurs.core.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.Admission;
import lv.pumpurs.core.learner.ClassPlace;
import lv.pumpurs.core.learner.Enrolment;
import lv.pumpurs.core.learner.Guardian;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.LearnerDouble;
import lv.pumpurs.core.learner.LearnerFilter;
import lv.pumpurs.core.learner.LearnerSort;
import lv.pumpurs.core.learner.Learners;
import lv.pumpurs.core.learner.Outcome;
import lv.pumpurs.core.learner.Reader;
import lv.pumpurs.core.learner.Relation;
import lv.pumpurs.core.merge.MergeView.Clash;
import lv.pumpurs.core.merge.MergeView.Move;
import lv.pumpurs.core.personalcode.PersonalCode;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.core.plan.SupportPlan;
import lv.pumpurs.core.schoolyear.Semester;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.Test;

/** A child entered twice becomes one record on real rows. */
class MergesDbTest {

    private static final SchemaName HERE = TwoTenants.ALFA;
    private static final Semester AUTUMN = Semester.of("2020/2021-1");
    private static final PersonalCodeVault VAULT = vault();
    private static final PersonalCode FIRST = PersonalCode.neverIssued(LocalDate.of(2010, 1, 2), 701);
    private static final PersonalCode SECOND = PersonalCode.neverIssued(LocalDate.of(2010, 1, 3), 702);

    @Test
    void everything_moves_and_nothing_is_deleted() {
        Town.in(HERE, town -> {
            Learner stays = town.learner("Anna", "Ozola", "2020/2021", 5);
            Learner goes = town.learner("Anna", "Ozola", "2019/2020", 4);
            SupportPlan plan = town.draft(goes, AUTUMN, town.author().id());
            Guardian mother = new Guardian(Ids.next(), "m@vecaki.test", "Vita", "Ozola");
            mother.represent(goes.id(), Relation.PARENT, LocalDate.of(2020, 1, 1));
            town.entities().persist(mother);
            assertThat(merges(town).moves(goes.id())).containsExactly(new Move("enrolment", 1),
                    new Move("guardianship", 1), new Move("support_plan", 1));
            long before = learners(town);

            merge(town, stays, goes);
            assertThat(merges(town).moves(goes.id())).isEmpty();
            assertThat(merges(town).moves(stays.id())).containsExactly(new Move("enrolment", 2),
                    new Move("guardianship", 1), new Move("support_plan", 1));
            assertThat(town.entities().find(SupportPlan.class, plan.id()).subject().learnerId())
                .isEqualTo(stays.id());
            assertThat(learners(town)).isEqualTo(before);
            assertThat(new Learners(town.entities()).mergedInto(goes.id())).contains(stays.id());
            assertThat(latest(town, stays).place()).isEqualTo(ClassPlace.general(5, "a"));
        });
    }

    @Test
    void nobody_finds_the_other_record_any_more_and_the_list_shows_one_child() {
        Town.in(HERE, town -> {
            Learner stays = town.learner("Anna", "Ozola", "2020/2021", 5);
            Learner goes = town.learner("Anna", "Ozola", "2020/2021", 5);
            Set<Role> roles = Set.of(Role.TENANT_COORDINATOR);
            UUID me = town.staff("k@alfa.test", RolePlace.inTenant(Role.TENANT_COORDINATOR)).id();
            merge(town, stays, goes);
            Learners learners = new Learners(town.entities());
            assertThat(learners.find(goes.id(), me, roles)).isEmpty();
            assertThat(learners.find(stays.id(), me, roles)).isPresent();
            assertThat(learners.page(LearnerFilter.none(), LearnerSort.NAME, 1, 50, new Reader(me, roles, roles))
                .rows()).singleElement().satisfies(row -> assertThat(row.id()).isEqualTo(stays.id()));
            assertThat(learners.doubles(stays.id(), me, roles)).isEmpty();
        });
    }

    /** The same class from the same day, the same guardian from the same day: once is enough, and twice is impossible. */
    @Test
    void what_both_records_have_is_not_doubled() {
        Town.in(HERE, town -> {
            Learner stays = town.learner("Anna", "Ozola", "2020/2021", 5);
            Learner goes = town.learner("Anna", "Ozola", "2020/2021", 5);
            Guardian mother = new Guardian(Ids.next(), "m@vecaki.test", "Vita", "Ozola");
            mother.represent(stays.id(), Relation.PARENT, LocalDate.of(2020, 1, 1));
            mother.represent(goes.id(), Relation.PARENT, LocalDate.of(2020, 1, 1));
            town.entities().persist(mother);
            merge(town, stays, goes);
            assertThat(merges(town).moves(stays.id())).containsExactly(new Move("enrolment", 1),
                    new Move("guardianship", 1));
            assertThat(merges(town).moves(goes.id())).hasSize(2);
        });
    }

    @Test
    void the_class_that_began_last_is_where_the_learner_is_and_no_other_goes_on() {
        Town.in(HERE, town -> {
            Learner stays = town.learner("Anna", "Ozola", "2020/2021", 5);
            Learner goes = new Learner(Ids.next(), "Anna", "Ozola", new Admission(town.school("Cita").id(),
                    "2020/2021", ClassPlace.general(5, "z"), LocalDate.of(2020, 11, 2)));
            town.entities().persist(goes);
            merge(town, stays, goes);
            Learner one = town.entities().find(Learner.class, stays.id());
            assertThat(one.latest().place().className()).isEqualTo("5.z");
            assertThat(one.enrolments()).filteredOn(year -> year.validTo() != null)
                .singleElement()
                .satisfies(year -> assertThat(year.outcome() + " " + year.validTo())
                    .isEqualTo(Outcome.TRANSFERRED + " 2020-11-01"));
        });
    }

    @Test
    void both_personal_codes_find_the_child() {
        Town.in(HERE, town -> {
            Learner stays = town.learner("Anna", "Ozola", "2020/2021", 5);
            Learner goes = town.learner("Anna", "Ozola", "2019/2020", 4);
            stays.identify(FIRST, VAULT, HERE);
            goes.identify(SECOND, VAULT, HERE);
            merge(town, stays, goes);
            assertThat(town.entities().find(Learner.class, stays.id()).personalCode(VAULT, HERE)).contains(FIRST);
            Learners learners = new Learners(town.entities());
            assertThat(learners.withPersonalCode(VAULT.index(FIRST, HERE)).map(Learner::id)).contains(stays.id());
            assertThat(learners.withPersonalCode(VAULT.index(SECOND, HERE)).map(Learner::id)).contains(stays.id());
        });
    }

    @Test
    void a_code_that_only_the_other_record_has_becomes_the_childs_code_and_so_do_birthday_and_login() {
        Town.in(HERE, town -> {
            Learner stays = town.learner("Anna", "Ozola", "2020/2021", 5);
            Learner goes = town.learner("Anna", "Ozola", "2019/2020", 4);
            goes.identify(SECOND, VAULT, HERE);
            goes.comeOfAge(LocalDate.of(2002, 1, 3), "anna@alfa.test");
            merge(town, stays, goes);
            Learner one = town.entities().find(Learner.class, stays.id());
            assertThat(one.personalCode(VAULT, HERE)).contains(SECOND);
            assertThat(one.birthDate()).isEqualTo(LocalDate.of(2002, 1, 3));
            assertThat(one.email()).isEqualTo("anna@alfa.test");
        });
    }

    @Test
    void two_open_plans_for_one_semester_and_two_logins_stand_in_the_way() {
        Town.in(HERE, town -> {
            Learner stays = town.learner("Anna", "Ozola", "2020/2021", 5);
            Learner goes = town.learner("Anna", "Ozola", "2019/2020", 4);
            town.draft(stays, AUTUMN, town.author().id());
            town.draft(goes, AUTUMN.next(), town.author().id());
            assertThat(merges(town).clashes(stays, goes)).isEmpty();
            town.draft(goes, AUTUMN, town.author().id());
            stays.invite("a@alfa.test");
            goes.invite("b@alfa.test");
            for (Learner one : List.of(stays, goes)) {
                town.entities()
                    .createNativeQuery("""
                        insert into plan_proposal (id, learner_id, school_id, proposer_id, proposed_on, risks, note)
                        values (gen_random_uuid(), ?1, ?2, ?3, '2020-11-01', '{STUDY_CONTENT_DIFFICULTY}', 'Kavē')""")
                    .setParameter(1, one.id())
                    .setParameter(2, town.home().id())
                    .setParameter(3, town.author().id())
                    .executeUpdate();
            }
            assertThat(merges(town).clashes(stays, goes)).containsExactly(
                    new Clash("merge-two-plans", AUTUMN.code(), Town.PROGRAMME),
                    new Clash("merge-two-proposals", null, null),
                    new Clash("merge-two-logins", null, null));
        });
    }

    @Test
    void whoever_became_a_record_that_goes_is_the_one_that_stays() {
        Town.in(HERE, town -> {
            Learner first = town.learner("Anna", "Ozola", "2020/2021", 5);
            Learner second = town.learner("Anna", "Ozola", "2019/2020", 4);
            Learner third = town.learner("Anna", "Ozola", "2018/2019", 3);
            merge(town, second, first);
            merge(town, third, town.entities().find(Learner.class, second.id()));
            assertThat(new Learners(town.entities()).mergedInto(first.id())).contains(third.id());
            assertThat(latest(town, third).place().className()).isEqualTo("5.a");
        });
    }

    @Test
    void a_double_has_the_same_folded_name_and_no_other_birthday_and_is_in_reach() {
        Town.in(HERE, town -> {
            Learner child = town.learner("Anna", "Šķēle", "2020/2021", 5);
            child.comeOfAge(LocalDate.of(2009, 5, 6), "a@alfa.test");
            Learner same = town.learner("ANNA", "Skele", "2020/2021", 6);
            same.comeOfAge(LocalDate.of(2009, 5, 6), "b@alfa.test");
            Learner unknown = town.learner("Anna", "Šķēle", "2020/2021", 7);
            town.learner("Anna", "Šķēle", "2020/2021", 8).comeOfAge(LocalDate.of(2009, 5, 7), "c@alfa.test");
            town.learner("Anne", "Šķēle", "2020/2021", 9);
            Set<Role> roles = Set.of(Role.SCHOOL_ADMIN);
            UUID here = town.staff("s@alfa.test", RolePlace.inSchool(Role.SCHOOL_ADMIN, town.home().id())).id();
            UUID there = town.staff("t@alfa.test",
                    RolePlace.inSchool(Role.SCHOOL_ADMIN, town.school("Cita").id()))
                .id();
            Learners learners = new Learners(town.entities());
            assertThat(learners.doubles(child.id(), here, roles)).extracting(LearnerDouble::id)
                .containsExactly(same.id(), unknown.id());
            assertThat(learners.doubles(child.id(), there, roles)).isEmpty();
        });
    }

    private static Merges merges(Town town) {
        return new Merges(town.entities(), VAULT);
    }

    private static void merge(Town town, Learner stays, Learner goes) {
        merges(town).hold(stays.id(), goes.id());
        merges(town).merge(stays, goes);
        referencesHold(town);
    }

    /** The references that are checked when a transaction ends hold already. */
    private static void referencesHold(Town town) {
        Object orphans = town.entities()
            .createNativeQuery("""
                select count(*) from learner l left join enrolment e
                 on e.learner_id = l.id and e.id = l.latest_enrolment_id
                where l.latest_enrolment_id is not null and e.id is null""")
            .getSingleResult();
        assertThat(((Number) orphans).longValue()).isZero();
    }

    private static Enrolment latest(Town town, Learner learner) {
        return Objects.requireNonNull(town.entities().find(Learner.class, learner.id())).latest();
    }

    private static long learners(Town town) {
        return ((Number) town.entities().createNativeQuery("select count(*) from learner").getSingleResult())
            .longValue();
    }

    static PersonalCodeVault vault() {
        try {
            Path keyset = Files.createTempDirectory("merge").resolve("keyset");
            PersonalCodeVault.createKeyset(keyset);
            return PersonalCodeVault.open(keyset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
