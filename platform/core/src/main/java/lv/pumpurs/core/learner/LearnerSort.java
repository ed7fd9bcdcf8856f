package lv.pumpurs.core.learner;

/** Order of a list of learners; names in the order of the Latvian alphabet, namesakes always in the same order. */
public enum LearnerSort {
    /** By family name. */
    NAME("l.family_name, l.given_name, l.id"),
    /** By family name, from the end of the alphabet. */
    NAME_DESCENDING("l.family_name desc, l.given_name desc, l.id desc"),
    /** By grade and class, lowest first. */
    CLASS("e.grade, e.class_name, l.family_name, l.given_name, l.id"),
    /** By grade and class, highest first. */
    CLASS_DESCENDING("e.grade desc, e.class_name desc, l.family_name, l.given_name, l.id"),
    /** By name of the school. */
    SCHOOL("s.name, e.grade, e.class_name, l.family_name, l.given_name, l.id"),
    /** By name of the school, from the end of the alphabet. */
    SCHOOL_DESCENDING("s.name desc, e.grade, e.class_name, l.family_name, l.given_name, l.id");

    private final String sql;

    LearnerSort(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
