package lv.pumpurs.core.tenancy;

import static lv.pumpurs.core.fixture.TwoTenants.ALFA;
import static lv.pumpurs.core.fixture.TwoTenants.BETA;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.spi.Ids;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RowsDbTest {

    private final StandaloneEntityManagers entityManagers = TwoTenants.database().entityManagers();

    @BeforeAll
    static void tables() throws SQLException {
        ProbeTables.ensure();
    }

    @Test
    void a_null_uuid_is_written_found_and_compared_as_a_uuid() {
        UUID id = Ids.next();
        entityManagers.inTransaction(ALFA, null, em -> {
            Probe probe = new Probe(id, "t_alfa null");
            em.persist(probe);
            em.flush();
            probe.point(Ids.next(), em.find(Probe.class, ProbeTables.SAME));
            em.flush();
            probe.point(null, null);
            em.flush();
            return true;
        });
        int found = entityManagers.inTransaction(ALFA, null,
                em -> em.createQuery("select p from Probe p where p.other is null and p.parent is null",
                        Probe.class)
                    .getResultList()
                    .size());
        assertThat(found).isEqualTo(2);
    }

    @Test
    void the_change_log_names_the_person_and_both_states() throws Exception {
        UUID actor = Ids.next();
        UUID id = Ids.next();
        entityManagers.inTransaction(BETA, actor, em -> {
            em.persist(new Probe(id, "first"));
            return true;
        });
        entityManagers.inTransaction(BETA, null, em -> {
            em.createQuery("select p from Probe p where p.id = :id", Probe.class)
                .setParameter("id", id)
                .getSingleResult()
                .rename("second");
            return true;
        });
        assertThat(ProbeTables.look(TwoTenants.database().superuser(),
                "SELECT concat_ws(' ', act, actor, before ->> 'title', after ->> 'title') FROM t_beta.change_log"
                        + " WHERE row_id = '" + id + "' ORDER BY id"))
            .containsExactly("INSERT " + actor + " first", "UPDATE first second");
        assertThat(ProbeTables.look(TwoTenants.database().superuser(),
                "SELECT id::text FROM t_alfa.change_log WHERE row_id = '" + id + "'"))
            .isEmpty();
    }
}
