package lv.pumpurs.server;

import static lv.pumpurs.server.PlantedPeople.ADMINISTRATOR;
import static lv.pumpurs.server.PlantedPeople.HERE;
import static lv.pumpurs.server.PlantedPeople.ONE;
import static lv.pumpurs.server.PlantedPeople.OTHER;
import static lv.pumpurs.server.PlantedPeople.guardian;
import static lv.pumpurs.server.PlantedPeople.key;
import static lv.pumpurs.server.PlantedPeople.learner;
import static lv.pumpurs.server.PlantedPeople.rows;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import lv.pumpurs.core.audit.KeptReadings;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.privacy.Contracts;
import lv.pumpurs.core.privacy.DataSubjects;
import lv.pumpurs.core.tenancy.Acting;
import lv.pumpurs.spi.PersonalData.Kind;
import lv.pumpurs.spi.PersonalData.Section;
import lv.pumpurs.spi.PersonalData.Subject;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Those who stood for a learner who is forgotten, and are somebody else besides. */
class ForgottenFamilyDbTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @BeforeEach
    void two_people_of_whom_there_is_something_everywhere() throws SQLException {
        PlantedPeople.remove();
        PlantedPeople.plant();
    }

    @AfterEach
    void and_nothing_of_them_stays_for_other_tests() throws SQLException {
        PlantedPeople.remove();
    }

    /** The same person under one key, as whoever works here and has a child here is. */
    @Test
    void whoever_stood_for_the_learner_and_works_here_goes_on_signing_in() throws SQLException {
        PlantedPeople
            .run("insert into staff values ('" + guardian(ONE) + "', 'strada@privats.test', 'Sanita', 'Strādā')");
        forget();
        assertThat(rows("select state from invitation where id = '" + guardian(ONE) + "'")).containsExactly("MEMBER");
        assertThat(rows("select id::text from guardian where id = '" + guardian(ONE) + "'")).isEmpty();
    }

    @Test
    void a_file_of_another_school_that_names_a_guardian_who_goes_is_put_away() throws SQLException {
        PlantedPeople.run("update roster_guardian set guardian_id = '" + guardian(ONE) + "' where import_id = '"
                + key(0x41 + OTHER, OTHER) + "'");
        forget();
        assertThat(rows("select id::text from roster_import where id = '" + key(0x41 + OTHER, OTHER) + "'")).isEmpty();
    }

    /** Whoever works here and has a child here reads that child's file as its family. */
    @Test
    void a_file_names_nobody_who_read_as_family_though_the_person_works_here() throws SQLException {
        PlantedPeople.run("insert into read_log (person, roles, permission, purposes, learner_id) values ('"
                + key(0x02, 2) + "', '{GUARDIAN}', 'learner:read', '{FAMILY}', '" + learner(ONE) + "')");
        List<Section> told = in(new Acting(guardian(ONE), Set.of(Role.GUARDIAN), "subject:export"),
                em -> new KeptReadings(em).of(new Subject(Kind.LEARNER, Set.of(learner(ONE))), guardian(ONE)));
        assertThat(told.toString()).contains("Aina Autore").doesNotContain("Sanita");
    }

    private static void forget() {
        in(new Acting(ADMINISTRATOR, Set.of(Role.TENANT_ADMIN), "subject:anonymise"),
                em -> new DataSubjects(em, new Contracts(PersonalTables.on(em))).anonymise(learner(ONE), ADMINISTRATOR,
                        "Vecāku iesniegums", NOW));
    }

    private static <T> T in(Acting acting, Function<EntityManager, T> work) {
        return TwoTenants.database().entityManagers().inTransaction(HERE, acting, work);
    }
}
