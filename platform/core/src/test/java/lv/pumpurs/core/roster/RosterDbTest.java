package lv.pumpurs.core.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.Learners;
import lv.pumpurs.core.learnercode.LearnerCodes;
import lv.pumpurs.core.personalcode.PersonalCode;
import lv.pumpurs.core.roster.RosterImport.State;
import lv.pumpurs.spi.Refused;
import org.junit.jupiter.api.Test;

/** What an import makes of the register. */
class RosterDbTest {

    private static final String HEADER = "Vārds;Uzvārds;Personas kods;Dzimšanas datums;Klase\n";
    private static final String CODE = PersonalCode.neverIssued(LocalDate.of(2009, 3, 1), 101).written();

    @Test
    void a_file_brings_new_learners_into_their_classes() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            var id = desk.bring(HEADER + "Anna;Šķēle;" + CODE + ";;5.a\nJānis;Ozols;;02.03.2008.;6 B\n");
            assertThat(desk.one(id).state()).isEqualTo(State.APPLIED);
            assertThat(desk.register()).containsExactly("Jānis Ozols *2008-03-02 6.b 2020/2021 2020-09-01-",
                    "Anna Šķēle 5.a 2020/2021 2020-09-01-");
            assertThat(learners(town)).anyMatch(
                    learner -> learner.personalCode(Desk.VAULT, TwoTenants.ALFA)
                        .filter(code -> code.written().equals(CODE))
                        .isPresent());
        });
    }

    @Test
    void the_same_file_twice_changes_nothing() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            String file = HEADER + "Anna;Šķēle;" + CODE + ";;5.a\nJānis;Ozols;;02.03.2008.;6.b\n";
            desk.bring(file);
            List<String> before = desk.register();
            long logged = logged(town);
            var again = desk.check(file);
            assertThat(desk.counts(again)).isEqualTo("0 new, 0 changed, 2 unchanged");
            desk.apply(again);
            assertThat(desk.register()).isEqualTo(before);
            assertThat(logged(town)).isEqualTo(logged);
        });
    }

    /** A file written before the code changed names the same child, and does not bring the old code back. */
    @Test
    void a_file_with_a_former_code_finds_the_learner_and_changes_no_code() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            String file = HEADER + "Anna;Šķēle;" + CODE + ";;5.a\n";
            desk.bring(file);
            Learner learner = new Learners(town.entities())
                .withPersonalCode(Desk.VAULT.index(PersonalCode.of(CODE), TwoTenants.ALFA))
                .orElseThrow();
            PersonalCode now = PersonalCode.of("320101-01234");
            new LearnerCodes(town.entities(), new Learners(town.entities()), Desk.VAULT).replace(learner, now,
                    LocalDate.of(2020, 11, 16));
            town.entities().flush();
            var again = desk.check(file);
            assertThat(desk.counts(again)).isEqualTo("0 new, 0 changed, 1 unchanged");
            desk.apply(again);
            assertThat(town.entities().find(Learner.class, learner.id()).personalCode(Desk.VAULT, TwoTenants.ALFA))
                .contains(now);
        });
    }

    @Test
    void one_wrong_row_keeps_all_of_the_file_out() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            var id = desk.check(HEADER + "Anna;Šķēle;" + CODE + ";;5.a\nJānis;Ozols;;32.03.2008.;6.b\n");
            assertThat(desk.findings(id)).containsExactly("3:3:DATE_WRONG!");
            refused(RosterProblem.HAS_PROBLEMS, () -> desk.apply(id));
            assertThat(desk.register()).isEmpty();
        });
    }

    @Test
    void every_problem_of_every_row_is_listed() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            var id = desk.check(HEADER + ";Šķēle;12;31.02.2010.;13.a\nAnna;X1;;;\nJānis;Ozols;;02.03.2008.\n"
                    + "Ilze;Liepa;;01.01.2009.;1.a\nIlze;Liepa;;01.01.2009.;1.a\n");
            assertThat(desk.findings(id)).containsExactly("2:0:MISSING!", "2:2:CODE_MALFORMED!", "2:3:DATE_WRONG!",
                    "2:4:GRADE_WRONG!", "3:-1:CODE_OR_BIRTH_DATE!", "3:1:NAME_ODD!", "3:4:MISSING!", "4:-1:ROW_SHORT!",
                    "4:4:MISSING!", "6:-1:TWICE!");
        });
    }

    @Test
    void a_name_alone_decides_nothing_unless_the_person_says_so() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            town.learner("Anna", "Šķēle", "2020/2021", 5);
            String file = HEADER + "Anna;Skele;;01.03.2009.;5.a\n";
            var id = desk.check(file);
            assertThat(desk.findings(id)).containsExactly("2:-1:NAME_ONLY!");
            desk.check(id, true);
            assertThat(desk.findings(id)).containsExactly("2:-1:NAME_ONLY");
            assertThat(desk.counts(id)).isEqualTo("0 new, 1 changed, 0 unchanged");
            desk.apply(id);
            assertThat(desk.register()).containsExactly("Anna Skele *2009-03-01 5.a 2020/2021 2020-09-01-");
        });
    }

    @Test
    void a_learner_of_last_year_is_promoted_and_one_who_changes_class_moves_within_the_year() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            town.learner("Anna", "Apse", "2019/2020", 4);
            town.learner("Jānis", "Bērzs", "2020/2021", 5);
            var id = desk.send(HEADER + "Anna;Apse;;01.03.2009.;5.a\nJānis;Bērzs;;01.03.2009.;5.b\n");
            desk.check(id, true);
            desk.apply(id);
            assertThat(desk.register()).containsExactly(
                    "Anna Apse *2009-03-01 4.a 2019/2020 2019-09-01-2020-08-31 PROMOTED before",
                    "Anna Apse *2009-03-01 5.a 2020/2021 2020-09-01-",
                    "Jānis Bērzs *2009-03-01 5.a 2020/2021 2020-09-01-2020-10-14 before",
                    "Jānis Bērzs *2009-03-01 5.b 2020/2021 2020-10-15-");
        });
    }

    @Test
    void who_is_not_in_the_file_is_ended_only_if_ticked_and_never_deleted() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            Learner leaves = town.learner("Anna", "Apse", "2020/2021", 5);
            town.learner("Jānis", "Bērzs", "2020/2021", 5);
            String file = HEADER + "Zane;Zariņa;;01.03.2009.;5.a\n";
            var id = desk.check(file);
            assertThat(desk.gone(id)).isEqualTo(2);
            desk.apply(id, leaves.id());
            assertThat(desk.one(id).counts().ended()).isOne();
            assertThat(desk.register()).containsExactly("Anna Apse 5.a 2020/2021 2020-09-01-2020-10-14 LEFT",
                    "Jānis Bērzs 5.a 2020/2021 2020-09-01-",
                    "Zane Zariņa *2009-03-01 5.a 2020/2021 2020-09-01-");
        });
    }

    @Test
    void nobody_of_another_school_is_gone_moved_or_ended() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            var other = new Learner(lv.pumpurs.spi.Ids.next(), "Anna", "Šķēle",
                    new lv.pumpurs.core.learner.Admission(town.school("Cita skola").id(), Desk.YEAR,
                            lv.pumpurs.core.learner.ClassPlace.general(5, "c"), LocalDate.of(2020, 9, 1)));
            other.identify(PersonalCode.of(CODE), Desk.VAULT, TwoTenants.ALFA);
            town.entities().persist(other);
            var id = desk.check(HEADER + "Anna;Šķēle;" + CODE + ";;5.a\n");
            assertThat(desk.findings(id)).containsExactly("2:-1:ELSEWHERE!");
            assertThat(desk.gone(id)).isZero();
            var ended = desk.check(HEADER + "Zane;Zariņa;;01.03.2009.;5.a\n");
            refused(RosterProblem.STALE, () -> desk.apply(ended, other.id()));
        });
    }

    @Test
    void whatever_changed_since_the_check_stops_it() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            String file = HEADER + "Anna;Šķēle;" + CODE + ";;5.a\nJānis;Ozols;;02.03.2008.;6.b\n";
            var first = desk.check(file);
            var second = desk.check(file);
            desk.apply(first);
            refused(RosterProblem.STALE, () -> desk.apply(second));
            refused(RosterProblem.WRONG_STATE, () -> desk.apply(first));
            assertThat(desk.register()).hasSize(2);
        });
    }

    @Test
    void rights_that_were_granted_here_stay_as_they_are() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            desk.bring(HEADER + "Anna;Šķēle;" + CODE + ";;5.a\n");
            List<String> rights = List.of("staff", "staff_role", "guardian", "guardianship", "school");
            List<Long> before = rights.stream().map(table -> rows(town, table)).toList();
            String emails = emails(town);
            long written = logged(town, rights);
            var id = desk.check(HEADER + "Ieva;Šķēle;" + CODE + ";;6.a\nJānis;Ozols;;02.03.2008.;6.b\n");
            desk.apply(id);
            assertThat(rights.stream().map(table -> rows(town, table)).toList()).isEqualTo(before);
            assertThat(emails(town)).isEqualTo(emails);
            assertThat(logged(town, rights)).isEqualTo(written);
        });
    }

    @Test
    void nothing_of_an_import_reaches_the_other_tenant_and_no_code_is_staged_in_the_clear() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            var id = desk.check(HEADER + "Anna;Šķēle;" + CODE + ";;5.a\nX;" + CODE.replace("-", "") + ";;;\n");
            String staged = town.entities()
                .createNativeQuery("select string_agg(cast(r.cells as text), '') || (select string_agg(l.*::text, '')"
                    .replace("l.*::text", "cast(l.* as text)") + " from roster_line l) from roster_row r")
                .getSingleResult()
                .toString();
            assertThat(staged).contains("******-*").doesNotContain(CODE, CODE.replace("-", ""));
            desk.check(id, false);
            TwoTenants.database().entityManagers().inTransaction(TwoTenants.BETA, null, beta -> {
                assertThat(new RosterImports(beta).find(id)).isEmpty();
                return true;
            });
        });
    }

    @Test
    void the_choice_of_columns_is_remembered_for_files_with_the_same_header() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            String file = "A;B;C;D\nAnna;Šķēle;02.03.2008.;5.a\n";
            var id = desk.send(file);
            assertThat(java.util.Objects.requireNonNull(desk.one(id).mapping()).isComplete()).isFalse();
            Mapping chosen = new Mapping(java.util.Map.of(RosterField.GIVEN_NAME, 0, RosterField.FAMILY_NAME, 1,
                    RosterField.BIRTH_DATE, 2, RosterField.CLASS_NAME, 3));
            new RosterImports(town.entities()).understood(desk.one(id), chosen, false);
            assertThat(desk.one(desk.send(file)).mapping()).isEqualTo(chosen);
            assertThat(desk.one(desk.send("A;B;C;E\nAnna;Šķēle;02.03.2008.;5.a\n")).mapping()).isNotEqualTo(chosen);
        });
    }

    private static void refused(RosterProblem problem, Runnable act) {
        assertThatExceptionOfType(Refused.class).isThrownBy(act::run)
            .satisfies(refused -> assertThat(refused.type()).isEqualTo(problem));
    }

    private static List<Learner> learners(Town town) {
        return town.entities().createQuery("select l from Learner l", Learner.class).getResultList();
    }

    private static long rows(Town town, String table) {
        return number(town, "select count(*) from " + table);
    }

    private static String emails(Town town) {
        return town.entities()
            .createNativeQuery("select coalesce(string_agg(email, ',' order by email), '') from learner")
            .getSingleResult()
            .toString();
    }

    private static long logged(Town town) {
        return number(town, "select sum(version) from learner");
    }

    private static long logged(Town town, List<String> tables) {
        return tables.stream().mapToLong(table -> rows(town, table)).sum();
    }

    private static long number(Town town, String sql) {
        Object found = town.entities().createNativeQuery(sql).getSingleResult();
        return found == null ? 0 : ((Number) found).longValue();
    }
}
