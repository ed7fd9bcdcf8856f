package lv.pumpurs.core.school;

/** What sort of school there is. */
public enum SchoolKind {
    /** Grades 1 to 6. */
    SAKUMSKOLA,
    /** Grades 1 to 9. */
    PAMATSKOLA,
    /** Up to grade 12. */
    VIDUSSKOLA,
    /** A gymnasium. */
    GIMNAZIJA,
    /** A gymnasium of the state. */
    VALSTS_GIMNAZIJA,
    /** Special education. */
    SPECIALA,
    /** An evening school. */
    VAKARA,
    /** A school of distance learning. */
    TALMACIBAS,
    /** Vocational education. */
    PROFESIONALA
}
