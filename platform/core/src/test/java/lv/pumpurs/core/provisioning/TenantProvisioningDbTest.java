package lv.pumpurs.core.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import lv.pumpurs.core.catalogue.CataloguesAndSchools;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.migration.SetUpCheck;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantProvisioningDbTest {

    private static final TwoTenants DATABASE = TwoTenants.database();

    private final Aliases aliases = new Aliases();

    @TempDir
    Path folder;

    /** The identity provider: knows names, and can be out of order. */
    private static final class Aliases implements Organisations {

        private final List<String> known = new ArrayList<>();
        private boolean broken;

        @Override
        public boolean ensure(String alias, String name) {
            if (broken) {
                throw new IllegalStateException("the identity provider does not answer");
            }
            return !known.contains(alias) && known.add(alias);
        }

        @Override
        public void ensureMember(String alias, String email, String given, String family, @Nullable String password) {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeAll
    static void the_nation() throws SQLException {
        new NationProvisioning(DATABASE.provisioner(), new CataloguesAndSchools()).apply();
    }

    @Test
    void the_nation_made_again_changes_nothing() throws Exception {
        assertThat(new NationProvisioning(DATABASE.provisioner(), new CataloguesAndSchools()).apply()).isFalse();
    }

    @Test
    void a_file_makes_a_tenant_and_a_second_time_changes_nothing() throws Exception {
        TenantFile file = file("gamma", "Gammas novads");
        ProvisioningReport first = provisioning().apply(file);
        assertThat(first.steps()).allSatisfy(step -> assertThat(step.changed()).isTrue());
        assertThat(look("SELECT state FROM nation.tenant WHERE slug = 'gamma'")).containsExactly("ACTIVE");
        assertThat(look("SELECT count(*)::text FROM t_gamma.risk")).isNotEqualTo(List.of("0"));
        List<String> before = look(traces("gamma"));

        ProvisioningReport second = provisioning().apply(file);
        assertThat(second.changed()).isFalse();
        assertThat(second.sentence()).isEqualTo("gamma: nothing to change");
        assertThat(look(traces("gamma"))).isEqualTo(before);
        assertThat(new SetUpCheck(DATABASE.app()).faults()).isEmpty();
    }

    @Test
    void a_run_that_broke_goes_on_and_opens_the_tenant_only_at_the_end() throws Exception {
        TenantFile file = file("delta", "Deltas novads");
        aliases.broken = true;
        assertThatThrownBy(() -> provisioning().apply(file)).hasMessageContaining("does not answer");
        assertThat(look("SELECT state FROM nation.tenant WHERE slug = 'delta'")).containsExactly("PROVISIONING");
        assertThat(look("SELECT step || ' ' || s.state FROM nation.provisioning_step s JOIN nation.tenant t"
                + " ON t.id = tenant_id WHERE slug = 'delta' ORDER BY at"))
            .last()
            .isEqualTo("ORGANISATION STARTED");

        aliases.broken = false;
        ProvisioningReport resumed = provisioning().apply(file);
        assertThat(resumed.sentence()).isEqualTo("delta: organisation made, opened");
        assertThat(look("SELECT state FROM nation.tenant WHERE slug = 'delta'")).containsExactly("ACTIVE");
    }

    @Test
    void a_changed_file_changes_what_it_says_and_the_tenant_stays_open() throws Exception {
        provisioning().apply(file("zeta", "Zetas novads"));
        ProvisioningReport renamed = provisioning().apply(file("zeta", "Zetas pilsēta"));
        assertThat(renamed.steps()).filteredOn(ProvisioningReport.Step::changed)
            .extracting(ProvisioningReport.Step::name)
            .containsExactly(ProvisioningStep.REGISTRATION, ProvisioningStep.OPENING);
        assertThat(look("SELECT name || ' ' || state FROM nation.tenant WHERE slug = 'zeta'"))
            .containsExactly("Zetas pilsēta ACTIVE");
    }

    @Test
    void two_runs_at_once_do_not_mix() throws Exception {
        try (Connection other = DATABASE.provisioner().getConnection(); Statement lock = other.createStatement()) {
            lock.execute("SELECT pg_advisory_lock(7186774)");
            assertThatThrownBy(() -> provisioning().apply(file("theta", "Tetas novads")))
                .hasMessageContaining("another run");
        }
    }

    @Test
    void the_three_municipalities_can_be_applied() throws Exception {
        for (TenantFile file : TenantFiles.readAll(Path.of("../../tenants"))) {
            assertThat(provisioning().apply(file).changed()).isTrue();
            assertThat(provisioning().apply(file).changed()).isFalse();
        }
        assertThat(look("SELECT count(*)::text FROM t_rezekne.school")).containsExactly("7");
        assertThat(look("SELECT count(*)::text FROM t_rezekne.published_figure")).containsExactly("13");
        assertThat(look("SELECT atvk_code FROM nation.tenant WHERE slug = 'lubana'")).containsExactly("null");
    }

    private TenantProvisioning provisioning() {
        return new TenantProvisioning(DATABASE.provisioner(), aliases, new CataloguesAndSchools(), TwoTenants.plugins(),
                InstantSource.system());
    }

    private TenantFile file(String slug, String name) throws Exception {
        return TenantFiles.read(Files.writeString(folder.resolve(slug + ".yaml"), """
                slug: %1$s
                name: %2$s
                kind: MUNICIPALITY
                locale: lv
                programmes: [PUMPURS]
                schools:
                  - key: only
                    name: %1$s skola
                    kind: VIDUSSKOLA
                    participation: []
                """.formatted(slug, name)));
    }

    /** Versions of every row that a second run could have touched. */
    private static String traces(String slug) {
        return """
                SELECT xmin::text || file_digest FROM nation.tenant WHERE slug = '%1$s'
                UNION ALL SELECT s.xmin::text || step FROM nation.provisioning_step s
                  JOIN nation.tenant t ON t.id = tenant_id WHERE slug = '%1$s'
                UNION ALL SELECT xmin::text || code FROM t_%1$s.risk
                UNION ALL SELECT xmin::text || name FROM t_%1$s.school
                UNION ALL SELECT xmin::text || relname || relacl::text FROM pg_class
                  WHERE relnamespace = 't_%1$s'::regnamespace AND relkind IN ('r', 'v')
                UNION ALL SELECT xmin::text || rolname FROM pg_authid
                  WHERE rolname ~ '%1$s'
                ORDER BY 1""".formatted(slug);
    }

    private static List<String> look(String query) throws SQLException {
        try (Connection connection = DATABASE.superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
            return found;
        }
    }
}
