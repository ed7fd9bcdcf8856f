package lv.pumpurs.core.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.Set;
import lv.pumpurs.core.fixture.TwoTenants;
import org.junit.jupiter.api.Test;

class PersistenceUnitDbTest {

    @Test
    void a_cache_that_tenants_would_share_stops_the_start() {
        Map<String, Object> shared = Map.of("jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.nonJtaDataSource", TwoTenants.database().app(),
                "jakarta.persistence.sharedCache.mode", "ALL", "eclipselink.weaving", "false",
                "eclipselink.session-name", "shared-cache");
        assertThatThrownBy(() -> {
            try (EntityManagerFactory factory = Persistence.createEntityManagerFactory("pumpurs", shared)) {
                factory.createEntityManager();
            }
        }).hasStackTraceContaining("the shared cache must be off");
    }

    @Test
    void the_unit_holds_the_listed_classes_of_every_jar_and_of_every_plugin() {
        assertThat(EntityLists.names(PersistenceUnitDbTest.class.getClassLoader())).contains(Probe.class.getName())
            .containsAll(TwoTenants.plugins().stream().flatMap(plugin -> plugin.entities().stream()).toList())
            .noneMatch(name -> name.startsWith("#"));
    }

    @Test
    void what_is_no_class_name_does_not_reach_the_mapping() {
        assertThatThrownBy(() -> EntityLists.xml(Set.of("a'/><entity class='b")))
            .isInstanceOf(IllegalStateException.class);
    }
}
