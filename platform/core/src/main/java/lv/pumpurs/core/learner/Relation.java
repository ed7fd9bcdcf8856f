package lv.pumpurs.core.learner;

/** As what somebody stands for a learner. Where a child lives outside the family, the carer stands in the parents' place. */
public enum Relation {
    /** Mother or father. */
    PARENT,
    /** Appointed guardian. */
    GUARDIAN,
    /** Foster family. */
    FOSTER_FAMILY,
    /** Institution of out-of-family care. */
    INSTITUTION
}
