package lv.pumpurs.spi.learner;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.pumpurs.spi.Caller;

/**
 * What a plugin tells on the timeline of a learner. A plugin that has something to tell there makes a bean of this
 * type; the timeline asks every such bean and puts all events in one order. Scope is the plugin's: an event that the
 * reader may not see is neither told nor counted, as on the plugin's own pages.
 */
public interface LearnerTimeline {

    /**
     * The latest events of a learner whom the reader reaches, in a constant number of statements.
     *
     * @param learner the learner
     * @param reader who reads
     * @param most how many at most
     * @return newest first, and how many there are in all
     */
    Events latest(UUID learner, Caller reader, int most);

    /**
     * Some events of many.
     *
     * @param latest newest first
     * @param total how many there are
     */
    record Events(List<Event> latest, long total) {

        /** Keeps its own copy. */
        public Events {
            latest = List.copyOf(latest);
        }
    }

    /**
     * Something that happened on a day.
     *
     * @param day the day
     * @param textKey key of its sentence in the plugin's texts
     * @param values what stands in the placeholders of the sentence
     */
    record Event(LocalDate day, String textKey, List<String> values) {

        /** Keeps its own copy. */
        public Event {
            values = List.copyOf(values);
        }
    }
}
