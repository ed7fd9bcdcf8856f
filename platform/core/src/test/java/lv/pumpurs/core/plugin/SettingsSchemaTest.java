package lv.pumpurs.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import lv.pumpurs.core.plugin.Setting.Kind;
import lv.pumpurs.core.plugin.Setting.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsSchemaTest {

    private static final SettingsSchema SCHEMA = SettingsSchema.of(Trial.of("trial-plugin"));

    private static Setting setting(String name) {
        return SCHEMA.find(name).orElseThrow();
    }

    @Test
    void the_settings_are_those_of_the_schema_in_its_order() {
        assertThat(SCHEMA.settings()).extracting(Setting::name, Setting::kind, Setting::standard)
            .containsExactly(org.assertj.core.groups.Tuple.tuple("unit", Kind.NUMBER, "40"),
                    org.assertj.core.groups.Tuple.tuple("strict", Kind.FLAG, "true"),
                    org.assertj.core.groups.Tuple.tuple("mode", Kind.CHOICE, "CAREFUL"),
                    org.assertj.core.groups.Tuple.tuple("greeting", Kind.TEXT, "Sveiki"));
        assertThat(SettingsSchema.of(Trial.of("without-any")).settings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"unit,10,true", "unit,120,true", "unit,9,false", "unit,121,false", "unit,40.5,false",
            "unit,forty,false",
            "unit,99999999999,false", "strict,true,true", "strict,false,true", "strict,yes,false", "mode,QUICK,true",
            "mode,quick,false", "greeting,Labdien,true", "greeting,labdien,false", "greeting,Abcdefghijabcdefghij,true",
            "greeting,Abcdefghijabcdefghijk,false"})
    void the_schema_decides_what_is_a_value(String name, String value, boolean good) {
        assertThat(SCHEMA.wrong(setting(name), value, Said.NOTHING).isEmpty()).isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({"29,false", "30,true", "60,true", "61,false"})
    void bounds_of_the_municipality_make_it_narrower(String value, boolean good) {
        Said bounds = new Said(null, 30, 60, false);
        assertThat(SCHEMA.wrong(setting("unit"), value, bounds).isEmpty()).isEqualTo(good);
        assertThat(SCHEMA.wrong(setting("unit"), "5", new Said(null, 1, 500, false)))
            .as("but never wider")
            .contains(new WrongSetting("plugin.setting.wrong.number", java.util.List.of(10, 120)));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-,-,-,-,-,40", "50,-,-,-,-,50", "50,-,-,-,45,45", "50,-,-,true,45,50",
            "-,50,-,-,45,50", "-,-,30,-,45,30", "-,-,30,-,-,30", "-,50,60,-,55,55"})
    void a_school_has_its_own_value_within_the_bounds_of_its_municipality(String said, Integer least, Integer most,
            Boolean fixed, String own, String holds) {
        Said municipality = new Said(said, least, most, Boolean.TRUE.equals(fixed));
        assertThat(setting("unit").at(municipality, own)).isEqualTo(holds);
    }

    /** Written while another version of the plugin was installed, whose schema took it. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"unit,500,-,120", "unit,-,5,10", "unit,many,-,40", "unit,-,many,40",
            "mode,SLOW,-,CAREFUL", "mode,-,SLOW,CAREFUL", "mode,QUICK,SLOW,QUICK", "mode,QUICK,CAREFUL,CAREFUL"})
    void a_value_that_the_schema_takes_no_more_does_not_hold(String name, String said, String own, String holds) {
        assertThat(setting(name).at(new Said(said, null, null, false), own)).isEqualTo(holds);
    }

    @Test
    void bounds_that_the_schema_has_no_more_hold_within_it() {
        assertThat(setting("unit").at(new Said(null, 200, 300, false), "50")).isEqualTo("120");
    }

    @Test
    void the_installation_configures_the_standard_and_a_bad_one_is_left_out() {
        Map<String, String> configuration = Map.of("pumpurs.plugin.trial-plugin.unit", "45",
                "pumpurs.plugin.trial-plugin.mode", "SLOW");
        SettingsSchema configured = SCHEMA.configured(name -> Optional.ofNullable(configuration.get(name)));
        assertThat(configured.find("unit").orElseThrow().standard()).isEqualTo("45");
        assertThat(configured.find("mode").orElseThrow().standard()).isEqualTo("CAREFUL");
        assertThat(setting("unit").standard()).isEqualTo("40");
    }
}
