package lv.pumpurs.core.figures;

/** What a figure counts. */
public enum Unit {
    /** Support plans. */
    PLANS,
    /** Distinct learners. */
    LEARNERS,
    /** Distinct people who give support. */
    EDUCATORS,
    /** Schools. */
    SCHOOLS,
    /** Not a number: a semester; a difference is in semesters. */
    SEMESTER,
    /** Not a number: a kind of measure; a difference is in ranks. */
    MEASURE_KIND,
    /** Share of a hundred. */
    PERCENT
}
