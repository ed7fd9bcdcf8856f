package lv.pumpurs.core.roster;

import static lv.pumpurs.core.roster.Registered.zip;
import static lv.pumpurs.core.roster.Registered.guardians;
import static lv.pumpurs.core.roster.Registered.run;
import static lv.pumpurs.core.roster.Registered.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import lv.pumpurs.core.roster.RosterImport.People;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;
import org.junit.jupiter.api.Test;

/** Guardians as agents of the students of a OneRoster zip, and hostile ones in either kind of file. */
class GuardiansOfZipDbTest {

    private static final String HEADER = "Vārds;Uzvārds;Dzimšanas datums;Klase;Māte;Mātes e-pasts;Mātes tālrunis;Tēvs;"
            + "Tēva e-pasts;Tēva saistība\n";
    private static final String ANNA = "Anna;Ozola;01.03.2009.;5.a;";

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
}
