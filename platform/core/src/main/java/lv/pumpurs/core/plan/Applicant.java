package lv.pumpurs.core.plan;

/** Who signed the application (<em>iesniegums</em>), the first step of every plan. */
public enum Applicant {
    /** A parent or other legal representative. */
    GUARDIAN,
    /** The learner, being an adult. */
    LEARNER
}
