package lv.pumpurs.core.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.plugin.PluginFault;
import lv.pumpurs.core.plugin.Setting.Kind;
import lv.pumpurs.core.plugin.WrongSetting;
import lv.pumpurs.core.switches.Installation;
import lv.pumpurs.core.switches.OfferView;
import lv.pumpurs.core.switches.OffersView;
import lv.pumpurs.core.switches.PluginListView;
import lv.pumpurs.core.switches.PluginView;
import lv.pumpurs.core.switches.SettingsView;
import lv.pumpurs.core.switches.SettingsView.Bounds;
import lv.pumpurs.core.switches.SettingsView.Field;
import org.jspecify.annotations.Nullable;

/** Plugins on the operator's, the municipality's and the school's pages. Their words are those of the platform's tests. */
final class SwitchSamples {

    private static final String TRIAL = "trial-plugin";
    private static final String OTHER = "other-plugin";
    private static final UUID SCHOOL = new UUID(1, 1);

    private SwitchSamples() {}

    static Map<String, Samples.Sample> all() {
        Map<String, Samples.Sample> all = new LinkedHashMap<>();
        List<PluginFault> faults = List.of(new PluginFault(PluginFault.Kind.UNKNOWN_DEPENDENCY, "zudis"),
                new PluginFault(PluginFault.Kind.MIGRATION_FAILED, "Līvānu novads"));
        var sound = new OffersView.Line(TRIAL, "1.4.2", List.of(), 2, List.of());
        var broken = new OffersView.Line(OTHER, "development", List.of(TRIAL), 0, faults);
        all.put("plugin-offers", nation("", new OffersView(List.of(broken, sound))));
        all.put("plugin-offers-none", nation("", new OffersView(List.of())));
        all.put("plugin-offer", nation("/" + TRIAL, new OfferView(sound, List.of(), List.of(OTHER),
                List.of(new OfferView.Line("lubana", "Lubānas novads", true, List.of(OTHER),
                        new Installation("DONE", 3, 3, null, "")),
                        new OfferView.Line("livani", "Līvānu novads", true, List.of(),
                                new Installation("FAILED", 1, 3, "MIGRATION_FAILED", "42P07")),
                        new OfferView.Line("rezekne", "Rēzeknes valstspilsēta", false, List.of(), null)))));
        all.put("plugin-offer-broken", nation("/" + OTHER, new OfferView(broken, List.of(TRIAL), List.of(),
                List.of(new OfferView.Line("lubana", "Lubānas novads", false, List.of(), null)))));
        all.put("plugins", tenant("", new PluginListView(List.of(
                new PluginListView.Line(OTHER, "development", false, 0, 3),
                new PluginListView.Line(TRIAL, "1.4.2", true, 2, 3)))));
        all.put("plugins-none", tenant("", new PluginListView(List.of())));
        all.put("plugin", tenant("/" + TRIAL, plugin(true, null)));
        all.put("plugin-running", tenant("/" + TRIAL, plugin(false, new Installation("RUNNING", 1, 3, null, ""))));
        all.put("plugin-broken", tenant("/" + OTHER, new PluginView(OTHER, "development", faults, false, true,
                new Installation("FAILED", 0, 2, "MIGRATION_FAILED", "42P07"), false, List.of(TRIAL), List.of(),
                schools(false), true)));
        all.put("plugin-settings", tenant("/" + TRIAL + "/settings", settings(null, null)));
        all.put("plugin-settings-school", tenant("/" + TRIAL + "/schools/" + SCHOOL + "/settings",
                settings(SCHOOL, "Lubānas vidusskola")));
        return all;
    }

    private static PluginView plugin(boolean allowed, @Nullable Installation installation) {
        return new PluginView(TRIAL, "1.4.2", List.of(), allowed, true, installation, true,
                allowed ? List.of() : List.of(OTHER), allowed ? List.of(OTHER) : List.of(), schools(allowed), true);
    }

    private static List<PluginView.School> schools(boolean allowed) {
        return List.of(
                new PluginView.School(SCHOOL, "Lubānas vidusskola", allowed, false, List.of(), List.of(OTHER), allowed),
                new PluginView.School(new UUID(1, 2), "Meirānu Kalpaka pamatskola un pirmsskolas izglītības grupas",
                        false,
                        true, List.of(OTHER), List.of(), allowed));
    }

    private static SettingsView settings(@Nullable UUID school, @Nullable String name) {
        boolean own = school != null;
        return new SettingsView(TRIAL, school, name, List.of(
                new Field("unit", Kind.NUMBER, "400", "40", own ? 30 : 10, own ? 60 : 120, List.of(),
                        own ? null : new Bounds("60", "30", false), false,
                        new WrongSetting("plugin.setting.wrong.number", List.of(10, 120)),
                        own ? null : new WrongSetting("plugin.setting.wrong.bounds", List.of())),
                new Field("strict", Kind.FLAG, "false", "true", null, null, List.of(),
                        own ? null : new Bounds("", "", true), own, null, null),
                new Field("mode", Kind.CHOICE, "", "CAREFUL", null, null, List.of("CAREFUL", "QUICK"),
                        own ? null : new Bounds("", "", false), false, null, null),
                new Field("greeting", Kind.TEXT, "Labdien <b>", "Sveiki", null, null, List.of(),
                        own ? null : new Bounds("", "", false), false, null, null)),
                12345);
    }

    private static Samples.Sample nation(String at, Record model) {
        return new Samples.Sample("/operator/plugins" + at, model, false, true, false);
    }

    private static Samples.Sample tenant(String at, Record model) {
        return new Samples.Sample("/t/lubana/plugins" + at, model, true, true, false);
    }
}
