package lv.pumpurs.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstalledPluginsTest {

    private static final Trial BASE = Trial.of("base");
    private static final Trial MIDDLE = Trial.of("middle", "base");
    private static final Trial TOP = Trial.of("top", "middle");
    private static final InstalledPlugins THREE = new InstalledPlugins(List.of(TOP, BASE, MIDDLE));

    @Test
    void a_plugin_needs_what_the_plugins_need_that_it_needs() {
        assertThat(THREE.neededBy("top")).containsExactly("base", "middle");
        assertThat(THREE.neededBy("base")).isEmpty();
    }

    @Test
    void with_a_plugin_fall_all_that_need_it_directly_or_through_another() {
        assertThat(THREE.falling("base")).containsExactly("middle", "top");
        assertThat(THREE.falling("top")).isEmpty();
    }

    @Test
    void plugins_that_need_each_other_are_told_apart_from_themselves() {
        InstalledPlugins circle = new InstalledPlugins(List.of(Trial.of("one", "two"), Trial.of("two", "one")));
        assertThat(circle.neededBy("one")).containsExactly("two");
        assertThat(circle.falling("one")).containsExactly("two");
    }

    @Test
    void a_plugin_that_needs_one_that_is_not_installed_is_faulty_and_so_is_whoever_needs_it() {
        Trial lonely = Trial.of("lonely", "gone");
        Trial follower = Trial.of("follower", "lonely");
        InstalledPlugins installed = new InstalledPlugins(List.of(lonely, follower, BASE));
        PluginFault gone = new PluginFault(PluginFault.Kind.UNKNOWN_DEPENDENCY, "gone");
        assertThat(installed.faults(lonely)).containsExactly(gone);
        assertThat(installed.faults(follower)).containsExactly(gone);
        assertThat(installed.faults(BASE)).isEmpty();
    }

    @Test
    void no_two_plugins_deliver_one_kind_of_measure() {
        Trial first = new Trial("first", Set.of(), Set.of("CONS_ADVISORY", "CONS_OTHER"));
        Trial second = new Trial("second", Set.of(), Set.of("CONS_ADVISORY"));
        InstalledPlugins installed = new InstalledPlugins(List.of(first, second));
        assertThat(installed.faults(first))
            .containsExactly(new PluginFault(PluginFault.Kind.MEASURE_KIND_TWICE, "CONS_ADVISORY"));
        assertThat(installed.faults(second)).hasSize(1);
        assertThat(installed.ofMeasureKind("CONS_OTHER")).contains(first);
        assertThat(installed.ofMeasureKind("COMP_MEALS")).isEmpty();
    }

    @Test
    void a_plugin_whose_settings_no_form_can_be_made_of_is_faulty() {
        for (String id : List.of("broken-plugin", "wrong-default", "cut")) {
            Trial broken = Trial.of(id);
            assertThat(new InstalledPlugins(List.of(broken)).faults(broken))
                .containsExactly(new PluginFault(PluginFault.Kind.BROKEN_SETTINGS, id));
        }
        Trial sound = Trial.of("trial-plugin");
        assertThat(new InstalledPlugins(List.of(sound)).faults(sound)).isEmpty();
    }

    @Test
    void two_plugins_of_one_id_do_not_start() {
        assertThatThrownBy(() -> new InstalledPlugins(List.of(Trial.of("same"), Trial.of("same", "base"))))
            .hasMessageContaining("same");
    }

    @Test
    void a_class_belongs_to_the_plugin_whose_package_it_is_in() {
        assertThat(new InstalledPlugins(List.of(BASE)).ofClass(InstalledPluginsTest.class)).contains(BASE);
        assertThat(new InstalledPlugins(List.of(BASE)).ofClass(String.class)).isEmpty();
    }
}
