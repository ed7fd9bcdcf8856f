package lv.pumpurs.core.plan;

/** How grave a risk is for this learner. */
public enum Severity {
    /** To be watched. */
    LOW,
    /** Needs support. */
    MEDIUM,
    /** Needs support at once. */
    HIGH
}
