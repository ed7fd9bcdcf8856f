package lv.pumpurs.core.switches;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be set, as a program says it: everything as text, as in {@link SettingsView}.
 *
 * @param values name to value; a name that is left out, or empty, is not said here
 * @param bounds name to what is left to the schools; for the municipality only
 */
public record SettingsInput(@Nullable Map<String, String> values,
        @Nullable Map<String, SettingsView.Bounds> bounds) {}
