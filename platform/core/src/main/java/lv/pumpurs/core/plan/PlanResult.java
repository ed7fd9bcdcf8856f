package lv.pumpurs.core.plan;

/** What became of the risks over the semester. */
public enum PlanResult {
    /** The risks are gone. */
    ELIMINATED,
    /** The risks are smaller. */
    REDUCED,
    /** Nothing changed; the first semesters often look so. */
    UNCHANGED,
    /** The risks grew. */
    GROWN
}
