package lv.pumpurs.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import lv.pumpurs.core.catalogue.CataloguesAndSchools;
import lv.pumpurs.core.migration.TenantMigrations;
import lv.pumpurs.core.provisioning.Organisations;
import lv.pumpurs.core.provisioning.TenantFile;
import lv.pumpurs.core.provisioning.TenantFiles;
import lv.pumpurs.core.provisioning.TenantProvisioning;
import lv.pumpurs.core.provisioning.WrongTenantFile;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.Plugin;
import org.jspecify.annotations.Nullable;

/** Makes the measured tenants as an operator would, fills them, and migrates all of them once more. */
final class Tenants {

    /** The identity provider is left out: what is timed is the database's part. */
    private static final class NoOrganisations implements Organisations {
        @Override
        public boolean ensure(String alias, String name) {
            return false;
        }

        @Override
        public void ensureMember(String alias, String email, String given, String family,
                @Nullable String password) {
            throw new UnsupportedOperationException("nobody is a member of a measured tenant");
        }
    }

    /** A plugin of nothing but {@code db/planted}. */
    private static final class Planted implements Plugin {
        @Override
        public String id() {
            return "planted";
        }
    }

    /** Seconds for all schemas side by side, and once more with nothing to do. */
    record Migrated(double seconds, double again) {}

    private final DataSource superuser;
    private final DataSource provisioner;
    private final TenantProvisioning provisioning;
    private final List<Plugin> plugins;
    private final List<Double> seconds = new ArrayList<>();
    private final String data;

    Tenants(DataSource superuser, DataSource provisioner) {
        this.superuser = superuser;
        this.provisioner = provisioner;
        this.plugins = ServiceLoader.load(Plugin.class).stream().map(ServiceLoader.Provider::get).toList();
        this.provisioning = new TenantProvisioning(provisioner, new NoOrganisations(), new CataloguesAndSchools(),
                plugins, InstantSource.system());
        this.data = resource("/data/tenant.sql");
    }

    /** Makes and fills the tenants that are missing up to this number. */
    void upTo(int number) throws SQLException, WrongTenantFile {
        for (int i = seconds.size() + 1; i <= number; i++) {
            TenantFile file = file(Kind.tenant(i));
            long start = System.nanoTime();
            provisioning.apply(file);
            seconds.add((System.nanoTime() - start) / 1e9);
            fill(SchemaName.ofTenant(file.slug()));
        }
    }

    /** How long each tenant took to be made, without its data. */
    List<Double> seconds() {
        return List.copyOf(seconds);
    }

    Migrated migrateAll() throws SQLException {
        List<Plugin> more = new ArrayList<>(plugins);
        more.add(new Planted());
        // a plugin's migrations run only where it was brought in: every tenant has an older version of this one
        try (Connection connection = superuser.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("UPDATE nation.tenant SET schema_version = schema_version || ' planted=000000000000'");
        }
        TenantMigrations migrations = new TenantMigrations(provisioner, more, InstantSource.system());
        return new Migrated(timed(migrations, seconds.size()), timed(migrations, 0));
    }

    private static double timed(TenantMigrations migrations, int expected) throws SQLException {
        long start = System.nanoTime();
        TenantMigrations.Outcome outcome = migrations.run();
        if (outcome.migrated() != expected || !outcome.failed().isEmpty()) {
            throw new IllegalStateException("not every tenant was migrated: " + outcome.sentence());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void fill(SchemaName schema) throws SQLException {
        try (Connection connection = superuser.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL search_path = " + schema.value());
            statement.execute("SET LOCAL session_replication_role = replica");
            statement.execute(data);
            connection.commit();
        }
    }

    private static TenantFile file(String slug) throws WrongTenantFile {
        return TenantFiles.read(slug, """
                slug: %1$s
                name: Mērījumu novads %1$s
                kind: MUNICIPALITY
                locale: lv
                programmes: [SKOLA_KOPIENA]
                plugins: {consultations: ENABLED}
                schools:
                  - {key: skola-1, name: %1$s 1. vidusskola, kind: VIDUSSKOLA, participation: []}
                  - {key: skola-2, name: %1$s 2. vidusskola, kind: VIDUSSKOLA, participation: []}
                  - {key: skola-3, name: %1$s 3. vidusskola, kind: VIDUSSKOLA, participation: []}
                """.formatted(slug));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Tenants.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
