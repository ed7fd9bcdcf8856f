package lv.pumpurs.core.plugin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One property of a plugin's settings. Values are kept as text: a whole number, {@code true} or {@code false}, a code, a
 * text.
 *
 * @param name its name in the schema
 * @param kind what kind of value it takes
 * @param standard what it is where nobody says anything: the installation's configuration, else the schema's default
 * @param least the least number that the schema takes; null unless {@link Kind#NUMBER}
 * @param most the greatest number that the schema takes; null unless {@link Kind#NUMBER}
 * @param choices codes to choose from; empty unless {@link Kind#CHOICE}
 */
public record Setting(String name, Kind kind, String standard, @Nullable Integer least, @Nullable Integer most,
        List<String> choices) {

    /** Keeps its own copy. */
    public Setting {
        choices = List.copyOf(choices);
    }

    /** Kinds of values. */
    public enum Kind {
        /** A whole number. */
        NUMBER,
        /** Yes or no. */
        FLAG,
        /** One of some codes, each with a text {@code <plugin>.setting.<name>.<code>}. */
        CHOICE,
        /** A short text. */
        TEXT
    }

    Setting with(String otherStandard) {
        return new Setting(name, kind, otherStandard, least, most, choices);
    }

    /**
     * What holds at a school: the school's own value within the bounds of its municipality, else the municipality's, else
     * the standard. Bounds that were drawn closer later hold at once, without touching what the school had said.
     *
     * @param municipality what the municipality says; {@link Said#NOTHING} for nothing
     * @param school the school's value, or null if it says nothing
     * @return the value
     */
    public String at(Said municipality, @Nullable String school) {
        String above = known(municipality.value(), standard);
        String wanted = municipality.fixed() ? above : known(school, above);
        return kind == Kind.NUMBER
                ? Integer.toString(within(least, most,
                        within(municipality.least(), municipality.most(), Integer.parseInt(wanted))))
                : wanted;
    }

    /** Another version of the plugin may have taken what stands there. */
    private String known(@Nullable String value, String otherwise) {
        if (value == null) {
            return otherwise;
        }
        boolean known = switch (kind) {
            case NUMBER -> value.matches("-?\\d{1,9}");
            case CHOICE -> choices.contains(value);
            case FLAG, TEXT -> true;
        };
        return known ? value : otherwise;
    }

    private static int within(@Nullable Integer least, @Nullable Integer most, int number) {
        int enough = least == null ? number : Math.max(number, least);
        return most == null ? enough : Math.min(enough, most);
    }

    /**
     * What a municipality says about a setting.
     *
     * @param value the value where a school says nothing; null for the standard
     * @param least the least number that a school may say; null for the schema's
     * @param most the greatest number that a school may say; null for the schema's
     * @param fixed whether a school may say nothing at all
     */
    public record Said(@Nullable String value, @Nullable Integer least, @Nullable Integer most, boolean fixed) {

        /** Nothing said. */
        public static final Said NOTHING = new Said(null, null, null, false);

        boolean isNothing() {
            return value == null && least == null && most == null && !fixed;
        }
    }
}
