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
        String above = municipality.value() == null ? standard : municipality.value();
        String wanted = school == null || municipality.fixed() ? above : school;
        if (kind != Kind.NUMBER) {
            return wanted;
        }
        int number = Integer.parseInt(wanted);
        if (municipality.least() != null) {
            number = Math.max(number, municipality.least());
        }
        if (municipality.most() != null) {
            number = Math.min(number, municipality.most());
        }
        return Integer.toString(number);
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
