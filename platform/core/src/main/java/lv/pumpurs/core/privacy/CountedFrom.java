package lv.pumpurs.core.privacy;

/** From when on the years of keeping are counted. */
public enum CountedFrom {
    /** From the day on which the plan was closed or terminated, or from the end of its semester if it was rejected. */
    PLAN_END,
    /** From the last day of the programme, or of a plan that ended later. */
    PROGRAMME_END
}
