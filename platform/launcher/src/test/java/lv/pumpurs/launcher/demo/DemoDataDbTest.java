package lv.pumpurs.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import lv.pumpurs.core.catalogue.Catalogues;
import lv.pumpurs.core.catalogue.SchoolsOfFile;
import lv.pumpurs.core.figures.Figures;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.LearnerFilter;
import lv.pumpurs.core.learner.LearnerSort;
import lv.pumpurs.core.learner.Learners;
import lv.pumpurs.core.migration.Migrations;
import lv.pumpurs.core.migration.Schemas;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.core.provisioning.TenantFiles;
import lv.pumpurs.core.registry.Operators;
import lv.pumpurs.core.staff.Accounts;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration on a real database: the figures that its rows give are the published ones. */
class DemoDataDbTest {

    private static final Map<String, BigDecimal> ANNOUNCED_BUT_NOT_LISTED = Map.of("R8 M5_SCHOOLS_ANNOUNCED",
            BigDecimal.valueOf(-1));

    private static DemoData demo;
    private static Duration took;

    @TempDir
    static Path folder;

    @BeforeAll
    static void load() throws Exception {
        var keyset = folder.resolve("personal-codes.json");
        PersonalCodeVault.createKeyset(keyset);
        for (var tenant : DemoAccounts.TENANTS) {
            provision(tenant);
        }
        demo = new DemoData(TwoTenants.database().entityManagers(), PersonalCodeVault.open(keyset));
        long begun = System.nanoTime();
        for (var tenant : DemoAccounts.TENANTS) {
            assertThat(demo.load(tenant)).as(tenant).isTrue();
        }
        demo.loadOperators();
        took = Duration.ofNanos(System.nanoTime() - begun);
    }

    @Test
    void every_published_figure_comes_out_of_the_rows() {
        for (var tenant : DemoAccounts.TENANTS) {
            Map<String, BigDecimal> off = new HashMap<>();
            var figures = TwoTenants.database()
                .entityManagers()
                .inTransaction(SchemaName.ofTenant(tenant), null,
                        entities -> new Figures(entities).all());
            assertThat(figures).isNotEmpty();
            for (var figure : figures) {
                var difference = figure.difference();
                assertThat(difference).as(figure.toString()).isNotNull();
                if (difference != null && difference.signum() != 0) {
                    off.put(figure.code() + " " + figure.measure(), difference);
                }
            }
            assertThat(off).as(tenant)
                .isEqualTo(tenant.equals("rezekne") ? ANNOUNCED_BUT_NOT_LISTED : Map.of());
        }
    }

    @Test
    void loading_again_adds_nothing() {
        for (var tenant : DemoAccounts.TENANTS) {
            assertThat(demo.load(tenant)).as(tenant).isFalse();
        }
        assertThat(demo.loadOperators()).isFalse();
    }

    @Test
    void loading_takes_less_than_half_a_minute_on_a_busy_machine() {
        System.getLogger("demo").log(System.Logger.Level.INFO, "demonstration loaded in {0}", took);
        assertThat(took).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void every_account_has_its_roles_today() {
        for (var account : DemoAccounts.all()) {
            for (var tenant : account.tenants()) {
                var found = TwoTenants.database()
                    .entityManagers()
                    .inTransaction(SchemaName.ofTenant(tenant), null,
                            entities -> new Accounts(entities).byEmail(account.email()));
                assertThat(found.orElseThrow().roles()).as(account.email()).containsExactlyElementsOf(account.roles());
            }
        }
        for (var operator : DemoAccounts.operators()) {
            var roles = TwoTenants.database()
                .entityManagers()
                .inTransaction(SchemaName.NATION, null,
                        entities -> new Operators(entities).rolesOf(operator.email()));
            assertThat(roles).containsExactlyElementsOf(operator.roles());
        }
    }

    @Test
    void everybody_who_may_see_learners_reaches_some_and_the_coordinator_all() {
        for (var tenant : DemoAccounts.TENANTS) {
            long all = reached(tenant, Role.TENANT_COORDINATOR);
            assertThat(all).as(tenant).isGreaterThanOrEqualTo(120);
            for (var role : Set.of(Role.CLASS_TEACHER, Role.PROVIDER, Role.PLAN_AUTHOR, Role.SCHOOL_DIRECTOR)) {
                assertThat(reached(tenant, role)).as(tenant + " " + role).isPositive().isLessThanOrEqualTo(all);
            }
            assertThat(reached(tenant, Role.GUARDIAN)).as(tenant).isEqualTo(2);
            assertThat(reached(tenant, Role.LEARNER)).as(tenant).isOne();
            assertThat(reached(tenant, Role.AUDITOR)).as(tenant).isZero();
        }
    }

    private static long reached(String tenant, Role role) {
        return TwoTenants.database().entityManagers().inTransaction(SchemaName.ofTenant(tenant), null, entities -> {
            var me = new Accounts(entities).byEmail(DemoAccounts.of(tenant, role).email()).orElseThrow();
            return new Learners(entities)
                .page(LearnerFilter.none(), LearnerSort.NAME, 1, 50, me.personId(), me.roles())
                .total();
        });
    }

    private static void provision(String tenant) throws Exception {
        var database = TwoTenants.database();
        var schema = SchemaName.ofTenant(tenant);
        var schemas = new Schemas(database.provisioner());
        schemas.ensureRoles(schema);
        schemas.ensureSchema(schema);
        new Migrations(database.provisioner(), TwoTenants.plugins()).migrate(schema);
        try (var nation = database.superuser().getConnection(); var there = database.superuser().getConnection()) {
            nation.setSchema(SchemaName.NATION.value());
            there.setSchema(schema.value());
            Catalogues.publish(nation);
            Catalogues.copy(nation, there, "MUNICIPALITY");
            var file = TenantFiles.read(Path.of("../../tenants", tenant + ".yaml"));
            assertThat(SchoolsOfFile.write(there, file)).as("first time").isPositive();
            assertThat(SchoolsOfFile.write(there, file)).as("again").isZero();
            assertThat(Catalogues.copy(nation, there, "MUNICIPALITY")).as("again").isZero();
        }
    }
}
