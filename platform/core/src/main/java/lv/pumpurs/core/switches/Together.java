package lv.pumpurs.core.switches;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import lv.pumpurs.core.plugin.InstalledPlugins;
import lv.pumpurs.spi.Refused;

/** Plugins that are switched together at one level, because one cannot work without the other. */
final class Together {

    private Together() {}

    /** What has to be switched on with a plugin. */
    static List<String> missing(InstalledPlugins installed, String plugin, Predicate<String> isOn) {
        return installed.neededBy(plugin).stream().filter(isOn.negate()).toList();
    }

    /** What falls with a plugin. */
    static List<String> falling(InstalledPlugins installed, String plugin, Predicate<String> isOn) {
        return installed.falling(plugin).stream().filter(isOn).toList();
    }

    /** The plugin last, after all that it needs. */
    static List<String> on(InstalledPlugins installed, String plugin, Predicate<String> isOn,
            Collection<String> ticked) {
        List<String> missing = missing(installed, plugin, isOn);
        if (!ticked.containsAll(missing)) {
            throw new Refused(SwitchProblem.NEEDS_OTHERS, String.join(", ", missing));
        }
        // whoever needs most of the others comes last
        List<String> all = new ArrayList<>(missing);
        all.sort(java.util.Comparator.comparingInt(one -> installed.neededBy(one).size()));
        all.add(plugin);
        return all;
    }

    /** The plugin, and all that cannot work without it. */
    static Set<String> off(InstalledPlugins installed, String plugin, Predicate<String> isOn,
            Collection<String> ticked) {
        List<String> falling = falling(installed, plugin, isOn);
        // neither more nor less than the person has seen
        if (!Set.copyOf(ticked).equals(Set.copyOf(falling))) {
            throw new Refused(SwitchProblem.OTHERS_NEED_IT, falling.isEmpty() ? "–" : String.join(", ", falling));
        }
        Set<String> all = new LinkedHashSet<>(falling);
        all.add(plugin);
        return all;
    }
}
