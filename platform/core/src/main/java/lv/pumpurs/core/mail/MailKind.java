package lv.pumpurs.core.mail;

/** What a mail tells. */
public enum MailKind {
    /** There is a message from a school. Filled with the school's name. */
    MESSAGE,
    /** Something is due. Filled with counts by kind of work, for instance {@code DECIDE=3,CLOSE=1}. */
    DIGEST
}
