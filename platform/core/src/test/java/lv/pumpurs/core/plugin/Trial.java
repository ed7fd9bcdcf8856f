package lv.pumpurs.core.plugin;

import java.util.Set;
import lv.pumpurs.spi.Plugin;

/** A plugin that exists in tests only. */
record Trial(String id, Set<String> requires, Set<String> measureKinds) implements Plugin {

    static Trial of(String id, String... requires) {
        return new Trial(id, Set.of(requires), Set.of());
    }
}
