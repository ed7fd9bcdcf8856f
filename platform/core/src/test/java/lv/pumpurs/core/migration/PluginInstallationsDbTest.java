package lv.pumpurs.core.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import lv.pumpurs.core.fixture.NationAlone;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.Plugin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tables of plugins come into a tenant when it may use them, whole or not at all. */
class PluginInstallationsDbTest {

    private static final BuildVersion BUILD = BuildVersion
        .of(List.of(new Named("trial-plugin"), new Named("broken-plugin"), new Named("half-plugin"),
                new Named("dataless")));
    private static NationAlone nation;
    private static PluginInstallations installations;

    private record Named(String id) implements Plugin {}

    @BeforeAll
    static void three_tenants_without_plugins() throws Exception {
        nation = NationAlone.create("installations");
        Schemas schemas = new Schemas(nation.provisioner());
        Migrations platform = new Migrations(nation.provisioner(), BUILD.part(Set.of()));
        for (String slug : List.of("inst-a", "inst-b", "inst-c")) {
            SchemaName schema = SchemaName.ofTenant(slug);
            schemas.ensureRoles(schema);
            schemas.ensureSchema(schema);
            platform.migrate(schema);
            nation.execute("INSERT INTO nation.tenant (id, slug, schema_name, name, kind, locale, state, file_digest,"
                    + " schema_version) VALUES (gen_random_uuid(), '" + slug + "', '" + schema + "', '" + slug
                    + "', 'MUNICIPALITY', 'lv', 'ACTIVE', '-', '" + platform.build() + "')");
        }
        installations = new PluginInstallations(nation.provisioner(), BUILD, InstantSource.system());
    }

    @Test
    void a_tenant_holds_the_tables_of_a_plugin_once_it_was_brought_in_and_no_other_tenant_does() throws SQLException {
        assertThat(installations.install("inst-a", "trial-plugin")).isEmpty();
        assertThat(tables("inst-a")).contains("trial", "history_trial_plugin");
        assertThat(tables("inst-b")).doesNotContain("trial");
        assertThat(held("inst-a")).contains("trial-plugin=202611230900");
        assertThat(BUILD.isMetBy(held("inst-a"))).isTrue();
        assertThat(record("inst-a")).isEqualTo("DONE 1/1");
        assertThat(nation.look("select has_table_privilege('t_inst_a', 't_inst_a.trial', 'INSERT')::text"))
            .containsExactly("true");
    }

    @Test
    void a_second_time_changes_nothing() throws SQLException {
        assertThat(installations.install("inst-c", "trial-plugin")).isEmpty();
        String before = held("inst-c");
        assertThat(installations.install("inst-c", "trial-plugin")).isEmpty();
        assertThat(held("inst-c")).isEqualTo(before);
        assertThat(
                nation.look("select count(*)::text from t_inst_c.history_trial_plugin where version = '202611230900'"))
            .containsExactly("1");
    }

    @Test
    void a_failure_leaves_the_tenant_as_it_was_and_open_and_says_why() throws SQLException {
        String before = held("inst-b");
        List<String> tables = tables("inst-b");
        assertThat(installations.install("inst-b", "broken-plugin").orElseThrow())
            .hasToString("MIGRATION_FAILED 42P01");
        assertThat(held("inst-b")).isEqualTo(before);
        assertThat(BUILD.isMetBy(held("inst-b"))).isTrue();
        assertThat(nation.look("select migration_failed::text from nation.tenant where slug = 'inst-b'"))
            .containsExactly("false");
        assertThat(record("inst-b")).isEqualTo("FAILED 0/1");
        tables.forEach(table -> assertThat(tables("inst-b")).contains(table));
        nation.execute("create table t_inst_b.only_here (id uuid primary key); alter table t_inst_b.only_here owner to"
                + " t_inst_b_owner");
        assertThat(installations.install("inst-b", "broken-plugin")).as("mended").isEmpty();
        assertThat(record("inst-b")).isEqualTo("DONE 1/1");
    }

    @Test
    void a_plugin_whose_second_migration_fails_leaves_nothing_of_the_first() throws SQLException {
        assertThat(installations.install("inst-c", "half-plugin")).isPresent();
        assertThat(tables("inst-c")).doesNotContain("half", "history_half_plugin");
        assertThat(record("inst-c", "half-plugin")).as("how far it had come").containsExactly("FAILED 1/2");
        assertThat(installations.install("inst-c", "half-plugin").orElseThrow())
            .as("the same again, and not that a table is there already")
            .hasToString("MIGRATION_FAILED 42P01");
    }

    @Test
    void a_plugin_that_keeps_no_data_needs_no_tables() {
        assertThat(installations.install("inst-a", "dataless")).isEmpty();
        assertThat(record("inst-a", "dataless")).isEmpty();
    }

    @Test
    void while_somebody_is_at_work_on_the_tenant_nobody_else_is() throws SQLException {
        assertThat(installations.isAtWork("inst-c")).isFalse();
        String code = WorkLock.onTenant(nation.provisioner(), "inst-c", kept -> {
            assertThat(installations.isAtWork("inst-c")).isTrue();
            return installations.install("inst-c", "broken-plugin").orElseThrow().code().name();
        });
        assertThat(code).isEqualTo("BUSY");
        assertThat(installations.isAtWork("inst-c")).isFalse();
    }

    private static List<String> tables(String slug) {
        try {
            return nation.look("select relname from pg_class where relnamespace = '"
                    + SchemaName.ofTenant(slug) + "'::regnamespace and relkind in ('r', 'v')");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String held(String slug) throws SQLException {
        return nation.look("select schema_version from nation.tenant where slug = '" + slug + "'").getFirst();
    }

    private static String record(String slug) {
        return String.join(" ", record(slug, slug.equals("inst-b") ? "broken-plugin" : "trial-plugin"));
    }

    private static List<String> record(String slug, String plugin) {
        try {
            return nation.look("select i.state || ' ' || i.done || '/' || i.total from nation.plugin_installation i"
                    + " join nation.tenant t on t.id = i.tenant_id where t.slug = '" + slug + "' and i.plugin = '"
                    + plugin + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
