package lv.pumpurs.core.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import lv.pumpurs.spi.Plugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildVersionTest {

    private static final BuildVersion BUILD = BuildVersion.parse("platform=202611230106 trial=202611230900");

    private record Named(String id) implements Plugin {

        @Override
        public List<String> entities() {
            return List.of("any.Entity");
        }
    }

    private record Dataless(String id) implements Plugin {}

    @Test
    void the_version_of_a_build_is_the_newest_migration_of_each_module() {
        assertThat(BuildVersion.of(List.of(new Named("trial-plugin"))).toString())
            .matches("platform=\\d{12} trial-plugin=202611230900");
    }

    @Test
    void a_plugin_that_keeps_no_data_has_no_version() {
        assertThat(BuildVersion.of(List.of(new Dataless("no-such-plugin"))).toString()).matches("platform=\\d{12}");
    }

    @Test
    void a_schema_is_held_against_the_platform_and_the_plugins_that_it_holds() {
        assertThat(BUILD.heldBy("platform=202601010000")).hasToString("platform=202611230106");
        assertThat(BUILD.heldBy("platform=202601010000 trial=202601010000")).hasToString(BUILD.toString());
        assertThat(BUILD.heldBy(null)).hasToString(BUILD.toString());
        assertThat(BUILD.part(Set.of("trial", "gone"))).hasToString(BUILD.toString());
    }

    @Test
    void a_module_without_migrations_is_a_mistake_of_the_build() {
        assertThatThrownBy(() -> BuildVersion.of(List.of(new Named("no-such-plugin"))))
            .hasMessageContaining("db/no-such-plugin/flyway.location");
    }

    @ParameterizedTest
    @CsvSource({"platform=202611230106 trial=202611230900,true", "platform=202612010000 trial=202611230900,true",
            "other=209901010000 platform=202611230106 trial=202611230900,true",
            "platform=202611230105 trial=202611230900,false", "platform=202611230106 trial=202611230859,false",
            "platform=202612010000,true", "'',false", ",false"})
    void a_schema_is_new_enough_if_the_platform_and_no_plugin_of_it_lacks_a_migration(String held, boolean enough) {
        assertThat(BUILD.isMetBy(held)).isEqualTo(enough);
    }

    @Test
    void an_older_build_takes_nothing_back() {
        assertThat(BUILD.over("gone=202601010000 platform=202612010000")).hasToString(
                "gone=202601010000 platform=202612010000 trial=202611230900");
        assertThat(BUILD.over(null)).hasToString(BUILD.toString());
    }
}
