package lv.pumpurs.core.mail;

/** What came of an attempt to send a mail. */
enum Fate {
    /** The mail server took it. */
    SENT(false),
    /** The mail server was not reached: nothing went out. */
    UNREACHABLE(true),
    /** The mail server refused it for now: nothing went out. */
    REFUSED(true),
    /** The mail server knows no such address. */
    ADDRESS(false),
    /** Somebody without an address. */
    NO_ADDRESS(false),
    /** The talk with the mail server broke in the middle: it may have gone out, so it is not tried again. */
    UNCERTAIN(false);

    private final boolean again;

    Fate(boolean again) {
        this.again = again;
    }

    /** Whether another attempt can do no harm. */
    boolean canBeTriedAgain() {
        return again;
    }
}
