package lv.pumpurs.core.learner;

/** How a year at a school ended for a learner. */
public enum Outcome {
    /** Moved up a grade. */
    PROMOTED,
    /** Must make up in an extended school year (<em>pagarinātais mācību gads</em>). */
    EXTENDED_YEAR,
    /** Stays in the grade for another year. */
    REPEATED,
    /** Got the certificate of basic (grade 9) or secondary (grade 12) education. */
    GRADUATED,
    /** Left education early. */
    LEFT,
    /** Went to another school. */
    TRANSFERRED
}
