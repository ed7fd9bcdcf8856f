package lv.pumpurs.core.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.Guardian;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.Relation;
import lv.pumpurs.core.roster.RosterImport.People;
import lv.pumpurs.core.roster.file.Files;
import lv.pumpurs.spi.Ids;
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

    @Test
    void agents_of_a_zip_are_guardians_with_the_key_of_their_system_and_staff_is_only_counted() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            UUID id = zip(desk, Map.of("users.csv", """
                    sourcedId,status,orgSourcedIds,role,givenName,familyName,identifier,email,phone,agentSourcedIds
                    u1,active,o1,student,Anna,Šķēle,,,,"p1,p2,p9"
                    u2,active,o1,student,Jānis,Ozols,,,,"p1,r1,p3,p4"
                    t1,active,o1,teacher,Ilze,Liepa,,ilze@skola.test,,
                    p1,active,o1,parent,Māra,Šķēle,,mara@pasts.test,37129123456,
                    p2,active,o1,guardian,Uldis,Šķēle,,,,
                    p3,tobedeleted,o1,parent,Vecais,Ozols,,,,
                    p4,active,o1,parent,Zane,Ozola,,,,
                    r1,active,o1,relative,Rita,Ozola,,,,
                    """));
            assertThat(desk.findings(id)).containsExactly("2:-1:GUARDIAN_UNKNOWN", "3:-1:GUARDIANS_MORE",
                    "3:18:GUARDIAN_RELATION");
            assertThat(desk.one(id).counts().people()).isEqualTo(new People(2, 0, 3, 1));
            desk.apply(id);
            assertThat(guardians(town)).containsExactly(
                    "Māra Šķēle mara@pasts.test +37129123456 PARENT of Anna 2020-10-15-2027-02-28",
                    "Māra Šķēle mara@pasts.test +37129123456 PARENT of Jānis 2020-10-15-2026-03-01",
                    "Uldis Šķēle - - GUARDIAN of Anna 2020-10-15-2027-02-28");
            UUID again = zip(desk, Map.of("users.csv", """
                    sourcedId,status,orgSourcedIds,role,givenName,familyName,email,agentSourcedIds
                    u1,active,o1,student,Anna,Šķēle,,"p2"
                    p2,active,o1,guardian,Ulvis,Bērzs,uldis@pasts.test,
                    """));
            assertThat(desk.one(again).counts().people()).as("found by the key").isEqualTo(new People(0, 1, 0, 0));
        });
    }

    @Test
    void in_version_1_2_the_role_of_an_agent_is_in_the_other_table_and_a_code_as_key_is_kept_nowhere() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            String code = lv.pumpurs.core.personalcode.PersonalCode.neverIssued(LocalDate.of(1980, 3, 1), 7).digits();
            UUID id = zip(desk, Map.of("manifest.csv", "propertyName,value\noneroster.version,1.2\nfile.users,bulk\n",
                    "users.csv", """
                            sourcedId,status,enabledUser,givenName,familyName,identifier,sms,agentSourcedIds
                            u1,active,true,Anna,Šķēle,,,"{code},p2"
                            {code},active,true,Māra,Šķēle,{code},29123456,
                            p2,active,true,Uldis,Šķēle,,,
                            """.replace("{code}", code),
                    "roles.csv", """
                            sourcedId,status,userSourcedId,roleType,role,orgSourcedId
                            r1,active,u1,primary,student,o1
                            r2,active,{code},secondary,parent,o1
                            r3,active,{code},primary,teacher,o1
                            """.replace("{code}", code)));
            assertThat(desk.findings(id)).containsExactly("2:18:GUARDIAN_RELATION");
            assertThat(desk.one(id).counts().people()).isEqualTo(new People(1, 0, 1, 1));
            desk.apply(id);
            assertThat(guardians(town))
                .containsExactly("Māra Šķēle - +37129123456 PARENT of Anna 2020-10-15-2027-02-28");
            assertThat(number(town, "select count(*) from imported_guardian_key")).isZero();
        });
    }

    @Test
    void the_same_key_at_another_school_is_somebody_else_unless_the_name_is_the_same() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            UUID other = town.school("Cita skola").id();
            town.entities();
            UUID stranger = Ids.next();
            UUID mother = Ids.next();
            run(town, "insert into guardian values ('" + stranger + "', null, 'Svešā', 'Persona'), ('" + mother
                    + "', null, 'Māra', 'Šķēle')");
            run(town, "insert into imported_guardian_key values ('" + other + "', 'p1', '" + stranger + "'), ('" + other
                    + "', 'p2', '" + mother + "')");
            UUID id = zip(desk, Map.of("users.csv", """
                    sourcedId,status,orgSourcedIds,role,givenName,familyName,agentSourcedIds
                    u1,active,o1,student,Anna,Šķēle,"p1,p2"
                    p1,active,o1,parent,Uldis,Šķēle,
                    p2,active,o1,parent,Māra,Šķēle,
                    """));
            assertThat(desk.one(id).counts().people()).isEqualTo(new People(1, 0, 2, 0));
            desk.apply(id);
            assertThat(number(town, "select count(*) from guardianship where guardian_id = '" + mother + "'")).isOne();
            assertThat(number(town, "select count(*) from guardianship where guardian_id = '" + stranger + "'"))
                .isZero();
        });
    }

    @Test
    void a_zip_of_a_whole_municipality_gives_a_school_its_own_guardians() {
        StringBuilder users = new StringBuilder("sourcedId,orgSourcedIds,role,givenName,familyName,agentSourcedIds\n");
        StringBuilder enrolments = new StringBuilder("classSourcedId,userSourcedId,role\n");
        for (int i = 0; i < 12_000; i++) {
            String org = i < 1_000 ? "o1" : "o2";
            users.append("s%d,%s,student,Anna,Ozola,\"m%d,f%d\"\n".formatted(i, org, i, i));
            users.append("m%d,%s,parent,Ilze,Ozola,\nf%d,%s,parent,Juris,Ozols,\n".formatted(i, org, i, org));
            enrolments.append("%s,s%d,student\n".formatted(i < 1_000 ? "c1" : "c9", i));
        }
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            UUID id = zip(desk, Map.of("users.csv", users.toString(), "enrollments.csv", enrolments.toString(),
                    "demographics.csv", IntStream.range(0, 1_000)
                        .mapToObj(i -> "s%d,%s\n".formatted(i, LocalDate.of(2008, 1, 1).plusDays(i)))
                        .collect(Collectors.joining("", "sourcedId,birthDate\n", ""))));
            assertThat(desk.findings(id)).isEmpty();
            assertThat(desk.one(id).counts().people()).isEqualTo(new People(2_000, 0, 2_000, 0));
        });
    }

    @Test
    void whatever_stands_in_the_columns_of_guardians_is_told_or_written_and_breaks_nothing() {
        List<String> hostile = List.of("", " ", "Ilze Ozola", "Ozola, Ilze", "ilze@pasts.test", "=cmd()", "';--", "{}",
                "[\"x\"]", "\\", "\u202e", "010310-21231", "37129123456", "+37129123456", "29123456", "p1,p1", ",,",
                "#", "%", "?1", "x".repeat(1_900), "māte", "null");
        Random random = new Random(27);
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            for (int round = 0; round < 12; round++) {
                StringBuilder csv = new StringBuilder(HEADER);
                StringBuilder users = new StringBuilder(
                        "sourcedId,orgSourcedIds,role,givenName,familyName,email,phone,agentSourcedIds\n");
                for (int row = 0; row < 20; row++) {
                    String[] cells = random.ints(7, 0, hostile.size()).mapToObj(hostile::get).toArray(String[]::new);
                    csv.append(ANNA.replace("Anna", "Anna " + (char) ('a' + row)));
                    csv.append(Stream.of(cells).limit(6).map(cell -> quoted(cell)).collect(Collectors.joining(";")));
                    csv.append('\n');
                    users.append("p").append(row).append(",o1,parent,");
                    users.append(Stream.of(cells).limit(5).map(cell -> quoted(cell)).collect(Collectors.joining(",")));
                    users.append("\nu1,o1,student,Anna,Ozola,,,").append(quoted(cells[5] + ",p" + row + ",u1"));
                    users.append('\n');
                }
                settle(desk, desk.check(csv.toString()));
                settle(desk, zip(desk, Map.of("users.csv", users.toString())));
            }
            assertThat(number(town, "select count(*) from guardian where email like '%010310%'")).isZero();
        });
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** Written if nothing serious was found, and refused as a whole if there was. */
    private static void settle(Desk desk, UUID id) {
        if (desk.findings(id).stream().noneMatch(finding -> finding.endsWith("!"))) {
            desk.apply(id);
        } else {
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.apply(id));
        }
    }

    private static UUID zip(Desk desk, Map<String, String> changed) {
        UUID id = desk.send(new ByteArrayInputStream(Files.oneRoster(changed)));
        desk.check(id, false);
        return id;
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

    private static void entered(Town town, String given, String family, String email) {
        Guardian guardian = new Guardian(Ids.next(), email, given, family);
        Learner child = town.entities().createQuery("select l from Learner l", Learner.class).getSingleResult();
        guardian.represent(child.id(), Relation.PARENT, LocalDate.of(2019, 9, 1));
        town.entities().persist(guardian);
        town.entities();
        town.entities().clear();
    }

    private static List<String> guardians(Town town) {
        List<?> rows = town.entities().createNativeQuery("""
                select g.given_name || ' ' || g.family_name || ' ' || coalesce(g.email, '-') || ' ' ||
                  coalesce(g.phone, '-') || ' ' || h.relation || ' of ' || l.given_name || ' ' || h.valid_from || '-'
                  || coalesce(cast(h.valid_to as text), '')
                from guardian g join guardianship h on h.guardian_id = g.id join learner l on l.id = h.learner_id
                order by g.given_name, g.family_name, l.given_name""").getResultList();
        return rows.stream().map(String.class::cast).toList();
    }

    /** What is remembered of earlier imports. */
    private static String staged(Town town) {
        return (String) town.entities().createNativeQuery("""
                select (select string_agg(cast(g as text), ',' order by g.guardian_id) from imported_guardian g)
                  || (select string_agg(cast(h as text), ',' order by h.learner_id, h.guardian_id)
                      from imported_guardianship h)""").getSingleResult();
    }

    private static void run(Town town, String sql) {
        assertThat(town.entities().createNativeQuery(sql).executeUpdate()).isPositive();
    }

    private static long number(Town town, String sql) {
        return ((Number) town.entities().createNativeQuery(sql).getSingleResult()).longValue();
    }
}
