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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lv.pumpurs.core.catalogue.CataloguesAndSchools;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.migration.FailureReason;
import lv.pumpurs.core.migration.SetUpCheck;
import lv.pumpurs.core.migration.WorkLock;
import lv.pumpurs.spi.Plugin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantProvisioningDbTest {

    private static final TwoTenants DATABASE = TwoTenants.database();

    /** The first is there so that the tenants' files can name it, and has no tables; the second has. */
    private record Named(String id) implements Plugin {}

    private final Aliases aliases = new Aliases();

    @TempDir
    Path folder;

    /** The identity provider: knows names, and can be out of order. */
    private static final class Aliases implements Organisations {

        private final List<String> known = new ArrayList<>();
        private final List<String> members = new ArrayList<>();
        private final List<String> mails = new ArrayList<>();
        private boolean sendsMail;
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
            assertThat(password).isNull();
            if (!members.contains(alias + " " + email)) {
                members.add(alias + " " + email);
            }
        }

        @Override
        public boolean invite(String email) {
            return sendsMail && mails.add(email);
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
        assertThat(first.steps()).allSatisfy(step -> assertThat(step.changed())
            .isEqualTo(step.name() != ProvisioningStep.INVITATION));
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
        assertThatThrownBy(() -> provisioning().apply(file)).isInstanceOf(StepFailed.class)
            .hasMessageContaining("step ORGANISATION failed: IDENTITY_PROVIDER");
        assertThat(look("SELECT state FROM nation.tenant WHERE slug = 'delta'")).containsExactly("PROVISIONING");
        assertThat(look("SELECT step || ' ' || s.state FROM nation.provisioning_step s JOIN nation.tenant t"
                + " ON t.id = tenant_id WHERE slug = 'delta' ORDER BY at"))
            .last()
            .isEqualTo("ORGANISATION FAILED");

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
    void a_name_that_the_file_corrects_is_corrected_in_the_schools_history_too() throws Exception {
        provisioning().apply(file("omega", "Omegas novads"));
        Path path = folder.resolve("omega.yaml");
        provisioning().apply(TenantFiles.read(
                Files.writeString(path, Files.readString(path).replace("omega skola", "Omegas skola"))));
        assertThat(look("SELECT s.name || ', ' || n.name FROM t_omega.school s JOIN t_omega.school_name n"
                + " ON n.school_id = s.id"))
            .containsExactly("Omegas skola, Omegas skola");
    }

    @Test
    void a_second_run_on_the_same_tenant_is_refused_and_stands_in_nobodys_way_afterwards() throws Exception {
        TenantFile theta = file("theta", "Tetas novads");
        WorkLock.onTenant(DATABASE.provisioner(), "theta", kept -> {
            assertThatThrownBy(() -> provisioning().apply(theta)).isInstanceOf(SQLException.class)
                .extracting(refused -> ((SQLException) refused).getSQLState())
                .isEqualTo(FailureReason.LOCK_NOT_AVAILABLE);
            return true;
        });
        assertThat(provisioning().apply(theta).changed()).isTrue();
    }

    @Test
    void eight_tenants_can_be_made_at_the_same_time() throws Exception {
        List<TenantFile> files = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            files.add(file("par-" + i, "Novads " + i));
        }
        try (ExecutorService side = Executors.newFixedThreadPool(files.size())) {
            List<Future<ProvisioningReport>> running = files.stream()
                .map(one -> side.submit(() -> provisioning().apply(one)))
                .toList();
            for (Future<ProvisioningReport> one : running) {
                assertThat(one.get().changed()).isTrue();
            }
        }
        assertThat(look("SELECT count(*)::text FROM nation.tenant WHERE slug ~ '^par-' AND state = 'ACTIVE'"))
            .containsExactly("8");
        assertThat(new SetUpCheck(DATABASE.app()).faults()).isEmpty();
    }

    @Test
    void the_first_administrators_are_invited_once() throws Exception {
        aliases.sendsMail = true;
        TenantFile file = administered("iota", "Anna@Iota.lv");
        assertThat(provisioning().apply(file).sentence()).endsWith("administrators invited, opened");
        assertThat(aliases.members).containsExactly("iota Anna@Iota.lv");
        assertThat(aliases.mails).containsExactly("Anna@Iota.lv");
        assertThat(look("SELECT email || ' ' || family_name || ' ' || role FROM t_iota.staff s JOIN t_iota.staff_role r"
                + " ON r.staff_id = s.id"))
            .containsExactly("anna@iota.lv Šķēle TENANT_ADMIN");
        assertThat(look("SELECT administrators::text FROM nation.tenant_file f JOIN nation.tenant t"
                + " ON t.id = f.tenant_id WHERE slug = 'iota'"))
            .containsExactly("null");

        assertThat(provisioning().apply(file).changed()).isFalse();
        assertThat(aliases.mails).hasSize(1);
    }

    @Test
    void whoever_got_no_mail_is_counted() throws Exception {
        ProvisioningReport report = provisioning().apply(administered("kappa", "anna@kappa.lv"));
        assertThat(report.sentence()).contains("administrators invited (1 without a mail: none can be sent)");
        assertThat(look("SELECT reason || ' ' || reason_detail FROM nation.provisioning_step s JOIN nation.tenant t"
                + " ON t.id = tenant_id WHERE slug = 'kappa' AND step = 'INVITATION' AND s.state = 'DONE'"))
            .containsExactly("NO_MAIL 1");
    }

    @Test
    void a_person_who_is_there_keeps_name_and_roles_and_a_role_that_was_ended_stays_ended() throws Exception {
        provisioning().apply(file("lambda", "Lambdas novads"));
        superuser("INSERT INTO t_lambda.staff VALUES (gen_random_uuid(), 'anna@lambda.lv', 'Anna', 'Agrāka'),"
                + " (gen_random_uuid(), 'olga@lambda.lv', 'Olga', 'Ozola');"
                + " INSERT INTO t_lambda.staff_role (id, staff_id, role, valid_from, valid_to) SELECT gen_random_uuid(),"
                + " id, 'TENANT_ADMIN', '2026-01-01', '2026-06-30' FROM t_lambda.staff WHERE given_name = 'Olga';"
                + " INSERT INTO t_lambda.staff_role (id, staff_id, role, valid_from) SELECT gen_random_uuid(), id,"
                + " 'TENANT_COORDINATOR', '2026-01-01' FROM t_lambda.staff WHERE given_name = 'Anna'");
        TenantFile both = administered("lambda", "anna@lambda.lv", "olga@lambda.lv");
        provisioning().apply(both);
        provisioning().apply(both);
        assertThat(
                look("SELECT family_name || ' ' || role || ' ' || coalesce(valid_to::text, 'open') FROM t_lambda.staff"
                        + " s JOIN t_lambda.staff_role r ON r.staff_id = s.id ORDER BY 1"))
            .containsExactly("Agrāka TENANT_ADMIN open", "Agrāka TENANT_COORDINATOR open",
                    "Ozola TENANT_ADMIN 2026-06-30");
        assertThat(aliases.members).containsExactly("lambda anna@lambda.lv");
    }

    @Test
    void a_tenant_that_was_made_has_nothing_to_resume_and_an_unknown_one_neither() throws Exception {
        provisioning().apply(file("myy", "Mī novads"));
        assertThat(provisioning().resume("myy")).isEmpty();
        assertThat(provisioning().resume("unknown")).isEmpty();
    }

    @Test
    void the_database_part_of_a_tenant_is_told_step_by_step() throws Exception {
        assertThat(provisioning().apply(file("tau", "Tau novads")).times())
            .matches("REGISTRATION \\d+, ROLES \\d+, SCHEMA \\d+, MIGRATIONS \\d+, CATALOGUES \\d+, CONTENT \\d+,"
                    + " ORGANISATION \\d+, INVITATION \\d+, OPENING \\d+");
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
        return new TenantProvisioning(DATABASE.provisioner(), aliases, new CataloguesAndSchools(),
                List.of(new Named("consultations"), new Named("trial-plugin")), InstantSource.system());
    }

    private TenantFile administered(String slug, String... emails) throws Exception {
        return file(slug, slug).with(java.util.Arrays.stream(emails)
            .map(email -> new TenantFile.Administrator("Anna", "Šķēle", email))
            .toList());
    }

    private static void superuser(String sql) throws SQLException {
        try (Connection connection = DATABASE.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
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
