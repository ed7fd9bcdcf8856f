package lv.pumpurs.core.tenancy;

import static lv.pumpurs.core.fixture.TwoTenants.ALFA;
import static lv.pumpurs.core.fixture.TwoTenants.BETA;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Role;
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
    void the_change_log_names_the_person_the_acting_roles_and_both_states() throws Exception {
        UUID actor = Ids.next();
        UUID id = Ids.next();
        Acting acting = new Acting(actor, Set.of(Role.PROVIDER, Role.GUARDIAN), "probe:write");
        entityManagers.inTransaction(BETA, acting, em -> {
            em.persist(new Probe(id, "first"));
            return true;
        });
        rename(id, "second");
        assertThat(ProbeTables.look(TwoTenants.database().superuser(),
                "SELECT concat_ws(' ', act, actor, roles::text, permission, before ->> 'title', after ->> 'title')"
                        + " FROM t_beta.change_log WHERE row_id = '" + id + "' ORDER BY id"))
            .containsExactly("INSERT " + actor + " {PROVIDER,GUARDIAN} probe:write first", "UPDATE first second");
        assertThat(ProbeTables.look(TwoTenants.database().superuser(),
                "SELECT id::text FROM t_alfa.change_log WHERE row_id = '" + id + "'"))
            .isEmpty();
    }

    @Test
    void what_the_platform_does_after_a_person_is_nobodys() throws Exception {
        UUID id = Ids.next();
        entityManagers.inTransaction(BETA, new Acting(Ids.next(), Set.of(Role.PROVIDER), "probe:write"), em -> {
            em.persist(new Probe(id, "first"));
            return true;
        });
        rename(id, "second");
        assertThat(ProbeTables.look(TwoTenants.database().superuser(),
                "SELECT num_nonnulls(actor, roles, permission)::text FROM t_beta.change_log WHERE row_id = '" + id
                        + "' ORDER BY id"))
            .containsExactly("3", "0");
    }

    private void rename(UUID id, String title) {
        entityManagers.inTransaction(BETA, null, em -> {
            em.createQuery("select p from Probe p where p.id = :id", Probe.class)
                .setParameter("id", id)
                .getSingleResult()
                .rename(title);
            return true;
        });
    }
}
