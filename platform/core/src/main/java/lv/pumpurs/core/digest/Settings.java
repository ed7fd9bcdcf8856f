package lv.pumpurs.core.digest;

/**
 * What a person chose for oneself.
 *
 * @param digest whether a mail tells each working day what is due
 */
public record Settings(boolean digest) {}
