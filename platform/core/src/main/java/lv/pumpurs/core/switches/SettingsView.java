package lv.pumpurs.core.switches;

import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.plugin.Setting;
import lv.pumpurs.core.plugin.WrongSetting;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.spi.Page;
import lv.pumpurs.spi.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a plugin, as a form that is made from its schema.
 *
 * @param plugin id of the plugin
 * @param schoolId the school that is set up; null for the municipality
 * @param schoolName its name; null for the municipality
 * @param fields one for each setting
 * @param version changes with what is kept
 */
public record SettingsView(String plugin, @Nullable UUID schoolId, @Nullable String schoolName, List<Field> fields,
        int version) implements Headed, Versioned {

    /**
     * One setting.
     *
     * @param name its name in the schema
     * @param kind what kind of value it takes
     * @param value what is said here, as typed; empty for nothing
     * @param otherwise what holds where nothing is said here
     * @param least the least number that can be said here; null unless it is a number
     * @param most the greatest number that can be said here; null unless it is a number
     * @param choices codes to choose from; empty unless it is a choice
     * @param bounds what is left to the schools, as typed; null for a school
     * @param fixed whether the municipality leaves nothing to say
     * @param wrong what is wrong with the value; null if nothing is
     * @param wrongBounds what is wrong with the bounds; null if nothing is
     */
    public record Field(String name, Setting.Kind kind, String value, String otherwise, @Nullable Integer least,
            @Nullable Integer most, List<String> choices, @Nullable Bounds bounds, boolean fixed,
            @Nullable WrongSetting wrong, @Nullable WrongSetting wrongBounds) {

        /**
         * A value in the reader's words.
         *
         * @param page the reader's texts
         * @param id id of the plugin
         * @param code a value of this setting
         * @return the words
         */
        public String words(Page page, String id, String code) {
            return switch (kind) {
                case FLAG -> page.t("plugin.setting.flag." + code);
                case CHOICE -> page.t(id + ".setting." + name + "." + code);
                case NUMBER, TEXT -> code;
            };
        }
    }

    /**
     * What is left to the schools, as typed.
     *
     * @param least the least number; empty for the plugin's own
     * @param most the greatest number; empty for the plugin's own
     * @param fixed whether nothing is left
     */
    public record Bounds(String least, String most, boolean fixed) {}

    /**
     * Whether something was typed that is not taken.
     *
     * @return true if so
     */
    public boolean isWrong() {
        return wrongs() > 0;
    }

    /**
     * How much of what was typed is not taken.
     *
     * @return a value and its bounds count apart
     */
    public long wrongs() {
        return fields.stream().filter(field -> field.wrong() != null).count()
                + fields.stream().filter(field -> field.wrongBounds() != null).count();
    }

    @Override
    public String title(Page page) {
        return schoolName == null ? page.t("plugin.settings.title") : page.t("plugin.settings.of", schoolName);
    }

    @Override
    public List<Crumb> above(Page page) {
        return List.of(new Crumb(page.t("plugin.title"), page.link("plugins")),
                new Crumb(page.t("plugin.name." + plugin), page.link("plugins/" + plugin)));
    }
}
