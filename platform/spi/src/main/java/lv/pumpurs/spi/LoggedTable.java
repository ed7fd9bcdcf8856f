package lv.pumpurs.spi;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table whose changes are written down by trigger, and how the log shows them. A column that is not named here is
 * hidden: the log says that it changed, never from what to what. {@code id} and {@code version} are never mentioned.
 *
 * <p>Words stand in the module's messages under {@code audit.table.<table>} and {@code audit.column.<table>.<column>},
 * one for each column but those never mentioned.
 *
 * @param name the table
 * @param permission what a reader of the log must hold, for the whole tenant, to see more than that something changed
 * @param subject the column with the key of the person or thing that the row is about; null if there is none
 * @param columns column to the way it is shown
 */
public record LoggedTable(String name, String permission, @Nullable String subject, Map<String, Column> columns) {

    /** Keeps its own copy of the columns. */
    public LoggedTable {
        columns = Map.copyOf(columns);
    }

    /**
     * The way a column is shown.
     *
     * @param shown what kind of value it holds
     * @param words for codes, how the key of a code's text begins; else empty
     */
    public record Column(Shown shown, String words) {}

    /** Kinds of values. */
    public enum Shown {
        /** As it is. */
        TEXT,
        /** A number. */
        NUMBER,
        /** A day. */
        DATE,
        /** A moment. */
        TIME,
        /** True or false. */
        YES_NO,
        /** Code of a school year or a semester. */
        TERM,
        /** A code with a text for each value. */
        CODE,
        /** Key of a person, a school or a plan, shown by its name. */
        ROW,
        /** Code of a catalogue, shown by its name. */
        CATALOGUE,
        /** Nothing that says anything to a person: not even mentioned. */
        NEVER
    }

    /**
     * A table with every column hidden.
     *
     * @param name the table
     * @param permission what a reader of the log must hold
     * @param subject the column that says whom or what a row is about, or null
     * @return the table
     */
    public static LoggedTable of(String name, String permission, @Nullable String subject) {
        return new LoggedTable(name, permission, subject,
                Map.of("id", new Column(Shown.NEVER, ""), "version", new Column(Shown.NEVER, "")));
    }

    /**
     * The same with some columns shown.
     *
     * @param shown what kind of value they hold
     * @param names the columns
     * @return a new table
     */
    public LoggedTable with(Shown shown, String... names) {
        Map<String, Column> all = new HashMap<>(columns);
        for (String column : names) {
            all.put(column, new Column(shown, ""));
        }
        return new LoggedTable(name, permission, subject, all);
    }

    /**
     * The same with a column of codes shown.
     *
     * @param column the column
     * @param words how the key of a code's text begins, for instance {@code plan.state.}
     * @return a new table
     */
    public LoggedTable codes(String column, String words) {
        Map<String, Column> all = new HashMap<>(columns);
        all.put(column, new Column(Shown.CODE, words));
        return new LoggedTable(name, permission, subject, all);
    }

    /**
     * How a column is shown.
     *
     * @param column its name
     * @return null for a hidden one
     */
    public @Nullable Column column(String column) {
        return columns.get(column);
    }
}
