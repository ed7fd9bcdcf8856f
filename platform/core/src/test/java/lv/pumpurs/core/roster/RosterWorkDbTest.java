package lv.pumpurs.core.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.roster.RosterImport.State;
import lv.pumpurs.core.roster.file.Limits;
import lv.pumpurs.core.school.School;
import lv.pumpurs.spi.Ids;
import org.junit.jupiter.api.Test;

/** Work that breaks off. */
class RosterWorkDbTest {

    private static final String HEADER = "Vārds;Uzvārds;Dzimšanas datums;Klase\n";
    private static final Limits LIMITS = new Limits(10_000_000, 10_000_000, 200_000);

    private static final class Died extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static <T> T in(Function<EntityManager, T> work) {
        return TwoTenants.database().entityManagers().inTransaction(TwoTenants.BETA, null, work);
    }

    private static RosterImporting importing(EntityManager entities) {
        return new RosterImporting(entities, new RosterImports(entities), Desk.VAULT, LIMITS);
    }

    private static RosterImport read(UUID id) {
        return in(entities -> {
            RosterImports imports = new RosterImports(entities);
            return imports.asItIs(imports.find(id).orElseThrow());
        });
    }

    @Test
    void work_whose_server_died_is_told_as_interrupted_left_nothing_and_can_be_done_again() {
        Town.publishCatalogues();
        School school = new School(Ids.next(), null, "Pārtrauktā skola", "VIDUSSKOLA", null);
        UUID id = Ids.next();
        in(entities -> {
            entities.persist(school);
            entities.flush();
            RosterImports imports = new RosterImports(entities);
            imports.begin(id, school.id(), Desk.YEAR, Ids.next(), Instant.EPOCH);
            importing(entities).stage(id, new ByteArrayInputStream(
                    (HEADER + "Anna;Apse;01.03.2009.;5.a\n").getBytes(StandardCharsets.UTF_8)));
            importing(entities).check(id, Desk.TODAY, rows -> {});
            return true;
        });
        try {
            assertThatExceptionOfType(Died.class).isThrownBy(() -> in(dying -> {
                importing(dying).check(id, Desk.TODAY, rows -> told(id, State.CHECKING, rows));
                throw new Died();
            }));
            assertThat(read(id).state()).as("a check that broke off").isEqualTo(State.FAILED);
            in(entities -> {
                importing(entities).check(id, Desk.TODAY, rows -> told(id, State.CHECKING, rows));
                return true;
            });
            assertThatExceptionOfType(Died.class).isThrownBy(() -> in(dying -> {
                importing(dying).apply(id, List.of(), Desk.TODAY, rows -> told(id, State.APPLYING, rows));
                assertThat(read(id).state()).as("while somebody holds it").isEqualTo(State.APPLYING);
                throw new Died();
            }));
            RosterImport interrupted = read(id);
            assertThat(interrupted.state()).isEqualTo(State.FAILED);
            assertThat(interrupted.failure()).isEqualTo("INTERRUPTED");
            assertThat(learners(school)).isZero();
            in(entities -> {
                importing(entities).check(id, Desk.TODAY, rows -> {});
                importing(entities).apply(id, List.of(), Desk.TODAY, rows -> {});
                return true;
            });
            assertThat(read(id).state()).isEqualTo(State.APPLIED);
            assertThat(learners(school)).isOne();
        } finally {
            forget(school, id);
        }
    }

    private static void told(UUID id, State state, int rows) {
        in(teller -> {
            new RosterImports(teller).reached(id, state, rows, null);
            assertThat(new RosterImports(teller).asItIs(new RosterImports(teller).find(id).orElseThrow()).state())
                .as("while somebody works on it")
                .isEqualTo(state);
            return true;
        });
    }

    private static long learners(School school) {
        return in(entities -> ((Number) entities
            .createNativeQuery("select count(*) from enrolment where school_id = ?1")
            .setParameter(1, school.id())
            .getSingleResult()).longValue());
    }

    /** What was committed must not stay for other tests of this JVM. */
    private static void forget(School school, UUID id) {
        in(entities -> {
            new RosterImports(entities).remove(id);
            for (String sql : List.of(
                    "delete from learner where id in (select learner_id from enrolment where school_id = ?1)",
                    "delete from enrolment where school_id = ?1", "delete from roster_mapping where school_id = ?1",
                    "delete from school where id = ?1")) {
                entities.createNativeQuery(sql).setParameter(1, school.id()).executeUpdate();
            }
            return true;
        });
    }
}
