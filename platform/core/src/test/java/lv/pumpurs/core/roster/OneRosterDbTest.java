package lv.pumpurs.core.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.personalcode.PersonalCode;
import lv.pumpurs.core.roster.file.Files;
import lv.pumpurs.spi.ProblemType;
import lv.pumpurs.spi.Refused;
import org.junit.jupiter.api.Test;

/** A OneRoster zip becomes the same import as a CSV file. */
class OneRosterDbTest {

    private static final String SECOND = "propertyName,value\noneroster.version,1.2\nfile.users,bulk\n";

    @Test
    void students_come_with_the_class_of_their_home_room_and_teachers_do_not() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            var id = check(desk, Map.of());
            assertThat(desk.findings(id)).isEmpty();
            desk.apply(id);
            assertThat(desk.register()).containsExactly("Jānis Ozols *2008-03-02 6.b 2020/2021 2020-09-01-",
                    "Anna Šķēle *2009-03-01 5.a 2020/2021 2020-09-01-");
            assertThat(desk.counts(check(desk, Map.of()))).isEqualTo("0 new, 0 changed, 2 unchanged");
        });
    }

    @Test
    void in_version_1_2_the_roles_are_a_table_of_their_own() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            var id = check(desk, Map.of("manifest.csv", SECOND, "users.csv", """
                    sourcedId,status,enabledUser,givenName,familyName,identifier
                    u1,active,true,Anna,Šķēle,
                    u2,active,true,Jānis,Ozols,
                    """, "roles.csv", """
                    sourcedId,status,userSourcedId,roleType,role,orgSourcedId
                    r1,active,u1,primary,student,o1
                    r2,active,u2,primary,teacher,o1
                    """));
            assertThat(desk.counts(id)).isEqualTo("1 new, 0 changed, 0 unchanged");
        });
    }

    @Test
    void a_student_without_a_clear_class_is_a_problem_of_the_row() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            var id = check(desk, Map.of("enrollments.csv", """
                    sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role
                    e1,active,c1,o1,u1,student
                    e2,active,c2,o1,u1,student
                    e3,tobedeleted,c2,o1,u2,student
                    """));
            assertThat(desk.findings(id)).containsExactly("2:4:SEVERAL_CLASSES!", "3:4:NO_CLASS!");
        });
    }

    @Test
    void a_personal_code_is_found_as_identifier_and_serves_as_key_without_being_kept() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            String code = PersonalCode.neverIssued(LocalDate.of(2009, 3, 1), 102).digits();
            var id = check(desk, Map.of("users.csv", "sourcedId,orgSourcedIds,role,givenName,familyName,identifier\n"
                    + code + ",o1,student,Anna,Šķēle," + code + "\n", "enrollments.csv",
                    "sourcedId,classSourcedId,userSourcedId,role\ne1,c1," + code + ",student\n", "demographics.csv",
                    ""));
            assertThat(desk.findings(id)).isEmpty();
            assertThat(desk.counts(id)).isEqualTo("1 new, 0 changed, 0 unchanged");
            desk.apply(id);
            assertThat(town.entities()
                .createQuery("select l from Learner l", lv.pumpurs.core.learner.Learner.class)
                .getSingleResult()
                .personalCode(Desk.VAULT, TwoTenants.ALFA)
                .orElseThrow()
                .digits()).isEqualTo(code);
        });
    }

    @Test
    void another_school_or_another_year_is_refused() {
        Town.in(TwoTenants.ALFA, town -> {
            Desk desk = new Desk(town);
            refused(RosterProblem.OTHER_SCHOOL, desk, Map.of("orgs.csv", """
                    sourcedId,name,type
                    o1,Viena skola,school
                    o2,Otra skola,school
                    """));
            refused(RosterProblem.OTHER_YEAR, desk, Map.of("academicSessions.csv", """
                    sourcedId,title,type,startDate,endDate
                    y1,2021/2022,schoolYear,2021-09-01,2022-05-31
                    """));
            refused(lv.pumpurs.core.roster.file.RosterFileProblem.EMPTY, desk, Map.of("users.csv", """
                    sourcedId,role,givenName,familyName
                    u1,teacher,Anna,Šķēle
                    """));
        });
    }

    private static UUID check(Desk desk, Map<String, String> changed) {
        UUID id = desk.send(new ByteArrayInputStream(Files.oneRoster(changed)));
        desk.check(id, false);
        return id;
    }

    private static void refused(ProblemType problem, Desk desk, Map<String, String> changed) {
        assertThatExceptionOfType(Refused.class)
            .isThrownBy(() -> desk.send(new ByteArrayInputStream(Files.oneRoster(changed))))
            .satisfies(refused -> assertThat(refused.type()).isEqualTo(problem));
    }
}
