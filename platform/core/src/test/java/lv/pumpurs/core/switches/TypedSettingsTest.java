package lv.pumpurs.core.switches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lv.pumpurs.core.plugin.Setting.Said;
import lv.pumpurs.core.plugin.SettingsSchema;
import lv.pumpurs.core.switches.SettingsView.Bounds;
import lv.pumpurs.spi.Plugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedSettingsTest {

    private static final SettingsSchema SCHEMA = SettingsSchema.of((Plugin) () -> "trial-plugin");

    /** The form offers none, and a program's body may say anything. */
    @ParameterizedTest
    @ValueSource(strings = {"strict", "mode", "greeting"})
    void what_is_no_number_has_no_bounds_whatever_is_said(String name) {
        SettingsInput input = new SettingsInput(Map.of(), Map.of(name, new Bounds("5", "1", true)));
        TypedSettings typed = TypedSettings.of(SCHEMA, null, input);
        assertThat(typed.said()).containsEntry(name, new Said(null, null, null, true));
    }

    @Test
    void bounds_of_a_number_are_kept() {
        SettingsInput input = new SettingsInput(Map.of("unit", "50"), Map.of("unit", new Bounds("45", "60", false)));
        assertThat(TypedSettings.of(SCHEMA, null, input).said()).containsEntry("unit", new Said("50", 45, 60, false));
    }
}
