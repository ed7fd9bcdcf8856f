package lv.pumpurs.consultations;

/** By whom a consultation was confirmed. */
public enum Way {
    /** A parent or guardian, signed in. */
    GUARDIAN,
    /** The adult learner, signed in. */
    LEARNER,
    /** Whoever was given the one-time code. */
    CODE
}
