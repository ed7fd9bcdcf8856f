package lv.pumpurs.spi;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a plugin waits for a person. A plugin that has work for people makes a bean of this type; the worklist asks
 * every such bean where the plugin is on and shows its groups behind those of plans. Scope is the plugin's: what the reader
 * may not do is neither told nor counted.
 */
public interface PluginWork {

    /**
     * What is due for a person today, in a constant number of statements.
     *
     * @param reader who reads
     * @return groups in which there is something, the most urgent first; none for a reader who has nothing to do here
     */
    List<Group> due(Caller reader);

    /**
     * Work of one kind.
     *
     * @param titleKey key of its title in the plugin's texts; {@code {0}} is the total
     * @param total how much of it there is
     * @param late how much of it waits for longer than it should
     * @param all link to a list with all of it
     * @param items the most urgent, at most ten
     */
    record Group(String titleKey, long total, long late, Link all, List<Item> items) {

        /** Keeps its own copy. */
        public Group {
            items = List.copyOf(items);
        }
    }

    /**
     * A way to a page.
     *
     * @param textKey key of its text in the plugin's texts
     * @param path below {@code /t/{tenant}}, without leading slash; names nobody
     */
    record Link(String textKey, String path) {}

    /**
     * One thing to do.
     *
     * @param path where it is done, below {@code /t/{tenant}}, without leading slash; names nobody
     * @param name whom or what it is about
     * @param what what is to be done or of what kind it is, in words that need no translation, for instance a subject; or
     *        null
     * @param when the day it is about
     * @param dueOn the day by which it is expected; null where nothing limits it
     * @param late whether that day is over
     */
    record Item(String path, String name, @Nullable String what, LocalDate when, @Nullable LocalDate dueOn,
            boolean late) {}
}
