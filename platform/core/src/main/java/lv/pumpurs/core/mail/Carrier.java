package lv.pumpurs.core.mail;

/** Takes letters out into the world. */
@FunctionalInterface
interface Carrier {

    /** Sends a letter and says what came of it; never breaks. */
    Fate carry(Letter letter);
}
