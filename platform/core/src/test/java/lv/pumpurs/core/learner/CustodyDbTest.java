package lv.pumpurs.core.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.fixture.Somebody;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.invitation.Invitation;
import lv.pumpurs.core.invitation.Invitations;
import lv.pumpurs.core.staff.Accounts;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.core.staff.Staff;
import lv.pumpurs.core.web.WebProblem;
import lv.pumpurs.spi.BusinessTime;
import lv.pumpurs.spi.ProblemType;
import lv.pumpurs.spi.Refused;
import lv.pumpurs.spi.Role;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Who stands for a learner, and whom that lets in, on real rows. */
class CustodyDbTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final LocalDate TODAY = BusinessTime.today(CLOCK);
    private static final Set<Role> GUARDIAN = Set.of(Role.GUARDIAN);

    @Test
    void two_guardians_are_let_in_and_one_who_ends_is_not() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner child = town.learner("Anna", "Ozola", "2020/2021", 5);
            Staff registrar = registrar(town);
            UUID mother = custody(town, registrar).add(child.id(), guardian("Mamma@alfa.test"));
            UUID father = custody(town, registrar).add(child.id(), guardian("tetis@alfa.test"));
            assertThat(reaches(town, mother, child)).isTrue();
            assertThat(reaches(town, father, child)).isTrue();
            assertThat(new Invitations(town.entities(), CLOCK).state(mother)).contains(Invitation.State.ASKED);

            custody(town, registrar).end(child.id(), lines(town, registrar, child).getFirst().id(),
                    new EndGuardianship(null, true));
            assertThat(List.of(reaches(town, mother, child), reaches(town, father, child))).containsOnlyOnce(true);
        });
    }

    @Test
    void a_guardianship_that_is_older_than_a_day_stays_in_the_history_when_it_ends() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner child = town.learner("Anna", "Ozola", "2020/2021", 5);
            Staff registrar = registrar(town);
            custody(town, registrar).add(child.id(), new AddGuardian("Vita", "Ozola", "m@alfa.test", Relation.PARENT,
                    TODAY.minusDays(1)));
            UUID key = lines(town, registrar, child).getFirst().id();
            refused(LearnerProblem.NO_LAST_DAY,
                    () -> custody(town, registrar).end(child.id(), key, new EndGuardianship(null, false)));
            refused(LearnerProblem.LAST_DAY, () -> custody(town, registrar).end(child.id(), key,
                    new EndGuardianship(TODAY.minusDays(1), false)));
            custody(town, registrar).end(child.id(), key, new EndGuardianship(TODAY, false));
            assertThat(lines(town, registrar, child).getFirst().state()).isEqualTo("NOW");
            custody(town, registrar).end(child.id(), key, new EndGuardianship(null, true));
            assertThat(lines(town, registrar, child).getFirst().state()).isEqualTo("ENDED");
            refused(LearnerProblem.ENDED_ALREADY,
                    () -> custody(town, registrar).end(child.id(), key, new EndGuardianship(null, true)));
        });
    }

    @Test
    void the_same_guardian_added_twice_is_one() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner child = town.learner("Anna", "Ozola", "2020/2021", 5);
            Staff registrar = registrar(town);
            UUID once = custody(town, registrar).add(child.id(), guardian("mamma@alfa.test"));
            assertThat(custody(town, registrar).add(child.id(), guardian(" MAMMA@alfa.test"))).isEqualTo(once);
            assertThat(lines(town, registrar, child)).hasSize(1);
        });
    }

    @Test
    void whom_an_import_brought_without_an_address_is_invited_only_once_somebody_tells_one_and_comes_no_second_time() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner child = town.learner("Anna", "Ozola", "2020/2021", 5);
            Staff registrar = registrar(town);
            UUID mother = custody(town, registrar).add(child.id(), guardian("mamma@alfa.test"));
            town.entities().createNativeQuery("update guardian set email = null").executeUpdate();
            town.entities().clear();
            UUID guardianship = lines(town, registrar, child).getFirst().id();
            refused(LearnerProblem.NO_ADDRESS, () -> custody(town, registrar).askAgain(child.id(), guardianship));
            assertThat(custody(town, registrar).add(child.id(), guardian("cita@alfa.test"))).isEqualTo(mother);
            assertThat(lines(town, registrar, child)).singleElement()
                .satisfies(line -> assertThat(line.email()).isEqualTo("cita@alfa.test"));
            assertThat(custody(town, registrar).add(child.id(), guardian("tresa@alfa.test"))).isNotEqualTo(mother);
        });
    }

    @Test
    void a_teacher_who_is_a_parent_keeps_the_key() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner child = town.learner("Anna", "Ozola", "2020/2021", 5);
            assertThat(custody(town, registrar(town)).add(child.id(), guardian(town.author().email())))
                .isEqualTo(town.author().id());
        });
    }

    @Test
    void an_adult_takes_over_and_nobody_else_stands_for_the_learner() {
        Town.in(TwoTenants.ALFA, town -> {
            Learner learner = town.learner("Anna", "Ozola", "2020/2021", 12);
            Staff registrar = registrar(town);
            UUID mother = custody(town, registrar).add(learner.id(), guardian("mamma@alfa.test"));
            refused(LearnerProblem.NOT_OF_AGE, () -> custody(town, registrar).comeOfAge(learner.id(),
                    new ComeOfAge(TODAY.minusYears(18).plusDays(1), "anna@alfa.test")));
            refused(LearnerProblem.ADDRESS_TAKEN, () -> custody(town, registrar).comeOfAge(learner.id(),
                    new ComeOfAge(TODAY.minusYears(20), "mamma@alfa.test")));

            custody(town, registrar).comeOfAge(learner.id(), new ComeOfAge(TODAY.minusYears(20), "anna@alfa.test"));
            assertThat(reaches(town, mother, learner)).isFalse();
            assertThat(new Learners(town.entities()).find(learner.id(), learner.id(), Set.of(Role.LEARNER)))
                .isPresent();
            refused(LearnerProblem.OF_AGE,
                    () -> custody(town, registrar).add(learner.id(), guardian("cits@alfa.test")));
        });
    }

    @Test
    void a_learner_out_of_reach_has_no_guardians_and_gets_none() {
        Town.in(TwoTenants.BETA, town -> {
            Learner child = town.learner("Anna", "Ozola", "2020/2021", 5);
            custody(town, registrar(town)).add(child.id(), guardian("mamma@beta.test"));
            Staff stranger = town.staff("svess@beta.test",
                    RolePlace.inSchool(Role.SCHOOL_ADMIN, town.school("Cita skola").id()));
            assertThat(lines(town, stranger, child)).isEmpty();
            refused(WebProblem.NOT_FOUND,
                    () -> custody(town, stranger).add(child.id(), guardian("cits@beta.test")));
        });
    }

    private static void refused(ProblemType type, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Refused.class)
            .extracting(refused -> ((Refused) refused).type())
            .isEqualTo(type);
    }

    private static boolean reaches(Town town, UUID guardian, Learner child) {
        return new Learners(town.entities()).find(child.id(), guardian, GUARDIAN).isPresent();
    }

    private static List<GuardianLine> lines(Town town, Staff reader, Learner child) {
        return new Guardians(town.entities()).of(child.id(), reader.id(), Set.of(Role.SCHOOL_ADMIN));
    }

    private static AddGuardian guardian(String email) {
        return new AddGuardian("Vita", "Ozola", email, Relation.PARENT, TODAY);
    }

    private static Staff registrar(Town town) {
        return town.staff("reg@alfa.test", RolePlace.inSchool(Role.SCHOOL_ADMIN, town.home().id()));
    }

    private static Custody custody(Town town, Staff who) {
        var entities = town.entities();
        return new Custody(new Learners(entities), new Guardians(entities), new Accounts(entities),
                new Invitations(entities, CLOCK), new Somebody(who.id(), "", Set.of(Role.SCHOOL_ADMIN)), CLOCK);
    }
}
