package lv.pumpurs.core.registry;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.migration.BuildVersion;
import lv.pumpurs.core.tenancy.SchemaName;
import org.junit.jupiter.api.Test;

/** How old what is known of tenants may be, and how often it is read. */
class RegistryDbTest {

    private static final TwoTenants DATABASE = TwoTenants.database();

    private Instant now = Instant.parse("2026-11-25T08:00:00Z");
    private final List<String> readings = new ArrayList<>();

    /** Each reading in a transaction of its own, as in the container. */
    private final class Watched extends Tenants {

        Watched(EntityManager outer) {
            super(outer);
        }

        @Override
        public Map<String, Tenant> eachBySlug() {
            readings.add("all");
            return DATABASE.entityManagers()
                .inTransaction(SchemaName.NATION, null, em -> new Tenants(em).eachBySlug());
        }

        @Override
        public Optional<Tenant> bySlug(String slug) {
            readings.add(slug);
            return DATABASE.entityManagers()
                .inTransaction(SchemaName.NATION, null, em -> new Tenants(em).bySlug(slug));
        }
    }

    private void with(Consumer<Registry> test) {
        DATABASE.entityManagers().inTransaction(SchemaName.NATION, null, outer -> {
            test.accept(new Registry(new Watched(outer), () -> now, BuildVersion.of(TwoTenants.plugins())));
            return true;
        });
    }

    @Test
    void all_tenants_are_read_at_once_and_again_after_a_second() {
        with(registry -> {
            for (long millis : new long[]{0, 999, 1_000, 1_999}) {
                now = Instant.parse("2026-11-25T08:00:00Z").plusMillis(millis);
                assertThat(registry.find("alfa")).get().extracting(Tenant::schema).isEqualTo(TwoTenants.ALFA);
                assertThat(registry.find("beta")).get().extracting(Tenant::schema).isEqualTo(TwoTenants.BETA);
            }
            assertThat(readings).containsExactly("all", "all");
        });
    }

    @Test
    void a_clock_that_was_set_back_keeps_nothing_alive() {
        with(registry -> {
            registry.find("alfa");
            now = now.minusMillis(1);
            registry.find("alfa");
            assertThat(readings).containsExactly("all", "all");
        });
    }

    @Test
    void a_tenant_that_is_not_known_is_looked_for_each_time() {
        with(registry -> {
            assertThat(registry.find("gamma")).isEmpty();
            assertThat(registry.find("gamma")).isEmpty();
            assertThat(readings).containsExactly("all", "gamma", "gamma");
        });
    }
}
