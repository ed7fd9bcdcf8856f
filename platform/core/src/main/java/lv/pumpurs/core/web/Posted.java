package lv.pumpurs.core.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A form as it was typed, for pages that need more than the form to be shown again: choices, rows to be added, what
 * somebody else has written meanwhile. {@link Forms} makes the record of it that a program would send.
 *
 * @param values field to what was typed; several values for boxes ticked under one name
 */
public record Posted(Map<String, List<String>> values) {

    /** Keeps its own copy, in the same order. */
    public Posted {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        values.forEach((name, all) -> kept.put(name, List.copyOf(all)));
        values = kept;
    }

    static Posted of(FormFields fields) {
        Map<String, List<String>> values = new LinkedHashMap<>(fields.values());
        values.remove(CsrfFilter.FIELD);
        return new Posted(values);
    }

    /**
     * What was typed into a field.
     *
     * @param name the field
     * @return the text; empty if nothing was typed
     */
    public String first(String name) {
        List<String> all = values.get(name);
        return all == null || all.isEmpty() ? "" : all.getFirst();
    }

    /**
     * Whether a box was ticked.
     *
     * @param name the name that it shares with others
     * @param value its own value
     * @return true if so
     */
    public boolean ticked(String name, String value) {
        return values.getOrDefault(name, List.of()).contains(value);
    }

    /**
     * The rows of a list.
     *
     * @param list its name
     * @return of {@code list.row.field} the middle
     */
    public List<String> rows(String list) {
        return new FormFields(values).rows(list);
    }

    /**
     * The same without some rows.
     *
     * @param list the list
     * @param gone which of its rows
     * @return a new form
     */
    public Posted withoutRows(String list, Predicate<String> gone) {
        Map<String, List<String>> left = new LinkedHashMap<>(values);
        rows(list).stream()
            .filter(gone)
            .forEach(
                    row -> left.keySet().removeIf(name -> name.startsWith(list + "." + row + ".")));
        return new Posted(left);
    }

    /**
     * The same with a value in a field.
     *
     * @param name the field
     * @param value the value
     * @return a new form
     */
    public Posted with(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(values);
        List<String> all = new ArrayList<>(more.getOrDefault(name, List.of()));
        all.add(value);
        more.put(name, all);
        return new Posted(more);
    }
}
