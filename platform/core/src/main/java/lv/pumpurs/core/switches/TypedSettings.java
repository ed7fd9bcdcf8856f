package lv.pumpurs.core.switches;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.pumpurs.core.plugin.Setting;
import lv.pumpurs.core.plugin.Setting.Kind;
import lv.pumpurs.core.plugin.Setting.Said;
import lv.pumpurs.core.plugin.SettingsSchema;
import lv.pumpurs.core.plugin.WrongSetting;
import lv.pumpurs.core.switches.SettingsView.Bounds;
import lv.pumpurs.core.switches.SettingsView.Field;
import lv.pumpurs.core.web.Posted;
import org.jspecify.annotations.Nullable;

/** What somebody typed into the form of settings, held against the schema and against what the municipality leaves. */
final class TypedSettings {

    private static final String WHOLE_NUMBER = "-?\\d{1,9}";

    private final SettingsSchema schema;
    private final @Nullable Map<String, Said> above;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Bounds> bounds = new LinkedHashMap<>();

    /** For a municipality, which has nobody above it, {@code above} is null. */
    private TypedSettings(SettingsSchema schema, @Nullable Map<String, Said> above) {
        this.schema = schema;
        this.above = above;
    }

    static TypedSettings of(SettingsSchema schema, @Nullable Map<String, Said> above, Posted form) {
        TypedSettings typed = new TypedSettings(schema, above);
        for (Setting setting : schema.settings()) {
            String name = setting.name();
            typed.values.put(name, form.first("value." + name).strip());
            typed.bounds.put(name, new Bounds(form.first("least." + name).strip(), form.first("most." + name).strip(),
                    form.ticked("fixed." + name, "on")));
        }
        return typed;
    }

    static TypedSettings of(SettingsSchema schema, @Nullable Map<String, Said> above, SettingsInput input) {
        TypedSettings typed = new TypedSettings(schema, above);
        Map<String, String> given = input.values() == null ? Map.of() : input.values();
        Map<String, Bounds> left = input.bounds() == null ? Map.of() : input.bounds();
        for (Setting setting : schema.settings()) {
            String value = given.get(setting.name());
            typed.values.put(setting.name(), value == null ? "" : value.strip());
            Bounds said = left.get(setting.name());
            typed.bounds.put(setting.name(), said == null
                    ? new Bounds("", "", false)
                    : new Bounds(text(said.least()), text(said.most()), said.fixed()));
        }
        return typed;
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    static TypedSettings kept(SettingsSchema schema, @Nullable Map<String, Said> above, Map<String, Said> kept) {
        TypedSettings typed = new TypedSettings(schema, above);
        for (Setting setting : schema.settings()) {
            Said said = kept.getOrDefault(setting.name(), Said.NOTHING);
            typed.values.put(setting.name(), said.value() == null ? "" : said.value());
            typed.bounds.put(setting.name(), new Bounds(text(said.least()), text(said.most()), said.fixed()));
        }
        return typed;
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    /** The form, with what is wrong beside each field. */
    List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (Setting setting : schema.settings()) {
            Said leaves = leaves(setting);
            Bounds said = bounds.get(setting.name());
            fields.add(new Field(setting.name(), setting.kind(), values.getOrDefault(setting.name(), ""),
                    setting.at(leaves, null), narrower(setting.least(), leaves.least(), true),
                    narrower(setting.most(), leaves.most(), false), setting.choices(), above == null ? said : null,
                    leaves.fixed(), wrongValue(setting).orElse(null), wrongBounds(setting).orElse(null)));
        }
        return fields;
    }

    private static @Nullable Integer narrower(@Nullable Integer schema, @Nullable Integer said, boolean up) {
        if (schema == null || said == null) {
            return schema;
        }
        return up ? Integer.valueOf(Math.max(schema, said)) : Integer.valueOf(Math.min(schema, said));
    }

    private Said leaves(Setting setting) {
        return above == null ? Said.NOTHING : above.getOrDefault(setting.name(), Said.NOTHING);
    }

    private Optional<WrongSetting> wrongValue(Setting setting) {
        String value = values.getOrDefault(setting.name(), "");
        if (value.isEmpty() || leaves(setting).fixed()) {
            return Optional.empty();
        }
        return schema.wrong(setting, value, leaves(setting));
    }

    private Optional<WrongSetting> wrongBounds(Setting setting) {
        Bounds said = bounds.get(setting.name());
        if (above != null || setting.kind() != Kind.NUMBER || said == null) {
            return Optional.empty();
        }
        for (String number : List.of(said.least(), said.most())) {
            Optional<WrongSetting> wrong = number.isEmpty()
                    ? Optional.empty()
                    : schema.wrong(setting, number, Said.NOTHING);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        boolean backwards = !said.least().isEmpty() && !said.most().isEmpty()
                && Integer.parseInt(said.least()) > Integer.parseInt(said.most());
        return backwards
                ? Optional.of(new WrongSetting("plugin.setting.wrong.bounds", List.of()))
                : Optional.empty();
    }

    /** What is to be kept; to be asked for when nothing is wrong. */
    Map<String, Said> said() {
        Map<String, Said> all = new LinkedHashMap<>();
        for (Setting setting : schema.settings()) {
            if (leaves(setting).fixed()) {
                // what the school had said before stays, and holds again when it is free to say it
                continue;
            }
            String value = values.getOrDefault(setting.name(), "");
            Bounds said = bounds.getOrDefault(setting.name(), new Bounds("", "", false));
            boolean bounded = above == null && setting.kind() == Kind.NUMBER;
            all.put(setting.name(), new Said(value.isEmpty() ? null : value, bounded ? number(said.least()) : null,
                    bounded ? number(said.most()) : null, above == null && said.fixed()));
        }
        return all;
    }

    private static @Nullable Integer number(String text) {
        return text.matches(WHOLE_NUMBER) ? Integer.valueOf(text) : null;
    }
}
