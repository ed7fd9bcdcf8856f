package lv.pumpurs.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import lv.pumpurs.core.catalogue.CataloguesAndSchools;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.core.provisioning.NationProvisioning;
import lv.pumpurs.core.provisioning.Organisations;
import lv.pumpurs.core.provisioning.TenantFiles;
import lv.pumpurs.core.provisioning.TenantProvisioning;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.BusinessTime;
import org.jspecify.annotations.Nullable;

/** The demonstration on a real database, loaded by whichever test comes first. */
final class DemoLoaded {

    /** A Wednesday in the demonstration's current semester. */
    static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 25, 15, 0);

    private static @Nullable DemoData demo;

    private DemoLoaded() {}

    static synchronized DemoData once() throws Exception {
        if (demo == null) {
            Path keyset = Files.createTempDirectory("demo").resolve("personal-codes.json");
            PersonalCodeVault.createKeyset(keyset);
            provision();
            demo = new DemoData(TwoTenants.database().entityManagers(), PersonalCodeVault.open(keyset),
                    InstantSource.fixed(NOW.atZone(BusinessTime.ZONE).toInstant()));
            long begun = System.nanoTime();
            for (var tenant : DemoAccounts.TENANTS) {
                assertThat(demo.load(tenant)).as(tenant).isTrue();
            }
            demo.loadOperators();
            System.getLogger("demo")
                .log(System.Logger.Level.INFO, "demonstration loaded in {0}",
                        Duration.ofNanos(System.nanoTime() - begun));
        }
        return demo;
    }

    static long count(SchemaName schema, String query) {
        return TwoTenants.database()
            .entityManagers()
            .inTransaction(schema, null,
                    entities -> ((Number) entities.createNativeQuery(query).getSingleResult()).longValue());
    }

    private static void provision() throws Exception {
        var database = TwoTenants.database();
        var content = new CataloguesAndSchools();
        new NationProvisioning(database.provisioner(), content).apply();
        var provisioning = new TenantProvisioning(database.provisioner(), new NobodySignsIn(), content,
                TwoTenants.plugins(), InstantSource.system());
        for (var tenant : DemoAccounts.TENANTS) {
            provisioning.apply(TenantFiles.read(Path.of("../../tenants", tenant + ".yaml")));
        }
    }

    /** There is no identity provider in this test. */
    private static final class NobodySignsIn implements Organisations {

        @Override
        public boolean ensure(String alias, String name) {
            return false;
        }

        @Override
        public void ensureMember(String alias, String email, String given, String family, @Nullable String password) {
            throw new UnsupportedOperationException("nobody is invited");
        }
    }
}
