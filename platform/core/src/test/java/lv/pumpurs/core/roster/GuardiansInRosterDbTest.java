package lv.pumpurs.core.roster;

import static lv.pumpurs.core.roster.Registered.guardians;
import static lv.pumpurs.core.roster.Registered.run;
import static lv.pumpurs.core.roster.Registered.number;
import static lv.pumpurs.core.roster.Registered.entered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.Guardian;
import lv.pumpurs.core.roster.RosterImport.People;
import lv.pumpurs.spi.Refused;
import org.junit.jupiter.api.Test;

/** What an import makes of the guardians whom its rows name. */
class GuardiansInRosterDbTest {

    private static final String HEADER = "Vārds;Uzvārds;Dzimšanas datums;Klase;Māte;Mātes e-pasts;Mātes tālrunis;Tēvs;"
            + "Tēva e-pasts;Tēva saistība\n";
    private static final String ANNA = "Anna;Ozola;01.03.2009.;5.a;";
    private static final String JURIS = "Juris;Ozols;02.04.2010.;4.a;";

    @Test
    void guardians_come_with_the_learner_stand_until_the_eighteenth_birthday_and_nobody_is_invited() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            UUID id = desk.check(HEADER + ANNA + "Ilze Ozola;ILZE@pasts.test;29 123 456;Jānis Ozols;;aizbildnis\n");
            assertThat(desk.findings(id)).isEmpty();
            assertThat(desk.one(id).counts().people()).isEqualTo(new People(2, 0, 2, 0));
            desk.apply(id);
            assertThat(guardians(town)).containsExactly(
                    "Ilze Ozola ilze@pasts.test +37129123456 PARENT of Anna 2020-10-15-2027-02-28",
                    "Jānis Ozols - - GUARDIAN of Anna 2020-10-15-2027-02-28");
            assertThat(number(town, "select count(*) from invitation")).isZero();
            assertThat(number(town, "select count(*) from roster_guardian")).isZero();
        });
    }

    @Test
    void the_same_file_twice_changes_nothing() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            String file = HEADER + ANNA + "Ilze Ozola;ilze@pasts.test;29123456;Jānis Ozols;;\n" + JURIS
                    + "Ilze Ozola;ilze@pasts.test;;Jānis Ozols;;\n";
            desk.bring(file);
            List<String> before = guardians(town);
            String told = staged(town);
            UUID again = desk.check(file);
            assertThat(desk.findings(again)).isEmpty();
            assertThat(desk.one(again).counts().people()).isEqualTo(new People(0, 0, 0, 0));
            desk.apply(again);
            assertThat(guardians(town)).isEqualTo(before);
            assertThat(staged(town)).isEqualTo(told);
        });
    }

    @Test
    void two_learners_with_the_same_address_have_one_guardian_and_with_the_same_name_two() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            UUID id = desk.bring(HEADER + ANNA + "Ilze Ozola;ilze@pasts.test;;Jānis Ozols;;\n" + JURIS
                    + "Ilze Ozola;ilze@pasts.test;;Jānis Ozols;;\n");
            assertThat(desk.one(id).counts().people()).isEqualTo(new People(3, 0, 4, 0));
            assertThat(number(town, "select count(*) from guardian where given_name = 'Ilze'")).isOne();
            assertThat(number(town, "select count(*) from guardian where given_name = 'Jānis'")).isEqualTo(2);
        });
    }

    @Test
    void one_guardian_is_met_again_beyond_the_rows_that_are_checked_at_once() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            StringBuilder file = new StringBuilder(HEADER + ANNA + "Ilze Ozola;ilze@pasts.test;;;;\n");
            for (int i = 0; i < 1_100; i++) {
                file.append("Zane ")
                    .append((char) ('a' + i / 676))
                    .append((char) ('a' + i / 26 % 26))
                    .append((char) ('a' + i % 26))
                    .append(";Liepa;01.01.2009.;5.b;;;;;;\n");
            }
            file.append(JURIS).append("Ilze Ozola-Liepa;ilze@pasts.test;;;;\n");
            UUID id = desk.check(file.toString());
            assertThat(desk.findings(id)).containsExactly("1103:4:GUARDIAN_DIFFERS");
            assertThat(desk.one(id).counts().people()).isEqualTo(new People(1, 0, 2, 0));
            desk.apply(id);
            assertThat(guardians(town)).hasSize(2).allMatch(line -> line.startsWith("Ilze Ozola ilze@pasts.test"));
        });
    }

    @Test
    void who_came_by_an_import_is_changed_by_the_next_one() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            desk.bring(HEADER + ANNA + "Ilze Ozola;;29123456;;;\n");
            UUID id = desk.check(HEADER + ANNA + "Ilze Ozola;ilze@pasts.test;29123457;;;\n");
            assertThat(desk.findings(id)).isEmpty();
            assertThat(desk.one(id).counts().people()).isEqualTo(new People(0, 1, 0, 0));
            desk.apply(id);
            assertThat(guardians(town)).containsExactly(
                    "Ilze Ozola ilze@pasts.test +37129123457 PARENT of Anna 2020-10-15-2027-02-28");
            desk.bring(HEADER + ANNA + "Ilze Liepa;ilze@pasts.test;;;;\n");
            assertThat(guardians(town)).containsExactly(
                    "Ilze Liepa ilze@pasts.test +37129123457 PARENT of Anna 2020-10-15-2027-02-28");
        });
    }

    @Test
    void whom_a_person_has_changed_since_stays_and_the_difference_is_told() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            desk.bring(HEADER + ANNA + "Ilze Ozola;ilze@pasts.test;29123456;;;\n");
            run(town, "update guardian set phone = '+37126000000'");
            UUID id = desk.check(HEADER + ANNA + "Ilze Ozole;ilze@pasts.test;29123456;;;\n");
            assertThat(desk.findings(id)).containsExactly("2:4:GUARDIAN_DIFFERS", "2:6:GUARDIAN_DIFFERS");
            assertThat(desk.one(id).counts().people()).isEqualTo(new People(0, 0, 0, 0));
            desk.apply(id);
            assertThat(guardians(town)).containsExactly(
                    "Ilze Ozola ilze@pasts.test +37126000000 PARENT of Anna 2020-10-15-2027-02-28");
        });
    }

    @Test
    void who_was_entered_here_is_found_by_name_among_the_learners_own_and_left_as_it_is() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            desk.bring("Vārds;Uzvārds;Dzimšanas datums;Klase\nAnna;Ozola;01.03.2009.;5.a\n");
            entered(town, "Ilze", "Ozola", "ilze@pasts.test");
            UUID id = desk.check(HEADER + ANNA + "Ilze Ozola;cita@pasts.test;29123456;;;\n");
            assertThat(desk.findings(id)).containsExactly("2:5:GUARDIAN_DIFFERS", "2:6:GUARDIAN_DIFFERS");
            desk.apply(id);
            assertThat(guardians(town)).containsExactly("Ilze Ozola ilze@pasts.test - PARENT of Anna 2019-09-01-");
        });
    }

    @Test
    void an_address_to_which_an_invitation_went_is_changed_by_no_import() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            desk.bring(HEADER + ANNA + "Ilze Ozola;ilze@pasts.test;;;;\n");
            run(town, "insert into invitation select id, 'MAILED', now() from guardian");
            UUID id = desk.check(HEADER + ANNA + "Ilze Ozola;cita@pasts.test;29123456;;;\n");
            assertThat(desk.findings(id)).containsExactly("2:5:GUARDIAN_DIFFERS");
            desk.apply(id);
            assertThat(guardians(town)).containsExactly(
                    "Ilze Ozola ilze@pasts.test +37129123456 PARENT of Anna 2020-10-15-2027-02-28");
        });
    }

    @Test
    void a_guardianship_that_somebody_ended_even_on_its_first_day_is_not_begun_again() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            String file = HEADER + ANNA + "Ilze Ozola;ilze@pasts.test;;Jānis Ozols;;\n";
            desk.bring(file);
            run(town, "update guardianship set valid_to = '2020-10-15' where guardian_id in"
                    + " (select id from guardian where given_name = 'Ilze')");
            run(town, "delete from guardianship where guardian_id in"
                    + " (select id from guardian where given_name = 'Jānis')");
            UUID id = desk.send(file);
            check(town, desk, id, Desk.TODAY.plusDays(1));
            assertThat(desk.findings(id)).containsExactly("2:4:GUARDIAN_ENDED", "2:7:GUARDIAN_ENDED");
            desk.apply(id);
            assertThat(guardians(town)).hasSize(1);
        });
    }

    @Test
    void nobody_stands_for_an_adult() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            UUID id = desk.bring(HEADER + "Anna;Ozola;15.10.2002.;12.a;Ilze Ozola;ilze@pasts.test;;;;\n"
                    + "Juris;Ozols;16.10.2002.;12.a;Ilze Ozola;ilze@pasts.test;;;;\n");
            assertThat(desk.one(id).counts().people()).isEqualTo(new People(1, 0, 1, 0));
            assertThat(guardians(town)).containsExactly(
                    "Ilze Ozola ilze@pasts.test - PARENT of Juris 2020-10-15-2020-10-15");
        });
    }

    @Test
    void an_address_of_somebody_with_another_name_makes_nobody_a_guardian() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            desk.bring(HEADER + ANNA + "Ilze Ozola;ilze@pasts.test;;;;\n");
            UUID known = desk.check(HEADER + ANNA + ";;;;;\n" + JURIS + "Zane Bērza;ilze@pasts.test;;;;\n");
            assertThat(desk.findings(known)).containsExactly("3:5:GUARDIAN_OTHER");
            assertThat(desk.one(known).counts().people()).isEqualTo(new People(0, 0, 0, 0));
            UUID wrong = desk.check(HEADER + ANNA + "Rita Rute;skola@pasts.test;;;;\n" + JURIS
                    + "Zane Bērza;skola@pasts.test;;;;\n");
            assertThat(desk.findings(wrong)).containsExactly("3:5:GUARDIAN_OTHER!");
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.apply(wrong));
            assertThat(guardians(town)).hasSize(1);
        });
    }

    @Test
    void a_teacher_who_is_a_parent_keeps_the_key_and_nobody_imports_the_own_child() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            var teacher = town.staff("zane@skola.test",
                    lv.pumpurs.core.staff.RolePlace.inSchool(lv.pumpurs.spi.Role.PLAN_AUTHOR, town.home().id()));
            UUID id = desk.check(HEADER + ANNA + "Anna Šķēle;zane@skola.test;;;;\n" + JURIS + "Anna Šķēle;"
                    + town.author().email() + ";;;;\n");
            assertThat(desk.findings(id)).containsExactly("2:4:GUARDIAN_SIGNS_IN", "3:4:GUARDIAN_SELF");
            desk.apply(id);
            assertThat(town.entities().createQuery("select g.id from Guardian g", UUID.class).getResultList())
                .containsExactly(teacher.id());
        });
    }

    @Test
    void what_is_wrong_with_a_guardian_is_told_by_row_and_column_and_keeps_the_file_out() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            UUID id = desk.check(HEADER + ANNA + "Ilze;ilze@;12;Jānis Ozols;;vectēvs\n" + JURIS
                    + ";ilze@pasts.test;;Zane Ozola;ilze@pasts.test;\n" + "Rita;Rute;01.01.2010.;5.a;Zane Rute;;;"
                    + "zane rute;;\n");
            assertThat(desk.findings(id)).containsExactly("2:4:GUARDIAN_NAME!", "2:5:EMAIL_WRONG!", "2:6:PHONE_WRONG!",
                    "3:4:GUARDIAN_NAME!", "4:8:GUARDIAN_TWICE!");
            UUID grandfather = desk.check(HEADER + ANNA + ";;;Jānis Ozols;;vectēvs\n");
            assertThat(desk.findings(grandfather)).containsExactly("2:9:GUARDIAN_RELATION");
            desk.apply(grandfather);
            assertThat(guardians(town)).isEmpty();
        });
    }

    @Test
    void whoever_comes_in_between_the_check_and_the_writing_stops_it() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            desk.bring("Vārds;Uzvārds;Dzimšanas datums;Klase\nAnna;Ozola;01.03.2009.;5.a\n");
            UUID first = desk.check(HEADER + ANNA + "Ilze Ozola;ilze@pasts.test;;;;\n");
            entered(town, "Ilze", "Ozola", "cita@pasts.test");
            stale(() -> desk.apply(first));
            desk.check(first, false);
            desk.apply(first);
            UUID second = desk.check(HEADER + ANNA + "Ilze Ozola;cita@pasts.test;;Jānis Ozols;janis@pasts.test;\n");
            run(town, "insert into staff values (gen_random_uuid(), 'janis@pasts.test', 'Jānis', 'Ozols')");
            stale(() -> desk.apply(second));
            desk.check(second, false);
            desk.apply(second);
            UUID third = desk.check(HEADER + ANNA + ";;;Jānis Ozols;janis@pasts.test;\n");
            desk.apply(third);
            assertThat(guardians(town)).hasSize(2);
        });
    }

    @Test
    void a_change_by_hand_between_the_check_and_the_writing_is_not_overwritten() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            desk.bring(HEADER + ANNA + "Ilze Ozola;ilze@pasts.test;;;;\n");
            UUID id = desk.check(HEADER + ANNA + "Ilze Ozola;ilze@pasts.test;29123456;;;\n");
            run(town, "update guardian set phone = '+37126000000'");
            stale(() -> desk.apply(id));
        });
    }

    private static void check(Town town, Desk desk, UUID id, LocalDate day) {
        new RosterImporting(town.entities(), new RosterImports(town.entities()), Desk.VAULT,
                new lv.pumpurs.core.roster.file.Limits(10_000_000, 50_000_000, 200_000))
            .check(id, day, rows -> {});
        assertThat(desk.one(id).state()).isEqualTo(RosterImport.State.CHECKED);
    }

    private static void stale(Runnable act) {
        assertThatExceptionOfType(Refused.class).isThrownBy(act::run)
            .satisfies(refused -> assertThat(refused.type()).isEqualTo(RosterProblem.STALE));
    }

    /** What is remembered of earlier imports. */
    private static String staged(Town town) {
        return (String) town.entities().createNativeQuery("""
                select (select string_agg(cast(g as text), ',' order by g.guardian_id) from imported_guardian g)
                  || (select string_agg(cast(h as text), ',' order by h.learner_id, h.guardian_id)
                      from imported_guardianship h)""").getSingleResult();
    }
}
