package lv.pumpurs.core.contact;

/** How somebody was spoken to. */
public enum ContactWay {
    /** By telephone. */
    CALL,
    /** Face to face. */
    MEETING,
    /** By a short message or e-mail. */
    MESSAGE,
    /** On paper. */
    LETTER,
    /** In the school's journal. */
    E_KLASE
}
