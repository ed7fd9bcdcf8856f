package lv.pumpurs.core.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import lv.pumpurs.core.catalogue.CataloguesAndSchools;
import lv.pumpurs.core.fixture.NationAlone;
import lv.pumpurs.spi.Plugin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a tenant's file says of plugins, and what it leaves to people. */
class PluginsOfFileDbTest {

    /** The first is there so that a file can name it, and has no tables; the second has. */
    private record Named(String id) implements Plugin {}

    private static NationAlone nation;

    @TempDir
    Path folder;

    @BeforeAll
    static void a_nation_without_tenants() throws SQLException {
        nation = NationAlone.create("plugins_of_file");
    }

    @Test
    void a_file_switches_a_plugin_on_once_and_what_people_decide_after_it_does_not_undo() throws Exception {
        TenantFile named = with("zars", "{trial-plugin: ENABLED, consultations: OFFERED}");
        provisioning().apply(named);
        String offered = "SELECT offered FROM nation.tenant WHERE slug = 'zars'";
        String permits = "SELECT plugin || allowed || on_by_default FROM t_zars.plugin_permit";
        assertThat(nation.look(offered)).containsExactly("consultations trial-plugin");
        assertThat(nation.look(permits)).containsExactly("trial-plugintruetrue");
        assertThat(nation.look("SELECT count(*)::text FROM t_zars.trial")).containsExactly("0");
        assertThat(provisioning().apply(named).changed()).isFalse();
        nation.execute("UPDATE nation.tenant SET offered = 'trial-plugin' WHERE slug = 'zars';"
                + " UPDATE t_zars.plugin_permit SET allowed = false");
        provisioning().apply(with("zars", "{trial-plugin: ENABLED, consultations: ALLOWED}"));
        assertThat(nation.look(offered)).containsExactly("trial-plugin");
        assertThat(nation.look(permits)).containsExactlyInAnyOrder("trial-pluginfalsetrue", "consultationstruefalse");
    }

    @Test
    void a_tenant_that_may_not_use_a_plugin_has_none_of_its_tables() throws Exception {
        provisioning().apply(with("bezzara", "{trial-plugin: OFFERED}"));
        assertThat(nation.look("SELECT relname FROM pg_class WHERE relnamespace = 't_bezzara'::regnamespace"
                + " AND relname ~ 'trial'"))
            .isEmpty();
        assertThat(nation.look("SELECT schema_version FROM nation.tenant WHERE slug = 'bezzara'").getFirst())
            .doesNotContain("trial");
        provisioning().apply(with("bezzara", "{}"));
        assertThat(nation.look("SELECT offered FROM nation.tenant WHERE slug = 'bezzara'"))
            .containsExactly("trial-plugin");
    }

    @Test
    void a_file_that_names_a_plugin_that_is_not_installed_makes_nothing() throws Exception {
        TenantFile named = with("nezinams", "{no-such-plugin: OFFERED}");
        assertThatThrownBy(() -> provisioning().apply(named)).isInstanceOf(StepFailed.class)
            .extracting(thrown -> ((StepFailed) thrown).reason().toString())
            .isEqualTo("PLUGIN_UNKNOWN no-such-plugin");
        assertThat(nation.look("SELECT slug FROM nation.tenant WHERE slug = 'nezinams'")).isEmpty();
    }

    private TenantFile with(String slug, String plugins) throws Exception {
        return TenantFiles.read(Files.writeString(folder.resolve(slug + ".yaml"), """
                slug: %1$s
                name: %1$s
                kind: MUNICIPALITY
                locale: lv
                programmes: [PUMPURS]
                plugins: %2$s
                schools: []
                """.formatted(slug, plugins)));
    }

    private TenantProvisioning provisioning() {
        return new TenantProvisioning(nation.provisioner(), new FolderOfMembers(folder), new CataloguesAndSchools(),
                List.of(new Named("consultations"), new Named("trial-plugin")), InstantSource.system());
    }
}
