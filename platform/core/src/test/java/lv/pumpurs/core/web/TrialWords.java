package lv.pumpurs.core.web;

import java.util.ArrayList;
import java.util.List;

/** The words of the platform, with those of the plugin that exists in tests only. */
final class TrialWords {

    private TrialWords() {}

    static Texts texts() {
        List<String> modules = new ArrayList<>(Texts.PLATFORM);
        modules.add("trial-plugin");
        return new Texts(modules, Texts.loader());
    }
}
