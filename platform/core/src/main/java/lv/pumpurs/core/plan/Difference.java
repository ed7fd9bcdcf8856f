package lv.pumpurs.core.plan;

/**
 * What differs between two versions of a field.
 *
 * @param label name of the field
 * @param before one of them; empty if it is not there
 * @param after the other
 */
public record Difference(String label, String before, String after) {

    /**
     * What became of it.
     *
     * @return ADDED, REMOVED or CHANGED
     */
    public String kind() {
        return before.isEmpty() ? "ADDED" : after.isEmpty() ? "REMOVED" : "CHANGED";
    }
}
