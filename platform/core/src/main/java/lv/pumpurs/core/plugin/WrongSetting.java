package lv.pumpurs.core.plugin;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a value is not taken: a text, and what it is told.
 *
 * @param key key of a sentence in both languages
 * @param arguments values for its placeholders
 */
public record WrongSetting(String key, List<Object> arguments) {

    /** Keeps its own copy. */
    public WrongSetting {
        arguments = List.copyOf(arguments);
    }

    /** The sentence for a keyword of the schema that the value broke. */
    static WrongSetting of(String keyword, Setting setting, @Nullable Integer least, @Nullable Integer most,
            int longest) {
        return switch (setting.kind()) {
            case NUMBER -> of("plugin.setting.wrong.number", least, most);
            case FLAG -> of("plugin.setting.wrong.flag");
            case CHOICE -> of("plugin.setting.wrong.choice");
            case TEXT -> keyword.equals("maxLength")
                    ? of("plugin.setting.wrong.long", longest)
                    : of("plugin.setting.wrong.text");
        };
    }

    /** A sentence. */
    static WrongSetting of(String key, @Nullable Object... arguments) {
        return new WrongSetting(key, Arrays.stream(arguments).map(one -> one == null ? (Object) "" : one).toList());
    }
}
