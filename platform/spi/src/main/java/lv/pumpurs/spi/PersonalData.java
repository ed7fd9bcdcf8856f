package lv.pumpurs.spi;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The privacy contract: what is kept of a person, and how it is let go. A plugin that keeps data of people makes one
 * bean of this type for all its tables; the platform finds it, makes the file of everything kept about a learner out of
 * what every bean tells, and calls every bean when somebody is forgotten. A plugin with tables that no bean answers for
 * is broken and is not offered.
 *
 * <p>All methods are called inside a transaction that is bound to one tenant, and not for a tenant that has none of the
 * tables because it never allowed the plugin. They write by statements that leave nothing for later, and throw for nothing
 * that somebody else did: an exception undoes the whole act, of all modules. Whether the person may be forgotten at all (no
 * open plan, no legal hold) has been decided before.
 */
public interface PersonalData {

    /**
     * The tables that this bean answers for.
     *
     * @return every table of the module with data of people, by its name
     */
    Set<String> tables();

    /**
     * Everything kept of a person, as far as the person may be told: what a family sees on its pages, and of the rest how
     * much there is. In a constant number of statements.
     *
     * @param subject the person
     * @param reader the person for whom the file is made: what was written to others is not theirs
     * @return one section a table, without those that hold nothing
     */
    List<Section> of(Subject subject, UUID reader);

    /**
     * Forgets a person. Rows that figures count stay, with days, quantities, states and codes of catalogues; whatever
     * somebody typed and every way back to the person goes, also links to people who stay known. Words that a column must
     * hold become {@link #GONE}. Doing it again changes nothing more.
     *
     * @param subject the person
     * @return how many rows were changed or removed
     */
    int anonymise(Subject subject);

    /**
     * The same for what is over, of a person who stays: rows whose matter ended before a day. What is still open is left
     * alone, however old it is.
     *
     * @param subject the person
     * @param before the first day of which everything is kept
     * @return how many rows were changed or removed
     */
    int expire(Subject subject, LocalDate before);

    /** What stands where words were. */
    String GONE = "–";

    /** As whom the rows know the person. */
    enum Kind {
        /** A learner. */
        LEARNER,
        /** Somebody who stands for learners. */
        GUARDIAN,
        /** Somebody who works in a school or for the municipality. */
        STAFF
    }

    /**
     * A person.
     *
     * @param kind as whom
     * @param keys under which the person is known: a child that was entered twice has several
     */
    record Subject(Kind kind, Set<UUID> keys) {

        /** Keeps its own copy. */
        public Subject {
            keys = Set.copyOf(keys);
        }

        /**
         * The keys as one parameter of a statement.
         *
         * @return with commas between
         */
        public String joined() {
            return keys.stream().map(UUID::toString).sorted().collect(Collectors.joining(","));
        }
    }

    /**
     * What a table keeps of a person. Its words are those of the log: {@code audit.table.<table>} and
     * {@code audit.column.<table>.<column>}.
     *
     * @param table the table
     * @param rows each a record, column to value: a text, a number, true or false, a day, a moment, a {@link Code} or
     *     null; names stand in the place of keys
     * @param withheld how many more records there are that the file does not hold
     */
    record Section(String table, List<Map<String, @Nullable Object>> rows, int withheld) {

        /** Keeps its own copy, in the order given. */
        public Section {
            rows = rows.stream().map(row -> Collections.unmodifiableMap(new LinkedHashMap<>(row))).toList();
        }
    }

    /**
     * A code and the text that says what it means.
     *
     * @param code for machines
     * @param textKey for people
     */
    record Code(String code, String textKey) {}
}
