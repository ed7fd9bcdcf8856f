package lv.pumpurs.core.timeline;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an event on the timeline is about; a timeline can be narrowed to one of them. */
public enum Chapter {
    /** Where the learner is taught. */
    CLASS,
    /** Individual support plans. */
    PLAN,
    /** Contacts with the family. */
    CONTACT,
    /** Who stands for the learner. */
    GUARDIAN,
    /** What plugins tell. */
    OTHER;

    /** The one of a name; a wrong name counts as none. */
    static Optional<Chapter> of(@Nullable String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
